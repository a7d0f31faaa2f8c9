// SipHash-1-3 under a key of this process: names that strangers chose cannot be made to fall into one slot.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::archive {

[[nodiscard]] std::uint64_t keyed_hash(std::string_view);

}  // namespace assay::archive
