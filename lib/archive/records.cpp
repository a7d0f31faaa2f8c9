#include "archive/records.hpp"

#include <array>

namespace assay::archive {

Zip64Trouble read_zip64(std::string_view extra, const Zip64& fields) {
  std::string_view found;
  bool seen = false;
  ExtraBlocks blocks(extra);
  while (const auto block = blocks.next()) {
    if (block->id != 0x0001) continue;
    if (seen) return Zip64Trouble::twice;
    seen = true;
    found = block->content;
  }
  const std::array all = {fields.usize, fields.csize, fields.offset};
  std::size_t wanted = 0;
  for (const std::uint64_t* field : all) wanted += field && *field == full32 ? 8 : 0;
  // A size of exactly 4 GiB - 1 needs no 64-bit field, so one that is not there is missing only if it is half there.
  if (!seen || found.empty()) return Zip64Trouble::none;
  if (wanted > 0) {
    if (found.size() < wanted) return Zip64Trouble::missing;
    std::size_t at = 0;
    for (std::uint64_t* field : all)
      if (field && *field == full32) {
        *field = number(found, at, 8);
        at += 8;
      }
    return Zip64Trouble::none;
  }
  // Nobody asked for 64-bit values: some writers put them there all the same, and then they are the same.
  std::size_t at = 0;
  for (const std::uint64_t* field : all) {
    if (!field || at + 8 > found.size()) break;
    if (number(found, at, 8) != *field) return Zip64Trouble::contradiction;
    at += 8;
  }
  return Zip64Trouble::none;
}

}  // namespace assay::archive
