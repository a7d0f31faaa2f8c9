// Two versions of a package: does learners' progress survive the change, which files changed, what is better or worse.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>
#include <assay/report.hpp>
#include <assay/rule.hpp>

namespace assay::diff {

/// Something with an identifier that a learning system may keep records by.
struct Thing {
  std::string kind;  // "course", "organization", "item", "resource"; "unit" of cmi5, "activity" of Tin Can
  std::string id, parent, title;
  std::string target;  // what it starts, relative to the package root
  Location place;
};

enum class What : std::uint8_t { changed, removed, renamed, added, moved, retargeted };
[[nodiscard]] std::string_view to_string(What);

struct IdentityChange {
  What what = What::changed;
  Severity severity = Severity::info;  // error: records of learners stay behind
  Thing before, after;                 // one of them empty when added or removed
};
struct KindCounts {
  std::string kind;
  std::uint64_t same = 0, added = 0, removed = 0, renamed = 0, moved = 0;
};
struct IdentityDiff {
  std::vector<KindCounts> counts;
  std::vector<IdentityChange> changes;  // gravest first, then in the order of the packages
  bool known = false;                   // both packages have identifiers that assay knows
  [[nodiscard]] bool kept() const;      // nothing that records hang on was changed, removed or renamed
};

struct FileChange {
  std::string name, before;  // `before`: its old name when it was moved
  What what = What::changed;
  std::uint64_t old_bytes = 0, new_bytes = 0;
};
struct FilesDiff {
  std::uint64_t same = 0;
  std::vector<FileChange> changes;  // by name
  std::vector<Problem> problems;    // files that could not be read, and so are taken as changed
};

[[nodiscard]] std::vector<Thing> things_of(const Package&);
[[nodiscard]] IdentityDiff compare_identity(const Package& before, const Package& after);
/// By size and CRC-32; the folder that holds the manifest is left out of names.
[[nodiscard]] FilesDiff compare_files(const Package& before, const Package& after);

}  // namespace assay::diff
