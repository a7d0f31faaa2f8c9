// Pictures by their first bytes: type, size, and whether they tell a place. Nothing is decoded.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::media {

struct Picture {
  std::string_view format;  // "jpeg", "png", "gif", "webp", "bmp", "tiff"; empty when it is none of them
  std::uint32_t width = 0, height = 0;
  bool located = false;
};
[[nodiscard]] Picture read_picture(std::string_view bytes);

}  // namespace assay::media
