// Mechanical mending of a package: what zip tools and file managers do to it is undone, the bytes of its files stay.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>
#include <assay/report.hpp>

namespace assay::repair {

/// Something that was done, or that is left for the author. Its words stand in the catalogue under repair.done.<what>
/// or repair.left.<what>.
struct Note {
  std::string_view what;  // "wrapper-folder"
  std::uint64_t count = 0;
  std::string detail{};              // the folder, the encodings; empty for most
  std::vector<std::string> names{};  // the first of those that it is about, as they were
};

/// Why nothing is written: a finding of the safety floor, a problem, or one of ours (repair.refused.<what>).
struct Refusal {
  std::uint32_t finding = none;  // of Plan::floor
  std::optional<Problem> problem{};
  std::string_view what{};  // "different-duplicates"
  std::string name{}, other{};
};

/// An entry of the package and what becomes of it.
struct Item {
  std::uint32_t entry = 0;
  std::string old_name{};     // as it was read
  std::string name;           // bytes of its new name
  std::uint64_t flags = 0;    // how that name is declared
  std::string_view left_out;  // "junk", "folder-records", "duplicates"; empty: it is kept
  std::uint16_t method = 0;   // as it is written
  std::uint32_t crc = 0;
  std::uint64_t packed = 0, bytes = 0;
  std::string before, after;  // SHA-256 of its content; empty when it was not read
};

struct Plan {
  Report floor;  // what the safety floor says about the package as it is
  std::vector<Item> items;
  std::vector<Note> done, left;
  std::vector<Refusal> refusals;  // then nothing is written
  std::uint64_t kept = 0, bytes = 0;
  [[nodiscard]] bool changes() const { return !done.empty(); }
};

/// Everything that will be done, with every entry read and digested. `floor` is the judgement of the floor alone.
/// Problem "interrupted" once the Stop that the package was opened with asks for it; so do the next two.
[[nodiscard]] Result<Plan> make_plan(const Package&, Report floor);

/// Writes the mended package: a fresh plain zip, or the same bytes when there is nothing to do. Problem "interrupted",
/// "not-written" when the sink takes no more, or what could not be read.
using Sink = std::function<bool(std::string_view)>;
[[nodiscard]] std::optional<Problem> write(const Package&, const Plan&, const Sink&);

/// Reads what was written and compares it with the plan: names, and the digest of each entry, which is filled in.
struct Written {
  std::uint64_t bytes = 0;
  std::string sha256;
};
[[nodiscard]] Result<Written> verify(const Package&, Plan&, const Source& written);

/// What is told of a repair.
struct Told {
  const Plan* plan = nullptr;
  std::string output;                              // its path; empty when nothing is written
  std::optional<Written> written;                  // nothing: refused, or only tried
  [[nodiscard]] std::string_view verdict() const;  // "repaired", "nothing-to-do", "incomplete", "refused"
};
[[nodiscard]] std::string as_text(const Told&, std::string_view language);
[[nodiscard]] std::string as_json(const Told&, std::string_view language);  // schema assay-repair/1

}  // namespace assay::repair
