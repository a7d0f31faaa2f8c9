// What validate() returns: language-free, deterministic, sorted. Renderers turn it into text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <assay/package.hpp>
#include <assay/rule.hpp>

namespace assay {

struct Profile;

enum class Outcome : std::uint8_t { inapplicable, passed, blocked, failed };  // of a rule
enum class RequirementOutcome : std::uint8_t { untested, inapplicable, passed, cant_tell, failed };
enum class Verdict : std::uint8_t { conforms, incomplete, does_not_conform, unreadable, refused };  // by gravity
[[nodiscard]] std::string_view to_string(Outcome);
[[nodiscard]] std::string_view to_string(RequirementOutcome);
[[nodiscard]] std::string_view to_string(Verdict);
[[nodiscard]] std::string_view to_string(Severity);

/// Somebody's decision to live with a defect for a while: one row of assay-waivers.json.
struct Waiver {
  std::string rule, cause;                     // an empty cause: any
  std::string input, file, path, fingerprint;  // where; empty: everywhere; "*" stands for any characters
  std::string reason, owner, expires;          // "2026-12-31": the last day it holds
  std::string source;                          // the file it stands in, with the place of the row
  std::uint32_t line = 0, column = 0;
  bool expired = false;  // then it is told, and waives nothing
};

/// A finding compared with an earlier report.
enum class Novelty : std::uint8_t { unknown, unchanged, fresh };  // unknown: there is no earlier report
[[nodiscard]] std::string_view to_string(Novelty);

struct Finding {
  std::uint32_t rule = 0;  // index into Profile::rules
  std::string cause;       // empty when the rule has one defect only
  Severity severity = Severity::error;
  double confidence = 1.0;
  Location location;
  Excerpt excerpt;
  std::vector<std::pair<std::string, std::string>> arguments;  // sorted by name
  std::string fingerprint;  // 16 hex digits: rule, cause, file, path by identifiers, arguments; survives line shifts
  bool waived = false;
  std::shared_ptr<const Waiver> waiver;  // that accepts it, or did until it expired
  Novelty novelty = Novelty::unknown;
};

/// A finding of an earlier report that is there no more, as that report told it.
struct GoneFinding {
  std::string rule, cause, fingerprint, message;
  Severity severity = Severity::error;
  Location location;
};

struct Counts {  // findings beyond the limit are among them, and never waived
  std::uint64_t error = 0, warning = 0, info = 0, waived = 0;
};

struct Judgement {
  std::string question;  // "safe", "conforms", "works-there"
  std::string profile;
  std::string digest;
  Verdict verdict = Verdict::conforms;
  Counts counts;
};

struct RuleOutcome {
  Outcome outcome = Outcome::inapplicable;
  std::uint64_t findings = 0;  // all, also those beyond the limit
};

/// A table of schemas/acs-data-1/ that judged: facts that change with the world.
struct DataTable {
  std::string name, title, date, source;
};

/// The judgement of one input under one resolved profile.
struct Report {
  std::string input_path;
  std::string input_kind;
  std::uint64_t input_bytes = 0;
  std::string input_sha256;  // empty unless asked for
  Format format;
  std::shared_ptr<const Profile> profile;  // null when the input could not be read at all
  Verdict verdict = Verdict::conforms;
  std::vector<Judgement> judgements;
  Counts counts;
  std::vector<Finding> findings;                 // total order: file, line, column, path, rule, cause, arguments
  std::uint64_t findings_total = 0;              // larger than findings.size() when truncated
  std::vector<RuleOutcome> outcomes;             // parallel to profile->rules
  std::vector<RequirementOutcome> requirements;  // parallel to profile->requirements
  std::vector<DataTable> tables;                 // that rules judged by, sorted by name
  std::vector<Problem> problems;                 // what could not be read, limits that were hit
  bool compared = false;                         // with an earlier report of this input
  std::vector<GoneFinding> gone;
  bool blocked_as_before = false;  // compared, and every rule that could not judge could not then either
};

/// Judgements, counts and verdict from findings, outcomes and problems; again after something was waived.
void settle(Report&);

}  // namespace assay
