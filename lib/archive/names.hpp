// Entry names: bytes in the central directory, text for people and look-ups.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include <assay/package.hpp>

namespace assay::archive {

/// Texts that entries point at and that do not stand in the table of contents as they are.
using Texts = std::deque<std::string>;

/// Fills name, path, encoding and charset of every entry from its raw name. `unicode_paths` are the extra fields 0x7075
/// by entry.
void decode_names(std::vector<Entry>&, const std::vector<std::pair<std::uint32_t, std::string>>& unicode_paths, Texts&);
/// Sets the name, and the path that goes with it.
void set_name(Entry&, std::string_view name, Texts&);

}  // namespace assay::archive
