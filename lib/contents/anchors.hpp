// Many fixed words looked for in one pass: a table of pairs of bytes says where it is worth comparing.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace assay::contents {

template <std::size_t N>
class Anchors {
 public:
  /// Each word has at least two characters, taken as they are.
  explicit Anchors(const std::array<std::string_view, N>& words) : words_(words) {
    for (const std::string_view word : words_) pairs_[pair(word.data())] = true;
  }
  /// Calls visit(index of the word, offset) for every place, in order.
  template <class Visit>
  void each(std::string_view text, Visit visit) const {
    const char* const begin = text.data();
    const char* const last = begin + (text.empty() ? 0 : text.size() - 1);
    for (const char* here = begin; here < last; ++here) {
      if (!pairs_[pair(here)]) continue;
      const auto at = static_cast<std::size_t>(here - begin);
      for (std::size_t i = 0; i < N; ++i)
        if (words_[i][0] == text[at] && words_[i][1] == text[at + 1] &&
            text.substr(at + 2).starts_with(words_[i].substr(2)))
          visit(i, at);
    }
  }

 private:
  static std::size_t pair(const char* at) {
    std::uint16_t both;
    std::memcpy(&both, at, sizeof both);
    return both;
  }
  std::array<std::string_view, N> words_;
  std::array<bool, 65'536> pairs_{};
};

}  // namespace assay::contents
