// Expected and answered, side by side.
#include <algorithm>

#include "text/unicode.hpp"
#include "vectors/run.hpp"

namespace assay::vectors {
namespace {

bool fits(const Expected& expected, const Answered& found) {
  return expected.rule == found.rule && (!expected.cause || *expected.cause == found.cause) &&
         (!expected.file || *expected.file == found.file) &&
         (!expected.severity || *expected.severity == found.severity) &&
         (!expected.line || *expected.line == found.line) && (!expected.column || *expected.column == found.column);
}

std::string describe(const Answered& found) {
  return found.rule + (found.cause.empty() ? "" : ":" + found.cause) + " at " + text::visible(found.file) + ":" +
         std::to_string(found.line) + ":" + std::to_string(found.column) + " (" + found.severity + ")";
}

std::string describe(const Expected& expected) {
  const auto number = [](const std::optional<std::uint32_t>& n) { return n ? std::to_string(*n) : std::string("*"); };
  return expected.rule + (expected.cause ? ":" + *expected.cause : "") + " at " +
         text::visible(expected.file.value_or("*")) + ":" + number(expected.line) + ":" + number(expected.column) +
         (expected.severity ? " (" + *expected.severity + ")" : "");
}

/// Gives each expected finding one of its own. An expectation that fits several must not take the only one that fits
/// another, so taken ones are given away again where their owner has a second choice (augmenting paths).
class Matching {
 public:
  Matching(const std::vector<Expected>& expected, const std::vector<Answered>& found)
      : expected_(expected), found_(found), owner_(found.size(), nobody) {
    for (std::size_t i = 0; i < expected.size(); ++i) {
      seen_.assign(found.size(), false);
      if (!place(i)) missing.push_back(i);
    }
  }
  [[nodiscard]] bool taken(std::size_t found) const { return owner_[found] != nobody; }
  std::vector<std::size_t> missing;

 private:
  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
  bool place(std::size_t wanted) {
    // Ten thousand alike are no riddle: a free one is taken before anybody is asked to move.
    for (std::size_t k = 0; k < found_.size(); ++k)
      if (owner_[k] == nobody && fits(expected_[wanted], found_[k])) {
        owner_[k] = wanted;
        return true;
      }
    for (std::size_t k = 0; k < found_.size(); ++k) {
      if (seen_[k] || !fits(expected_[wanted], found_[k])) continue;
      seen_[k] = true;
      if (owner_[k] == nobody || place(owner_[k])) {
        owner_[k] = wanted;
        return true;
      }
    }
    return false;
  }
  const std::vector<Expected>& expected_;
  const std::vector<Answered>& found_;
  std::vector<std::size_t> owner_;
  std::vector<bool> seen_;
};

bool share_requirement(const Answered& a, const Answered& b) {
  return std::any_of(a.requirements.begin(), a.requirements.end(), [&](const std::string& requirement) {
    return std::find(b.requirements.begin(), b.requirements.end(), requirement) != b.requirements.end();
  });
}

// One defect, one finding: two rules must not say the same about one place, nor one rule the same thing twice. (One
// rule may say different things about one element: two unknown attributes.)
void find_doubles(const Answer& answer, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < answer.findings.size(); ++i)
    for (std::size_t k = i + 1; k < answer.findings.size(); ++k) {
      const Answered &a = answer.findings[i], &b = answer.findings[k];
      const bool same_place = a.file == b.file && a.line == b.line && a.column == b.column && a.path == b.path;
      if (!same_place) break;  // findings are sorted by place
      const bool same_thing = a.rule != b.rule || (a.cause == b.cause && a.fingerprint == b.fingerprint);
      if (same_thing && share_requirement(a, b))
        out.push_back("one defect twice: " + describe(a) + " and " + describe(b));
    }
}

std::string outcome_of(const Answer& answer, const std::string& rule) {
  if (std::find(answer.passed.begin(), answer.passed.end(), rule) != answer.passed.end()) return "passed";
  for (const auto& [name, outcome] : answer.outcomes)
    if (name == rule) return outcome;
  return "not part of the profile";
}

}  // namespace

std::vector<std::string> compare(const Vector& vector, const Answer& answer) {
  std::vector<std::string> out;
  if (answer.verdict != vector.verdict)
    out.push_back("verdict: expected " + vector.verdict + ", got " + answer.verdict +
                  (answer.message.empty() ? "" : ": " + answer.message));
  const Matching matching(vector.findings, answer.findings);
  for (const std::size_t i : matching.missing) out.push_back("expected: " + describe(vector.findings[i]));
  for (std::size_t i = 0; i < answer.findings.size(); ++i)
    if (!matching.taken(i)) out.push_back("got:      " + describe(answer.findings[i]));
  for (const std::string& rule : vector.passed)
    if (const std::string outcome = outcome_of(answer, rule); outcome != "passed")
      out.push_back("outcome of " + rule + ": expected passed, got " + outcome);
  for (const auto& [rule, wanted] : vector.outcomes)
    if (const std::string outcome = outcome_of(answer, rule); outcome != wanted)
      out.push_back("outcome of " + rule + ": expected " + wanted + ", got " + outcome);
  // What is expected is all there is; a vector that says nothing about problems says nothing about them.
  if (!vector.problems.empty()) {
    const auto joined = [](std::vector<std::string> codes) {
      std::sort(codes.begin(), codes.end());
      std::string text;
      for (const std::string& code : codes) text += (text.empty() ? "" : " ") + code;
      return text;
    };
    if (joined(vector.problems) != joined(answer.problems))
      out.push_back("problems: expected " + joined(vector.problems) + ", got " + joined(answer.problems));
  }
  for (const Answered& found : answer.findings)
    for (const std::string& name : found.unfilled)
      out.push_back("the message of " + found.rule + " lacks {" + name + "}");
  find_doubles(answer, out);
  return out;
}

}  // namespace assay::vectors
