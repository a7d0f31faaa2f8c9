// A look at the bytes of every entry: does the header in front agree with the table, does nothing overlap, is anything
// hidden between, and does it unpack to what is declared?
#pragma once

#include <vector>

#include <assay/package.hpp>

#include "archive/bytes.hpp"
#include "archive/defect.hpp"
#include "archive/unpack.hpp"
#include "text/name_vote.hpp"

namespace assay::archive {

/// What is known of the entries' bytes.
struct Knowledge {
  std::vector<Unpacked> results;  // by entry; `stopped` means: nothing yet
  std::uint64_t produced = 0;     // bytes that came out so far
};

/// A defect for an entry that did not unpack to what is declared; nothing when it did.
[[nodiscard]] std::vector<Defect> damage(const Entry&, std::uint32_t index, const Work&);
/// True when the entry is of a kind that can be unpacked.
[[nodiscard]] bool unpackable(const Entry&);

/// `table` is where the table of contents begins. Unpacks what is not known yet, until limits.verify_bytes is used up.
/// Where entries overlap, nothing is unpacked and nothing said about what came of it before.
struct Examined {
  std::vector<Defect> defects;
  bool overlap = false;
};
[[nodiscard]] Examined examine(const Bytes&, const std::vector<Entry>&, const text::NameVote&, std::uint64_t table,
                               const Limits&, Unpacker&, Knowledge&);

}  // namespace assay::archive
