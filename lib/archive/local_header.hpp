// The header in front of an entry's bytes, which readers of streams believe, and the table's readers do not.
#pragma once

#include <optional>
#include <string>

#include <assay/package.hpp>

#include "archive/records.hpp"
#include "archive/window.hpp"

namespace assay::archive {

struct LocalHeader {
  std::uint16_t flags = 0, method = 0;
  std::uint32_t crc = 0;
  std::uint64_t csize = 0, usize = 0;
  std::string name, extra;
  std::uint64_t data = 0;  // where the entry's bytes begin
  Zip64Trouble zip64 = Zip64Trouble::none;
};
/// Nothing when there is none where the table says it is.
[[nodiscard]] std::optional<LocalHeader> read_local_header(Window&, const Entry&);
/// Only where the entry's bytes begin.
[[nodiscard]] std::optional<std::uint64_t> find_data(Window&, const Entry&);

}  // namespace assay::archive
