// Names as people write them in waivers and baselines.
#pragma once

#include <string>
#include <string_view>

namespace assay::report {

/// "*" stands for any characters, also none; everything else for itself.
[[nodiscard]] bool glob(std::string_view pattern, std::string_view text);
/// A path without "./" and doubled slashes: "./dist//a.zip" and "dist/a.zip" are one.
[[nodiscard]] std::string plain_path(std::string_view path);
/// The pattern is for the whole path, or, when it has no slash, for its last part.
[[nodiscard]] bool matches_input(std::string_view pattern, std::string_view path);

}  // namespace assay::report
