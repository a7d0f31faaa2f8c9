// How much a name looks like a name when its bytes are read in a charset.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::text {

enum class CharsetKind : std::uint8_t { gb, big5, shift_jis, korean, thai, vietnamese, western, central, cyrillic };

/// Sum over all characters that are not ASCII: good ones count for, odd ones against the charset.
[[nodiscard]] double name_score(std::string_view raw, std::string_view utf8, CharsetKind);

}  // namespace assay::text
