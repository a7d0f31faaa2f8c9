#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/defects.hpp"

namespace assay::language {

/// Zawgyi text under a Burmese tag, or under none. Shan, Mon, Karen and other languages of the script use code points
/// that look like Zawgyi and are right: a text under their tags, or with their letters, is left alone.
[[nodiscard]] std::optional<Defect> examine_burmese(std::string_view text, std::string_view primary_language);

}  // namespace assay::language
