#include "text/lines.hpp"

#include <algorithm>

namespace assay::text {
namespace {

constexpr std::uint64_t step = 1'024;

std::uint64_t leads(std::string_view text) {
  return static_cast<std::uint64_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

LineIndex::LineIndex(std::string_view utf8) : text_(utf8) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < utf8.size(); ++i)
    if (utf8[i] == '\n' || (utf8[i] == '\r' && (i + 1 == utf8.size() || utf8[i + 1] != '\n'))) starts_.push_back(i + 1);
  code_points_.push_back(0);
  for (std::size_t i = 0; i + step <= utf8.size(); i += step)
    code_points_.push_back(code_points_.back() + leads(utf8.substr(i, step)));
}

Position LineIndex::position(std::uint64_t offset) const {
  if (starts_.empty()) return {1, 1};
  offset = std::min<std::uint64_t>(offset, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::uint64_t start = *(next - 1);
  const auto before = [this](std::uint64_t at) {
    return code_points_[at / step] + leads(text_.substr(at / step * step, at % step));
  };
  return {static_cast<std::uint32_t>(next - starts_.begin()),
          static_cast<std::uint32_t>(before(offset) - before(start) + 1)};
}

std::uint64_t LineIndex::line_start(std::uint32_t number) const {
  return number == 0 || number > starts_.size() ? text_.size() : starts_[number - 1];
}

std::string_view LineIndex::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::uint64_t start = starts_[number - 1];
  const std::uint64_t end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view line = text_.substr(start, end - start);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace assay::text
