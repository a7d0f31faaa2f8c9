#include "vectors/run.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <thread>

#include "sanitized.hpp"
#include "vectors/child.hpp"

namespace assay::vectors {
namespace {

constexpr double patience = 60;  // seconds of wall time for a vector that states no bound
// Instrumented code is slower and larger; the bounds are about the real program.
constexpr double slack = sanitized ? 10 : 1;

std::string measured(double value, const char* unit) {
  return std::to_string(value).substr(0, std::to_string(value).find('.') + 3) + " " + unit;
}

void check_bounds(const Vector& vector, const Usage& usage, std::vector<std::string>& differences) {
  if (vector.seconds && usage.seconds > *vector.seconds * slack)
    differences.push_back("took " + measured(usage.seconds, "s") + " of CPU, allowed are " +
                          measured(*vector.seconds, "s"));
  if (vector.mib && usage.mib > *vector.mib * slack)
    differences.push_back("took " + measured(usage.mib, "MiB") + ", allowed are " + measured(*vector.mib, "MiB"));
}

/// One of the validators that run at the same time, with its persistent child.
class Lane {
 public:
  Lane(const Suite& suite, const std::string& command, const TemporaryFolder& folder)
      : suite_(suite), command_(command), folder_(folder) {}

  std::vector<std::string> judge(const Vector& vector, std::size_t number) {
    const auto path = folder_.place(suite_, vector, number);
    auto differences = path ? ask(vector, *path) : std::vector<std::string>{words(path.problem())};
    folder_.clear(number);
    return differences;
  }

 private:
  // A vector with bounds has a process of its own, whose use of time and memory is then known.
  std::vector<std::string> ask(const Vector& vector, const std::string& path) {
    const std::string request = request_line(vector, path);
    if (vector.seconds || vector.mib) {
      Child fresh(command_);
      auto differences =
          answered(vector, fresh, fresh.ask(request, std::max(patience, vector.seconds.value_or(0) * 10 * slack)));
      check_bounds(vector, fresh.finish(), differences);
      return differences;
    }
    if (!persistent_ || !persistent_->alive()) persistent_ = std::make_unique<Child>(command_);
    return answered(vector, *persistent_, persistent_->ask(request, patience * slack));
  }

  static std::vector<std::string> answered(const Vector& vector, const Child& child,
                                           const std::optional<std::string>& line) {
    if (!line) return {"the validator " + child.fate()};
    const auto answer = read_answer(*line);
    if (!answer) return {"no answer: " + words(answer.problem())};
    if (answer->vector != vector.id) return {"the answer is about \"" + answer->vector + "\""};
    return compare(vector, *answer);
  }

  const Suite& suite_;
  const std::string& command_;
  const TemporaryFolder& folder_;
  std::unique_ptr<Child> persistent_;
};

}  // namespace

bool Selection::takes(const Vector& vector) const {
  return vector.id.find(filter) != std::string::npos && (family.empty() || vector.id.starts_with(family + "."));
}

std::string words(const Problem& problem) {
  std::string text;
  if (!problem.file.empty()) text = problem.file + ":";
  if (problem.line) text += std::to_string(problem.line) + ":" + std::to_string(problem.column) + ":";
  return text + (text.empty() ? "" : " ") + problem.message + (problem.advice.empty() ? "" : " " + problem.advice);
}

Result<Outcomes> run(const Suite& suite, const RunOptions& options) {
  std::vector<const Vector*> chosen;
  for (const Vector& vector : suite.vectors())
    if (options.selection.takes(vector)) chosen.push_back(&vector);
  const TemporaryFolder folder;
  if (folder.path().empty())
    return Problem{ProblemKind::internal, "cannot-write", "No temporary folder can be made.", "Check $TMPDIR.", ""};
  std::vector<std::vector<std::string>> differences(chosen.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    Lane lane(suite, options.command, folder);
    for (std::size_t i; (i = next++) < chosen.size();) differences[i] = lane.judge(*chosen[i], i);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < options.jobs && i < chosen.size(); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  Outcomes outcomes;
  outcomes.vectors = chosen.size() + suite.problems().size();
  for (const Problem& problem : suite.problems()) outcomes.failures.push_back({"(broken vector)", {words(problem)}});
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (differences[i].empty())
      ++outcomes.passed;
    else
      outcomes.failures.emplace_back(chosen[i]->id, std::move(differences[i]));
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

std::string TemporaryFolder::folder(std::size_t number) const { return path_ + "/" + std::to_string(number); }

Result<std::string> TemporaryFolder::place(const Suite& suite, const Vector& vector, std::size_t number) const {
  const auto built = build(suite, vector);
  if (!built) return built.problem();
  std::error_code error;
  std::filesystem::create_directory(folder(number), error);
  return write(*built, folder(number));
}

void TemporaryFolder::clear(std::size_t number) const {
  std::error_code ignored;
  std::filesystem::remove_all(folder(number), ignored);
}

}  // namespace assay::vectors
