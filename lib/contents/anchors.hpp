// Many fixed words looked for in one pass: a bitmap over pairs of bytes says where it is worth comparing.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string_view>

namespace assay::contents {

template <std::size_t N>
class Anchors {
 public:
  /// Each word has at least two characters, taken as they are.
  explicit Anchors(const std::array<std::string_view, N>& words) : words_(words) {
    for (const std::string_view word : words_) pairs_.set(pair(word.data()));
  }
  /// Calls visit(index of the word, offset) for every place, in order.
  template <class Visit>
  void each(std::string_view text, Visit visit) const {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (!pairs_[pair(text.data() + at)]) continue;
      for (std::size_t i = 0; i < N; ++i)
        if (words_[i][0] == text[at] && words_[i][1] == text[at + 1] &&
            text.substr(at + 2).starts_with(words_[i].substr(2)))
          visit(i, at);
    }
  }

 private:
  static std::size_t pair(const char* at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(at[0])) << 8 | static_cast<unsigned char>(at[1]);
  }
  std::array<std::string_view, N> words_;
  std::bitset<65'536> pairs_;
};

}  // namespace assay::contents
