// A directory as a package: regular files, links never followed.
#pragma once

#include <string>
#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>

namespace assay::archive {

/// Sorted by name. Links and special files are listed with their Unix mode and cannot be read.
Result<std::vector<Entry>> read_folder(const std::string& path, const Limits&);
/// Problem "damaged-entry" when the file cannot be read, "limit-document-bytes".
Result<std::string> read_file_of_folder(const std::string& folder, const Entry&, std::uint64_t limit);

}  // namespace assay::archive
