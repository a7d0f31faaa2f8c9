// What several renderers say in the same way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <assay/render.hpp>
#include <assay/report.hpp>

namespace assay::report {

[[nodiscard]] std::string_view tool_version();
/// Says no to the package in formats that know passed and failed only: not waived, not known from a baseline.
[[nodiscard]] bool fails(const Finding&, Severity from);
/// "imscp.dangling-item-reference" or "scorm.manifest-schema:missing-element".
[[nodiscard]] std::string defect_id(const Report&, const Finding&);
/// The format was recognised, and has no profile: a fault of nobody.
[[nodiscard]] bool not_yet(const Report&);
[[nodiscard]] std::string verdict_in_words(const Report&, std::string_view language = "en");
/// The input's path for people: "standard input" for -, control characters shown.
[[nodiscard]] std::string shown_input(const Report&, std::string_view language = "en");
/// "SCORM 1.2", "H5P content"; empty when the format is unknown.
[[nodiscard]] std::string format_title(const Report&, std::string_view language = "en");
/// A name for the start of a line: one that begins like a command of a build server or a formula gets "./" in front.
[[nodiscard]] std::string name_for_line_start(std::string name);
/// "imsmanifest.xml:12:5", "imsmanifest.xml", or empty for the package as a whole. Control characters shown.
[[nodiscard]] std::string shown_place(const Location&);
/// Values cut to what people read; a value may be megabytes.
[[nodiscard]] Finding with_short_values(const Finding&);
/// "waived by Ann until 2026-12-31: reason", "waiver of Ann expired on 2026-12-31: reason"; empty without a waiver.
[[nodiscard]] std::string waiver_in_words(const Finding&, std::string_view language = "en");
/// Rules that could not judge.
[[nodiscard]] std::string blocked_rules(const Report&, std::size_t most, std::string_view language = "en");
/// "1 new, 3 known and 2 gone since the baseline".
[[nodiscard]] std::string compared_in_words(const Report&, std::string_view language = "en");
/// "Fix: …" behind a message in one line; nothing when there is no fix.
[[nodiscard]] std::string with_fix(std::string words, std::string_view fix, std::string_view language,
                                   char between = ' ');
/// By rule: how many findings the limit left out of the list.
[[nodiscard]] std::vector<std::uint64_t> left_out(const Report&);
/// Rules of which another run may find more, or less: blocked, or with findings beyond the limit.
[[nodiscard]] std::vector<bool> half_judged(const Report&);
/// Ended by a signal or by the clock, so that another run may say something else.
[[nodiscard]] bool ended_early(const Report&);
/// "Not all could be judged. Could not be judged: …".
[[nodiscard]] std::string incomplete_in_words(const Report&, std::string_view language);
/// Findings that stand in the baseline (not new), and those that do not.
struct Compared {
  std::uint64_t fresh = 0, unchanged = 0;
};
[[nodiscard]] Compared compared(const Report&);
/// "1 error, 2 notes, 1 new, 0 known and 3 gone since the baseline"; empty when there is nothing.
[[nodiscard]] std::string counts_in_words(const Report&, std::string_view language);
/// The same, and what stood in the way of judging when something did.
[[nodiscard]] std::string summary_in_words(const Report&, std::string_view language);
/// One line about an input: name, verdict, summary.
[[nodiscard]] std::string line_in_words(const Report&, std::string_view language);
[[nodiscard]] std::string plural(std::uint64_t count, std::string_view one);

[[nodiscard]] std::vector<Problem> in_language(std::string_view language, std::vector<Problem>);

/// What a reader can open for a finding: the package itself, with the entry inside it, or a file of a folder.
struct Target {
  std::string path;   // on disk, as the input was given
  std::string entry;  // inside a zip; empty otherwise
};
[[nodiscard]] Target target_of(const Report&, std::string_view file);

}  // namespace assay::report
