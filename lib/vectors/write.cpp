// Built packages as files.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/unicode.hpp"
#include "vectors/vector.hpp"

namespace assay::vectors {
namespace {

Problem cannot_write(const std::string& path) {
  return {ProblemKind::internal, "cannot-write", "The output cannot be written.",
          "Name a file in a folder that you may write to.", path};
}

bool put(const std::string& path, const Blob& content) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0) return false;
  const bool written = content.write_to(descriptor);
  return ::close(descriptor) == 0 && written;
}

// A directory holds only names that stay in it.
bool stays_inside(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find('\0') != std::string::npos) return false;
  const std::string framed = "/" + name + "/";
  return framed.find("/../") == std::string::npos && framed.find("/./") == std::string::npos;
}

}  // namespace

Result<std::string> write(const Built& built, const std::string& folder) {
  const std::string path = folder + "/" + built.name;
  for (const auto& [name, content] : built.beside)
    if (!stays_inside(name) || name == built.name || name.find('/') != std::string::npos ||
        !put(folder + "/" + name, content))
      return cannot_write(folder + "/" + text::visible(name));
  if (built.kind != Built::Kind::directory) {
    if (!stays_inside(built.name) || !put(path, built.content)) return cannot_write(path);
    return path;
  }
  ::mkdir(path.c_str(), 0755);
  for (const auto& [name, content] : built.files) {
    const std::string file = path + "/" + name;
    if (!stays_inside(name)) return cannot_write(path + "/" + text::visible(name));
    for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
      ::mkdir((path + "/" + name.substr(0, slash)).c_str(), 0755);
    if (!name.ends_with('/') && !put(file, content)) return cannot_write(file);
  }
  for (const auto& [name, to] : built.specials) {
    const std::string file = path + "/" + name;
    if (!stays_inside(name) || name.find('/') != std::string::npos) return cannot_write(file);
    if ((to ? ::symlink(to->c_str(), file.c_str()) : ::mkfifo(file.c_str(), 0644)) != 0) return cannot_write(file);
  }
  return path;
}

}  // namespace assay::vectors
