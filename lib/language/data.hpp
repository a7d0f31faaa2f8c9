// Dated data files below schemas/acs-data-1/, read once.
#pragma once

#include <string>
#include <string_view>

#include "json/document.hpp"

namespace assay::language {

/// The document of schemas/acs-data-1/<name>.json. It ships, so it is always there; kept for the life of the program.
[[nodiscard]] JsonNode data_file(std::string_view name);
/// The registry has this language ("th", in any letter case).
[[nodiscard]] bool is_registered(std::string_view primary_language);

}  // namespace assay::language
