// Byte offsets to lines and columns, in constant time per question after one pass.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace assay::text {

struct Position {
  std::uint32_t line = 0;    // 1-based
  std::uint32_t column = 0;  // 1-based, code points
};

/// Lines end at LF, CR LF or a lone CR. The text must be valid UTF-8 and outlive the index.
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view utf8);
  [[nodiscard]] Position position(std::uint64_t offset) const;
  /// The line without its break; empty when there is no such line.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] std::uint64_t line_start(std::uint32_t number) const;

 private:
  std::string_view text_;
  std::vector<std::uint64_t> starts_;       // offset of each line
  std::vector<std::uint64_t> code_points_;  // code points before every 1,024th byte
};

}  // namespace assay::text
