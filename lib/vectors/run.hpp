// Judges vectors through the line protocol and compares with what they expect.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <assay/report.hpp>

#include "vectors/vector.hpp"

namespace assay::vectors {

struct Answered {
  std::string rule, cause, file, severity, path;
  std::uint32_t line = 0, column = 0;
  std::string fingerprint;
  std::vector<std::string> requirements;
  std::vector<std::string> unfilled;  // placeholders that no argument filled
};
struct Answer {
  std::string vector, verdict, message;  // the message of verdict "error"
  std::vector<Answered> findings;
  std::vector<std::string> passed;
  std::vector<std::pair<std::string, std::string>> outcomes;  // rules that did not pass
  std::vector<std::string> problems;                          // codes: "truncated-zip", "limit-entries"
};

/// Our own side of the protocol: judges one request. Never fails; an error is an answer with verdict "error".
[[nodiscard]] std::string answer_line(const Store&, const std::string& request);
[[nodiscard]] std::string request_line(const Vector&, const std::string& path);
/// The part of an answer that says what a report says.
[[nodiscard]] Answer answer_of(const Report&);
/// Problem when the line is no answer.
Result<Answer> read_answer(const std::string& line);

/// What differs between an answer and the expectation, one line each; empty when the vector passed.
[[nodiscard]] std::vector<std::string> compare(const Vector&, const Answer&);

struct Selection {
  std::string filter;  // part of the id
  std::string family;  // first part of the id
  [[nodiscard]] bool takes(const Vector&) const;
};

struct RunOptions {
  Selection selection;
  std::string command;  // a validator that speaks the protocol
  unsigned jobs = 1;
};

struct Outcomes {
  std::size_t vectors = 0, passed = 0;
  std::vector<std::pair<std::string, std::vector<std::string>>> failures;  // vector id → differences
};
/// Broken vectors fail like wrong answers do. Problem only when nothing can be run at all.
Result<Outcomes> run(const Suite&, const RunOptions&);

/// "file:line:column: message" for one that stands in a list.
[[nodiscard]] std::string words(const Problem&);

/// A folder below $TMPDIR that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  /// Empty when it could not be made.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Builds a vector in a folder of its own; returns the path to judge.
  Result<std::string> place(const Suite&, const Vector&, std::size_t number) const;
  void clear(std::size_t number) const;

 private:
  [[nodiscard]] std::string folder(std::size_t number) const;
  std::string path_;
};

}  // namespace assay::vectors
