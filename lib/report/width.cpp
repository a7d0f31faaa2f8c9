#include "report/width.hpp"

#include "text/unicode.hpp"

#include <cstdint>

namespace assay::report {
namespace {

struct Range {
  std::uint32_t first, last;
};

// East Asian wide and full-width characters, and emoji.
constexpr Range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                          {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                          {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                          {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

// Combining marks of Latin, Hebrew, Arabic, Devanagari, Tamil, Thai, Lao, Burmese and Khmer; variation selectors.
constexpr Range without_width[] = {
    {0x300, 0x36F},   {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C2},   {0x610, 0x61A},   {0x64B, 0x65F},
    {0x670, 0x670},   {0x6D6, 0x6DC},   {0x900, 0x902},   {0x93A, 0x93A},   {0x93C, 0x93C},   {0x941, 0x948},
    {0x94D, 0x94D},   {0xBC0, 0xBC0},   {0xBCD, 0xBCD},   {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},
    {0xEB1, 0xEB1},   {0xEB4, 0xEBC},   {0xEC8, 0xECD},   {0x102D, 0x1030}, {0x1032, 0x1037}, {0x1039, 0x103A},
    {0x103D, 0x103E}, {0x17B4, 0x17B5}, {0x17B7, 0x17BD}, {0x17C6, 0x17C6}, {0x17C9, 0x17D3}, {0x200B, 0x200F},
    {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}};

template <std::size_t N>
bool in(std::uint32_t c, const Range (&ranges)[N]) {
  for (const Range& range : ranges)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::uint32_t c = text::next_code_point(utf8, i);
    width += c < 0x80 ? 1 : in(c, wide) ? 2 : in(c, without_width) ? 0 : 1;
  }
  return width;
}

std::size_t prefix_bytes(std::string_view utf8, std::size_t count) {
  std::size_t i = 0;
  for (; i < utf8.size(); ++i)
    if ((static_cast<unsigned char>(utf8[i]) & 0xC0) != 0x80 && count-- == 0) break;
  return i;
}

}  // namespace assay::report
