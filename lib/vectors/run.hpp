// Judges vectors through the line protocol and compares with what they expect.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vectors/vector.hpp"

namespace assay::vectors {

struct Answered {
  std::string rule, cause, file, severity, path;
  std::uint32_t line = 0, column = 0;
  std::vector<std::string> requirements;
  std::vector<std::string> unfilled;  // placeholders that no argument filled
};
struct Answer {
  std::string verdict;
  std::vector<Answered> findings;
  std::vector<std::string> passed;
};

/// Our own side of the protocol: judges one request. Never fails; an error is an answer with verdict "error".
[[nodiscard]] std::string answer_line(const Store&, const std::string& request);
[[nodiscard]] std::string request_line(const Vector&, const std::string& path);
Result<Answer> read_answer(const std::string& line);

/// What differs between an answer and the expectation, one line each; empty when the vector passed.
[[nodiscard]] std::vector<std::string> compare(const Vector&, const Answer&);

struct Outcomes {
  std::size_t vectors = 0, passed = 0;
  std::vector<std::pair<std::string, std::vector<std::string>>> failures;  // vector id → differences
};
/// `command`: a validator that speaks the protocol. `each` is told every answer.
Result<Outcomes> run(const Suite&, const std::string& filter, const std::string& command,
                     const std::function<void(const Vector&, const Answer&)>& each = {});

/// A folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace assay::vectors
