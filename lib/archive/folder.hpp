// A directory as a package: regular files, links never followed, whatever changes meanwhile.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>

#include "archive/names.hpp"

namespace assay::archive {

class Folder {
 public:
  /// Problem "not-readable".
  static Result<Folder> open(const std::string& path);
  Folder(Folder&&) noexcept;
  Folder& operator=(Folder&&) noexcept;
  ~Folder();

  /// Sorted by name. Links and special files are listed with their Unix mode and cannot be read. Problems
  /// "not-readable", "limit-entries", "limit-name-bytes", "limit-name-depth".
  [[nodiscard]] Result<std::vector<Entry>> list(const Limits&, Texts&) const;
  /// At most the first `limit` bytes; `whole` says whether these are all. Problem "damaged-entry", or "changed-file"
  /// when its size is no longer what was listed.
  [[nodiscard]] Result<std::string> read(const Entry&, std::uint64_t limit, bool& whole) const;
  /// Hands out its bytes until the sink says false; how many there were. Problems as of read().
  [[nodiscard]] Result<std::uint64_t> stream(const Entry&, const std::function<bool(std::string_view)>&,
                                             bool& whole) const;
  /// One file, for reading here and there. What is read is valid until the next reading; nothing when it cannot be
  /// read.
  class File {
   public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();
    [[nodiscard]] std::string_view read(std::uint64_t at, std::uint64_t count);

   private:
    int descriptor_;
    std::string piece_;
  };
  [[nodiscard]] File file(const Entry& entry) const { return File(open_file(entry)); }
  /// CRC-32 of its bytes, which are not kept.
  [[nodiscard]] Result<std::uint32_t> checksum(const Entry&) const;

 private:
  Folder() = default;
  /// Opens step by step, so that no link on the way is followed; -1 with errno.
  [[nodiscard]] int open_beneath(const std::string& name, int flags) const;
  /// A regular file; -1 when it is none or cannot be opened.
  [[nodiscard]] int open_file(const Entry&) const;
  std::string path_;
  int root_ = -1;
};

}  // namespace assay::archive
