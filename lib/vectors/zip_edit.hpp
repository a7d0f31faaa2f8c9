// The "zip" edits of a vector.
#pragma once

#include <optional>
#include <vector>

#include "vectors/text_value.hpp"
#include "vectors/zip_writer.hpp"

namespace assay::vectors {

[[nodiscard]] std::optional<Problem> edit_zip(JsonNode change, const Tokens&, std::vector<ZipEntry>&, ZipLies&);

}  // namespace assay::vectors
