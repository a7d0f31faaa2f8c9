// Zip, directory, single document or bytes in memory: entries, and bytes of an entry on demand. Nothing is unpacked.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>

#include "archive/defect.hpp"
#include "text/name_vote.hpp"

namespace assay::archive {

enum class Kind : std::uint8_t { zip, directory, document };

/// What the bytes of a file look like when they are no zip, in words for people ("a RAR archive", "a PDF document",
/// "an HTML page", "a gzip file"); empty when nothing is recognised.
[[nodiscard]] std::string describe_bytes(std::string_view first_bytes);

class Archive {
 public:
  /// Problems: "not-found", "not-readable", "empty-file", "not-a-zip" (says what it is), "truncated-zip",
  /// "damaged-zip", "split-zip", "encrypted-zip", "empty-zip", "limit-archive-bytes", "limit-entries",
  /// "limit-directory-bytes". A file that starts like XML or JSON is Kind::document with one entry, named like the
  /// file.
  static Result<Archive> open(const Source&, const Limits&);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  [[nodiscard]] Kind kind() const;
  [[nodiscard]] std::uint64_t bytes() const;                // of the archive file; sum of file sizes for a directory
  [[nodiscard]] const std::vector<Entry>& entries() const;  // central-directory order; a directory is sorted by name
  /// Entry by its path, exactly; none when absent. Constant time, as the next one.
  [[nodiscard]] std::uint32_t find(std::string_view path) const;
  /// Entry whose path has the key text::folded(path): letter case and Unicode form ignored.
  [[nodiscard]] std::uint32_t find_folded(std::string_view key) const;
  /// True when names of the zip are neither declared nor UTF-8, so that hints would help.
  [[nodiscard]] bool undeclared_names() const;
  /// Votes again, with what the package says elsewhere. Before anything else points at names.
  void decide_names(const text::NameHints&);
  [[nodiscard]] const text::NameVote& name_vote() const;
  /// Limits that were hit and did not stop the reading ("limit-name-bytes", "limit-name-depth").
  [[nodiscard]] const std::vector<Problem>& problems() const;

  /// Inflates at most the first `limit` bytes of an entry; `whole` says whether these are all. Problems:
  /// "damaged-entry" (CRC, size, deflate stream), "encrypted-entry", "unsupported-method", "compression-bomb",
  /// "changed-file" (of a directory, while it was read).
  [[nodiscard]] Result<std::string> read_head(std::uint32_t entry, std::uint64_t limit, bool& whole) const;
  /// Hands out the bytes of an entry, piece by piece, until the sink says false. Problems as of read_head().
  using Sink = std::function<bool(std::string_view)>;
  struct Streamed {
    std::uint64_t packed = 0, bytes = 0;
    bool whole = false;  // the sink took everything
  };
  [[nodiscard]] Result<Streamed> stream(std::uint32_t entry, const Sink&) const;
  /// Hands out pieces in order and leaves out what nobody wants: the sink says from which byte on it wants the next
  /// piece, ~0 for enough. Where an entry is stored, what is left out is not even read; else it is unpacked. No more
  /// than `left` bytes are handed out or unpacked, and `left` becomes less by what was, also when that fails. Sizes and
  /// checksums are not compared. Problems as of stream().
  using Skimmer = std::function<std::uint64_t(std::uint64_t at, std::string_view piece)>;
  [[nodiscard]] Result<Streamed> skim(std::uint32_t entry, std::uint64_t& left, const Skimmer&) const;
  /// The same for the first `count` bytes of an entry of a zip as they stand in the file, packed.
  [[nodiscard]] Result<Streamed> stream_packed(std::uint32_t entry, std::uint64_t count, const Sink&) const;
  /// The same for the file itself, of a zip or document.
  [[nodiscard]] Result<Streamed> stream_file(const Sink&) const;
  /// CRC-32 of an entry: as the zip declares it, or of the bytes that the file has now. Problems as of read().
  [[nodiscard]] Result<std::uint32_t> checksum(std::uint32_t entry) const;
  /// Defects of the container. The first question reads the header of every entry and, within limits.verify_bytes,
  /// unpacks what was not read before.
  [[nodiscard]] const std::vector<Defect>& defects() const;
  /// SHA-256 of the archive file, lower-case hexadecimal; empty for a directory.
  [[nodiscard]] std::string sha256() const;

 private:
  Archive();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::archive
