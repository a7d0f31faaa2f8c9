#include "vectors/run.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "vectors/child.hpp"

namespace assay::vectors {
namespace {

constexpr double patience = 60;  // seconds for one ordinary vector

bool fits(const Expected& expected, const Answered& found) {
  return expected.rule == found.rule && (!expected.cause || *expected.cause == found.cause) &&
         (!expected.file || *expected.file == found.file) &&
         (!expected.severity || *expected.severity == found.severity) &&
         (!expected.line || *expected.line == found.line) && (!expected.column || *expected.column == found.column);
}

std::string words(const Answered& found) {
  return found.rule + (found.cause.empty() ? "" : ":" + found.cause) + " at " + found.file + ":" +
         std::to_string(found.line) + ":" + std::to_string(found.column) + " (" + found.severity + ")";
}

std::string words(const Expected& expected) {
  return expected.rule + (expected.cause ? ":" + *expected.cause : "") + " at " + expected.file.value_or("*") + ":" +
         (expected.line ? std::to_string(*expected.line) : "*");
}

// No two findings for one place and requirement.
void doubled(const Answer& answer, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < answer.findings.size(); ++i)
    for (std::size_t k = i + 1; k < answer.findings.size(); ++k) {
      const Answered &a = answer.findings[i], &b = answer.findings[k];
      if (a.file != b.file || a.line != b.line || a.column != b.column || a.path != b.path || a.line == 0) continue;
      for (const std::string& requirement : a.requirements)
        if (std::find(b.requirements.begin(), b.requirements.end(), requirement) != b.requirements.end() &&
            (a.rule != b.rule || a.cause == b.cause))
          out.push_back("two findings for " + requirement + " in one place: " + words(a) + " and " + words(b));
    }
}

}  // namespace

std::vector<std::string> compare(const Vector& vector, const Answer& answer) {
  std::vector<std::string> out;
  if (answer.verdict != vector.verdict) out.push_back("verdict " + answer.verdict + ", expected " + vector.verdict);
  std::vector<bool> used(answer.findings.size());
  for (const Expected& expected : vector.findings) {
    bool found = false;
    for (std::size_t i = 0; i < answer.findings.size() && !found; ++i)
      if (!used[i] && fits(expected, answer.findings[i])) used[i] = found = true;
    if (!found) out.push_back("missing: " + words(expected));
  }
  for (std::size_t i = 0; i < answer.findings.size(); ++i)
    if (!used[i]) out.push_back("too much: " + words(answer.findings[i]));
  for (const std::string& rule : vector.passed)
    if (std::find(answer.passed.begin(), answer.passed.end(), rule) == answer.passed.end())
      out.push_back("did not pass: " + rule);
  for (const Answered& found : answer.findings)
    for (const std::string& name : found.unfilled) out.push_back("message of " + found.rule + " lacks {" + name + "}");
  doubled(answer, out);
  return out;
}

Result<Outcomes> run(const Suite& suite, const std::string& filter, const std::string& command,
                     const std::function<void(const Vector&, const Answer&)>& each) {
  Outcomes outcomes;
  const TemporaryFolder folder;
  std::unique_ptr<Child> persistent;
  for (const Vector& vector : suite.vectors()) {
    if (vector.id.find(filter) == std::string::npos) continue;
    ++outcomes.vectors;
    std::vector<std::string> differences;
    auto built = build(suite, vector);
    if (!built) return built.problem();
    const std::string place = folder.path() + "/" + std::to_string(outcomes.vectors);
    std::filesystem::create_directory(place);
    auto path = write(*built, place);
    if (!path) return path.problem();
    // A vector with bounds has a process of its own, whose use of time and memory is then known.
    const bool own_process = vector.seconds || vector.mib;
    std::unique_ptr<Child> fresh;
    if (own_process)
      fresh = std::make_unique<Child>(command);
    else if (!persistent || !persistent->alive())
      persistent = std::make_unique<Child>(command);
    Child& child = own_process ? *fresh : *persistent;
    const auto line = child.ask(request_line(vector, *path), patience);
    if (!line) {
      differences.push_back("the validator died or did not answer");
    } else if (auto answer = read_answer(*line); !answer) {
      differences.push_back("no answer: " + answer.problem().message);
    } else {
      differences = compare(vector, *answer);
      if (each) each(vector, *answer);
    }
    if (own_process) {
      const Usage usage = child.finish();
      if (vector.seconds && usage.seconds > *vector.seconds)
        differences.push_back("took " + std::to_string(usage.seconds) + " s of CPU");
      if (vector.mib && usage.mib > *vector.mib) differences.push_back("took " + std::to_string(usage.mib) + " MiB");
    }
    std::error_code ignored;
    std::filesystem::remove_all(place, ignored);
    if (differences.empty())
      ++outcomes.passed;
    else
      outcomes.failures.emplace_back(vector.id, std::move(differences));
  }
  return outcomes;
}

TemporaryFolder::TemporaryFolder() {
  const char* base = std::getenv("TMPDIR");
  path_ = std::string(base && *base ? base : "/tmp") + "/assay-vectors-XXXXXX";
  if (!::mkdtemp(path_.data())) path_.clear();
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace assay::vectors
