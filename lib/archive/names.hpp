// Entry names: bytes in the central directory, text for people and look-ups.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include <assay/package.hpp>

#include "text/name_vote.hpp"

namespace assay::archive {

/// Texts that entries point at and that do not stand in the table of contents as they are.
using Texts = std::deque<std::string>;

using UnicodePaths = std::vector<std::pair<std::uint32_t, std::string>>;  // extra fields 0x7075, by entry

/// Fills name, path, encoding and charset of every entry from its raw name: as declared, by the extra field 0x7075 when
/// it belongs to this name, as UTF-8 when it is that, else as the package's names vote. The vote is empty when none was
/// needed.
text::NameVote decode_names(std::vector<Entry>&, const UnicodePaths&, const text::NameHints&, Texts&);
/// A name that stands elsewhere in the zip, read as the package's names are: always UTF-8, bytes that decode nowhere
/// become \\xNN.
[[nodiscard]] std::string read_name(std::string_view raw, const text::NameVote&);
/// Sets the name, and the path that goes with it.
void set_name(Entry&, std::string_view name, Texts&);

}  // namespace assay::archive
