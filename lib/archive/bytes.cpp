#include "archive/bytes.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assay::archive {

Result<Bytes> Bytes::open(const Source& source) {
  Bytes bytes;
  if (source.bytes) {
    bytes.memory_ = source.bytes;
    bytes.size_ = source.bytes->size();
    return bytes;
  }
  bytes.descriptor_ = ::open(source.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (bytes.descriptor_ < 0) {
    if (errno == ENOENT || errno == ENOTDIR)
      return Problem{ProblemKind::unreadable, "not-found", "There is no such file or directory.",
                     "Check the spelling of the path.", source.path};
    return Problem{ProblemKind::unreadable, "not-readable",
                   std::string("The file cannot be read: ") + std::strerror(errno) + ".", "Check its permissions.",
                   source.path};
  }
  struct stat info {};
  if (::fstat(bytes.descriptor_, &info) != 0 || !S_ISREG(info.st_mode))
    return Problem{ProblemKind::unreadable, "not-readable", "This is not a regular file.",
                   "Name a file, a directory, or - for standard input.", source.path};
  bytes.size_ = static_cast<std::uint64_t>(info.st_size);
  return bytes;
}

Bytes::Bytes(Bytes&& other) noexcept { *this = std::move(other); }

Bytes& Bytes::operator=(Bytes&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

Bytes::~Bytes() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool Bytes::read(std::uint64_t offset, std::uint64_t count, std::string& out) const {
  if (offset > size_ || count > size_ - offset) return false;
  if (memory_) {
    out.append(*memory_, offset, count);
    return true;
  }
  const std::size_t before = out.size();
  out.resize(before + count);
  std::uint64_t done = 0;
  while (done < count) {
    const ssize_t got =
        ::pread(descriptor_, out.data() + before + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {  // the file became shorter while it was read
      out.resize(before);
      return false;
    }
    done += static_cast<std::uint64_t>(got);
  }
  return true;
}

}  // namespace assay::archive
