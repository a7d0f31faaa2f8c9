#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/defects.hpp"

namespace assay::language {

/// Zawgyi text under a Burmese tag, or under none. Shan, Mon, Karen and other languages of the script use code points
/// that look like Zawgyi and are right: a text under their tags, or with their letters, is left alone.
[[nodiscard]] std::optional<Defect> examine_burmese(std::string_view text, std::string_view primary_language);
[[nodiscard]] inline bool is_burmese(std::string_view primary_language) {
  return primary_language == "my" || primary_language == "mya" || primary_language == "bur";
}
/// A text under this tag could be such.
[[nodiscard]] bool may_be_zawgyi(std::string_view primary_language);

}  // namespace assay::language
