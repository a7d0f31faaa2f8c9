#include "archive/folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/deflater.hpp"
#include "limits.hpp"
#include "text/unicode.hpp"

namespace assay::archive {
namespace {

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

Entry make_entry(std::string name, const struct stat& info, Texts& texts) {
  Entry entry;
  entry.raw_name = texts.emplace_back(std::move(name));
  const bool readable = text::is_valid_utf8(entry.raw_name);
  // A backslash is a character of the name here, but no package means it so.
  set_name(entry, entry.raw_name, texts);
  if (!readable) entry.name = entry.path = texts.emplace_back(text::visible(entry.raw_name));
  entry.directory = false;
  entry.name_encoding = text::is_ascii(entry.raw_name) ? NameEncoding::ascii : NameEncoding::utf8;
  entry.size = entry.compressed = S_ISREG(info.st_mode) ? static_cast<std::uint64_t>(info.st_size) : 0;
  entry.host = 3;
  entry.external_attributes = static_cast<std::uint32_t>(info.st_mode) << 16;
  return entry;
}

Problem not_readable(const std::string& path) {
  return {ProblemKind::unreadable, "not-readable",
          std::string("A folder cannot be read: ") + std::strerror(errno) + ".", "Check its permissions.", path};
}

Problem unreadable_file(const Entry& entry) {
  return {ProblemKind::unreadable, "damaged-entry", "The file cannot be read.",
          "Check its permissions; links are not followed.", std::string(entry.name)};
}

}  // namespace

Result<Folder> Folder::open(const std::string& path) {
  Folder folder;
  folder.path_ = path;
  folder.root_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder.root_ < 0) return not_readable(path);
  return folder;
}

Folder::Folder(Folder&& other) noexcept { *this = std::move(other); }
Folder& Folder::operator=(Folder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(root_, other.root_);
  return *this;
}
Folder::~Folder() {
  if (root_ >= 0) ::close(root_);
}

int Folder::open_beneath(const std::string& name, int flags) const {
  int at = ::openat(root_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (std::size_t from = 0; at >= 0 && from < name.size();) {
    const std::size_t slash = std::min(name.find('/', from), name.size());
    const bool last = slash + 1 >= name.size();
    const int next = ::openat(at, name.substr(from, slash - from).c_str(),
                              O_CLOEXEC | O_NOFOLLOW | (last ? flags : O_RDONLY | O_DIRECTORY));
    const int error = errno;
    ::close(at);
    errno = error;
    at = next;
    from = slash + 1;
  }
  return at;
}

Result<std::vector<Entry>> Folder::list(const Limits& limits, Texts& texts) const {
  std::vector<Entry> entries;
  std::vector<std::string> pending = {""};  // folders relative to the package, each ending in "/"
  std::size_t folders = 1;
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    const int descriptor = open_beneath(folder, O_RDONLY | O_DIRECTORY);
    std::unique_ptr<DIR, CloseDirectory> directory(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
    if (!directory) {
      const Problem problem = not_readable(path_ + "/" + folder);
      if (descriptor >= 0) ::close(descriptor);
      return problem;
    }
    if (static_cast<std::uint64_t>(std::count(folder.begin(), folder.end(), '/')) > limits.name_depth)
      return over_limit(limits, &Limits::name_depth, "Too many folders lie inside one another", path_, fewer_folders);
    while (const dirent* row = ::readdir(directory.get())) {
      const std::string_view name = row->d_name;
      if (name == "." || name == "..") continue;
      struct stat info {};
      if (::fstatat(descriptor, row->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
      std::string full = folder + std::string(name);
      if (full.size() > limits.name_bytes)
        return over_limit(limits, &Limits::name_bytes,
                          "A path in the folder has " + std::to_string(full.size()) + " bytes", path_, shorten_names);
      if (entries.size() + folders > limits.entries)
        return over_limit(limits, &Limits::entries, "The folder has too many files", path_,
                          "Name the package's own folder.");
      if (S_ISDIR(info.st_mode)) {
        ++folders;
        pending.push_back(std::move(full) + "/");
      } else {
        entries.push_back(make_entry(std::move(full), info, texts));
      }
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.raw_name < b.raw_name; });
  return entries;
}

int Folder::open_file(const Entry& entry) const {
  const int descriptor = open_beneath(std::string(entry.raw_name), O_RDONLY | O_NONBLOCK | O_NOCTTY);
  struct stat info {};
  if (descriptor >= 0 && ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode)) return descriptor;
  if (descriptor >= 0) ::close(descriptor);
  return -1;
}

Folder::File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string_view Folder::File::read(std::uint64_t at, std::uint64_t count) {
  piece_.resize(count);
  const ssize_t got = descriptor_ < 0 ? -1 : ::pread(descriptor_, piece_.data(), count, static_cast<off_t>(at));
  return std::string_view(piece_).substr(0, got > 0 ? static_cast<std::size_t>(got) : 0);
}

Result<std::uint64_t> Folder::stream(const Entry& entry, const std::function<bool(std::string_view)>& sink,
                                     bool& whole) const {
  const int descriptor = open_file(entry);
  if (descriptor < 0) return unreadable_file(entry);
  char block[65'536];
  std::uint64_t bytes = 0;
  ssize_t got = 0;
  whole = true;
  while (whole && ((got = ::read(descriptor, block, sizeof block)) > 0 || (got < 0 && errno == EINTR))) {
    if (got < 0) continue;
    bytes += static_cast<std::uint64_t>(got);
    whole = sink(std::string_view(block, static_cast<std::size_t>(got)));
  }
  ::close(descriptor);
  if (got < 0) return unreadable_file(entry);
  return bytes;
}

Result<std::uint32_t> Folder::checksum(const Entry& entry) const {
  std::uint32_t crc = 0;
  bool whole = false;
  const auto bytes = stream(
      entry,
      [&crc](std::string_view piece) {
        crc = crc_of(crc, piece);
        return true;
      },
      whole);
  if (!bytes) return bytes.problem();
  return crc;
}

Result<std::string> Folder::read(const Entry& entry, std::uint64_t limit, bool& whole) const {
  const int descriptor = open_file(entry);
  if (descriptor < 0) return unreadable_file(entry);
  std::string bytes;
  char block[65'536];
  ssize_t got = 0;
  while (bytes.size() <= limit && ((got = ::read(descriptor, block, sizeof block)) > 0 || (got < 0 && errno == EINTR)))
    if (got > 0) bytes.append(block, static_cast<std::size_t>(got));
  ::close(descriptor);
  whole = bytes.size() <= limit;
  if (whole ? bytes.size() != entry.size : entry.size <= limit)
    return Problem{
        ProblemKind::unreadable, "changed-file",
        "The file had " + std::to_string(entry.size) + " bytes when the folder was listed, and has others now.",
        "Check the folder again when nobody writes to it.", std::string(entry.name)};
  if (!whole) bytes.resize(limit);
  return bytes;
}

}  // namespace assay::archive
