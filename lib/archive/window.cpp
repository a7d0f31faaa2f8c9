#include "archive/window.hpp"

#include <algorithm>

namespace assay::archive {

std::string_view Window::view(std::uint64_t at, std::uint64_t wanted) {
  if (at >= bytes_.size()) return {};
  wanted = std::min(wanted, bytes_.size() - at);
  if (bytes_.memory()) return std::string_view(*bytes_.memory()).substr(at, wanted);
  const std::uint64_t stop = start_ + buffer_.size();
  if (at < start_ || at + wanted > stop) {
    const bool near = at >= start_ && at <= stop + lone;
    const std::uint64_t fill = std::min(bytes_.size() - at, std::max(wanted, near || wanted > lone ? block : lone));
    start_ = at;
    buffer_.clear();
    if (!bytes_.read(at, fill, buffer_)) return {};  // the file became shorter while it was read
  }
  return std::string_view(buffer_).substr(at - start_, wanted);
}

}  // namespace assay::archive
