// A JSON document as the build packs it: what parse() made of a file that ships, so that no start parses it again. Made
// and read on the same kind of machine.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "json/document.hpp"

namespace assay::json {

/// All of the document but its text. It has no key twice.
[[nodiscard]] std::string pack(const JsonDocument&);
/// `bytes` is the text that was packed, `packed` what pack() made of it, aligned to four.
[[nodiscard]] std::unique_ptr<JsonDocument> unpack(std::string file, std::string_view bytes, std::string_view packed);

}  // namespace assay::json
