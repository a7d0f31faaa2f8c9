// The end of a zip: where its table of contents is, and whether another reader could find another one.
#pragma once

#include <string>
#include <vector>

#include <assay/result.hpp>

#include "archive/bytes.hpp"
#include "archive/defect.hpp"

namespace assay::archive {

struct End {
  std::uint64_t position = 0;         // of the end record
  std::uint64_t records = 0;          // where the records behind the table begin: the 64-bit ones, else the end record
  std::uint64_t behind = 0;           // first byte behind its comment
  std::uint64_t entries = 0;          // as told
  std::uint64_t start = 0, size = 0;  // of the table of contents, in the file
  std::uint64_t shift = 0;            // bytes in front of the zip that its offsets do not count
  bool zip64 = false;
  std::vector<Defect> defects;
};

/// Problems "truncated-zip", "split-zip", "encrypted-zip", "damaged-zip".
Result<End> find_end(const Bytes&, const std::string& path);

/// True when an end record that leads to a table of contents stands in this range (of which at most the last 64 KiB are
/// looked at), so that a reader may take it for the real one.
[[nodiscard]] bool holds_end(const Bytes&, std::uint64_t from, std::uint64_t to);

}  // namespace assay::archive
