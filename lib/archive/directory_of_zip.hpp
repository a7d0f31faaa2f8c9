// The central directory of a zip, walked once by us: names as bytes, no system call per entry, nothing trusted.
#pragma once

#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>

#include "archive/bytes.hpp"

namespace assay::archive {

[[nodiscard]] bool looks_like_zip(std::string_view first_bytes);

/// Problems "truncated-zip", "damaged-zip", "split-zip", "empty-zip", "limit-entries", "limit-name-bytes".
Result<std::vector<Entry>> read_central_directory(const Bytes&, const std::string& path, const Limits&);

}  // namespace assay::archive
