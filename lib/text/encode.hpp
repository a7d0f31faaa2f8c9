#pragma once

#include <optional>
#include <string>

namespace assay::text {

/// UTF-8 to bytes of an ICU charset; nothing when the charset is unknown, a character has no place in it, or
/// the text is larger than 64 MiB.
[[nodiscard]] std::optional<std::string> encode(const std::string& utf8, const std::string& charset);

}  // namespace assay::text
