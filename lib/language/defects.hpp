// What is wrong with a text that looks right, or wrong, on the author's screen only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <assay/pages.hpp>

namespace assay::language {

struct Defect {
  TextDefect defect{};
  std::uint32_t count = 1;
  double confidence = 1;
  std::string sample, points, suggestion;
};

/// `language` is the tag in force (may be empty). At most one of each defect.
[[nodiscard]] std::vector<Defect> examine(std::string_view text, std::string_view language);
/// Whether text in a language can have a defect that is guessed at: what looks like it in another language is right
/// there.
enum class Chance : std::uint8_t { none, open, likely };
[[nodiscard]] Chance chance_of(TextDefect, std::string_view language);
/// A font family whose text is not Unicode: ".VnTime", "VNI-Times", "Zawgyi-One", "Limon S1".
[[nodiscard]] std::optional<Defect> examine_font(std::string_view family);

/// "U+1031 U+1000" of the first code points.
[[nodiscard]] std::string code_points(std::string_view text, std::size_t most = 8);

}  // namespace assay::language
