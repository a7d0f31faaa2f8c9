#include "archive/folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/decode.hpp"

namespace assay::archive {
namespace {

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

Entry make_entry(const std::string& name, const struct stat& info) {
  Entry entry;
  auto decoded = text::decode_entry_name(name, true);
  entry.raw_name = name;
  entry.name = decoded.utf8;
  entry.name_encoding = decoded.encoding;
  entry.path = entry.name;  // a backslash is a character of the name here, but no package means it so
  std::replace(entry.path.begin(), entry.path.end(), '\\', '/');
  entry.size = entry.compressed = S_ISREG(info.st_mode) ? static_cast<std::uint64_t>(info.st_size) : 0;
  entry.host = 3;
  entry.external_attributes = static_cast<std::uint32_t>(info.st_mode) << 16;
  return entry;
}

}  // namespace

Result<std::vector<Entry>> read_folder(const std::string& path, const Limits& limits) {
  std::vector<Entry> entries;
  std::vector<std::string> pending = {""};  // folders relative to the package, each ending in "/"
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    const int descriptor =
        ::open((path + "/" + folder).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.empty() ? 0 : O_NOFOLLOW));
    std::unique_ptr<DIR, CloseDirectory> directory(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
    if (!directory) {
      if (descriptor >= 0) ::close(descriptor);
      return Problem{ProblemKind::unreadable, "not-readable",
                     std::string("A folder cannot be read: ") + std::strerror(errno) + ".", "Check its permissions.",
                     path + "/" + folder};
    }
    while (const dirent* row = ::readdir(directory.get())) {
      const std::string_view name = row->d_name;
      if (name == "." || name == "..") continue;
      struct stat info {};
      if (::fstatat(descriptor, row->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
      const std::string full = folder + std::string(name);
      if (full.size() > limits.name_bytes)
        return Problem{ProblemKind::refused, "limit-name-bytes",
                       "A path in the folder is longer than the limit name-bytes.",
                       "Shorten the names of files and folders.", path};
      if (S_ISDIR(info.st_mode)) {
        pending.push_back(full + "/");
        continue;
      }
      if (entries.size() >= limits.entries)
        return Problem{ProblemKind::refused, "limit-entries",
                       "The folder has more files than the limit entries allows.",
                       "Name the package's own folder, or raise the limit with --limit entries=N.", path};
      entries.push_back(make_entry(full, info));
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.raw_name < b.raw_name; });
  return entries;
}

Result<std::string> read_file_of_folder(const std::string& folder, const Entry& entry, std::uint64_t limit) {
  const int descriptor =
      ::open((folder + "/" + entry.raw_name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info {};
  if (descriptor < 0 || ::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
    if (descriptor >= 0) ::close(descriptor);
    return Problem{ProblemKind::unreadable, "damaged-entry", "The file cannot be read.",
                   "Check its permissions; links are not followed.", entry.name};
  }
  std::string bytes;
  char block[65'536];
  ssize_t got = 0;
  while (bytes.size() <= limit && (got = ::read(descriptor, block, sizeof block)) > 0)
    bytes.append(block, static_cast<std::size_t>(got));
  ::close(descriptor);
  if (bytes.size() > limit)
    return Problem{ProblemKind::refused, "limit-document-bytes",
                   "The document is larger than " + std::to_string(limit) + " bytes.",
                   "Raise the limit document-bytes if this is intended.", entry.name};
  return bytes;
}

}  // namespace assay::archive
