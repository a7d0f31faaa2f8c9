// A look for start tags with very many attributes before a parser reads them.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::xml {

/// Where a start tag with more than `most` attributes begins, or npos. Xerces looks each prefix up among all that are
/// declared, so a tag with very many of both has to be found before it is read.
[[nodiscard]] std::size_t crowded_tag(std::string_view text, std::uint64_t most);

}  // namespace assay::xml
