// The bytes of one entry: stored or deflated, block by block, within budgets. Declared sizes are hints.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include <assay/package.hpp>

#include "archive/window.hpp"

namespace assay::archive {

enum class Unpacked : std::uint8_t {
  good,
  stopped,     // by the sink, or by the budget of work
  bomb,        // more than inflate-ratio times its size, and large
  no_data,     // its bytes are not in the file
  bad_stream,  // no deflate stream, or one without an end
  bad_size,    // another size than declared
  bad_crc,
  left_over,  // packed bytes behind the end of the stream
};

struct Work {
  Unpacked result = Unpacked::good;
  std::uint64_t consumed = 0, produced = 0;  // packed bytes, and bytes
};

/// Inflates one entry after the other; keeps its memory.
class Unpacker {
 public:
  Unpacker(const Bytes&, const Limits&);
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  /// Gets each block; false: enough.
  using Sink = std::function<bool(std::string_view)>;
  /// `most` bounds the bytes that are read (stored), or consumed and produced together (deflated).
  Work unpack(const Entry&, std::uint64_t data, std::uint64_t most, const Sink&);
  [[nodiscard]] Window& window() { return window_; }

 private:
  struct Inflater;
  Work stored(const Entry&, std::uint64_t data, std::uint64_t most, const Sink&);
  Work deflated(const Entry&, std::uint64_t data, std::uint64_t most, const Sink&);
  [[nodiscard]] bool too_much(const Work&) const;

  const Limits& limits_;
  Window window_;
  std::unique_ptr<Inflater> inflater_;
};

}  // namespace assay::archive
