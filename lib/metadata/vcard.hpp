// Reading values out of vCards (rules about cards: assay/record.hpp).
#pragma once

#include <string>
#include <string_view>

namespace assay::metadata {

/// Value of the first property of that name, unfolded and without escapes; empty when there is none.
[[nodiscard]] std::string vcard_text(std::string_view card, std::string_view name);

}  // namespace assay::metadata
