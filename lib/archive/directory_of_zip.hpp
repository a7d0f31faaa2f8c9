// The central directory of a zip, walked once by us: names as bytes, no system call per entry, nothing trusted.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>

#include "archive/bytes.hpp"
#include "archive/defect.hpp"

namespace assay::archive {

[[nodiscard]] bool looks_like_zip(std::string_view first_bytes);

struct ZipDirectory {
  std::unique_ptr<std::string> table;                                // the names point into it
  std::vector<Entry> entries;                                        // names are bytes still: see decode_names()
  std::vector<std::pair<std::uint32_t, std::string>> unicode_paths;  // extra fields 0x7075, by entry
  std::vector<Defect> defects;                                       // what the records alone tell
  std::vector<Problem> problems;                                     // limits that were hit and did not stop the walk
  std::uint64_t start = 0;                                           // of the table of contents: entries end before it
};

/// Problems "truncated-zip", "damaged-zip", "split-zip", "encrypted-zip", "empty-zip", "limit-entries",
/// "limit-directory-bytes".
Result<ZipDirectory> read_central_directory(const Bytes&, const std::string& path, const Limits&);

}  // namespace assay::archive
