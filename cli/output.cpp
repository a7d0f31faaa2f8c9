// Where output goes: standard output, or a file that appears only when it is complete.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

// A standard output that was closed is no bad descriptor for people.
std::string in_words(int error) { return error == EBADF ? "it is closed" : std::strerror(error); }

Problem cannot_write(const std::string& path, int error) {
  return {ProblemKind::internal, "cannot-write", "The output cannot be written: " + in_words(error) + ".",
          "Name a file in a folder that you may write to.", path};
}

// A name beside the target that nobody uses yet; a crashed run may have left one behind.
int make_beside(const std::string& path, mode_t mode, std::string& temporary) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    temporary = path + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

// What came there meanwhile is kept, too.
int rename_to_nothing(const std::string& from, const std::string& to) {
  const int done = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
  if (done == 0 || (errno != EINVAL && errno != ENOSYS)) return done;
  if (::link(from.c_str(), to.c_str()) != 0) return -1;  // a file system without that call
  return ::unlink(from.c_str());
}

}  // namespace

Problem output_exists(const std::string& path) {
  return {ProblemKind::usage, "output-exists", "This file exists already.",
          "Name another file, or add --force to replace it.", path};
}

Result<Output> Output::open(const std::string& path, Existing existing) {
  Output out;
  if (path.empty() || path == "-") return out;
  struct stat status {};
  out.keep_ = existing == Existing::kept;
  if (out.keep_ && ::lstat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) return output_exists(path);
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {  // a device or pipe: a rename would replace it by a file
    out.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (out.descriptor_ < 0) return cannot_write(path, errno);
    out.owned_ = true;
    return out;
  }
  out.path_ = path;
  if (exists)  // the file behind a link is replaced, not the link
    if (char* real = ::realpath(path.c_str(), nullptr)) {
      out.path_ = real;
      std::free(real);
    }
  const mode_t mode = exists ? status.st_mode & 0777 : 0666;
  out.descriptor_ = make_beside(out.path_, mode, out.temporary_);
  if (out.descriptor_ < 0) {
    const int error = errno;
    out.temporary_.clear();
    return cannot_write(path, error);
  }
  out.owned_ = true;
  return out;
}

Output::Output(Output&& other) noexcept
    : descriptor_(other.descriptor_),
      path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      trouble_(std::move(other.trouble_)),
      failed_(other.failed_),
      closed_(other.closed_),
      owned_(other.owned_),
      keep_(other.keep_) {
  other.owned_ = false;
  other.temporary_.clear();
}

Output::~Output() {
  if (owned_) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(descriptor, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

bool Output::write(std::string_view text) {
  if (!failed_ && !write_all(descriptor_, text)) {
    failed_ = true;
    closed_ = errno == EPIPE;
    trouble_ = in_words(errno);
  }
  return !failed_;
}

bool Output::finish() {
  if (!owned_) return !failed_;
  owned_ = false;
  bool good = ::close(descriptor_) == 0 && !failed_;  // a full disk may be told only now
  if (good && !temporary_.empty())
    good = (keep_ ? rename_to_nothing(temporary_, path_) : ::rename(temporary_.c_str(), path_.c_str())) == 0;
  if (!good) {
    if (trouble_.empty()) trouble_ = in_words(errno);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }
  temporary_.clear();
  return good;
}

int print_out(const std::string& text) {
  auto output = Output::open("");
  if (output->write(text)) return ok;
  if (!output->closed()) complain("the output cannot be written: " + output->trouble());
  return internal;
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat one {
  }, two{};
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &two) == 0 && one.st_dev == two.st_dev &&
         one.st_ino == two.st_ino;
}

void secure_standard_streams() {
  for (const int descriptor : {0, 1, 2}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // The wrong way on purpose: what the caller closed cannot be read or written, and neither looks empty nor swallows.
    const int made = ::open("/dev/null", descriptor == 0 ? O_WRONLY : descriptor == 1 ? O_RDONLY : O_RDWR);
    if (made != descriptor && made >= 0) ::close(made);
  }
}

}  // namespace assay::cli_detail
