#include "archive/keyed_hash.hpp"

#include <bit>
#include <cstring>

#include <sys/random.h>

namespace assay::archive {
namespace {

struct Key {
  std::uint64_t low = 0x736f6d6570736575, high = 0x646f72616e646f6d;  // when the system has no chance to give
  Key() { (void)::getrandom(this, sizeof *this, GRND_NONBLOCK); }
};

struct State {
  std::uint64_t a, b, c, d;
  void round() {
    a += b;
    c += d;
    b = std::rotl(b, 13) ^ a;
    d = std::rotl(d, 16) ^ c;
    a = std::rotl(a, 32);
    c += b;
    a += d;
    b = std::rotl(b, 17) ^ c;
    d = std::rotl(d, 21) ^ a;
    c = std::rotl(c, 32);
  }
  void take(std::uint64_t word) {
    d ^= word;
    round();
    a ^= word;
  }
};

}  // namespace

std::uint64_t keyed_hash(std::string_view text) {
  static const Key key;
  State state{key.low ^ 0x736f6d6570736575, key.high ^ 0x646f72616e646f6d, key.low ^ 0x6c7967656e657261,
              key.high ^ 0x7465646279746573};
  const std::uint64_t size = text.size();
  std::uint64_t word = 0;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::memcpy(&word, text.data(), 8);
    state.take(word);
  }
  word = size << 56;
  for (std::size_t i = 0; i < text.size(); ++i)
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
  state.take(word);
  state.c ^= 0xFF;
  for (int i = 0; i < 3; ++i) state.round();
  return state.a ^ state.b ^ state.c ^ state.d;
}

}  // namespace assay::archive
