// Value or Problem. No exception crosses the border of libassay: what can go wrong is a Problem that names the
// place and the way out.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace assay {

/// What kind of trouble it is; the command line turns it into an exit code.
enum class ProblemKind : std::uint8_t {
  usage,       // wrong arguments, profile or configuration     (exit 2)
  unreadable,  // no container or document can be read          (exit 3)
  refused,     // a budget was hit or a safety rule refuses it  (exit 4)
  internal,    // our own fault, or the output cannot be written (exit 5)
};

/// One thing that went wrong. `line` and `column` are 1-based, columns count code points; 0 means "the whole file".
struct Problem {
  ProblemKind kind = ProblemKind::internal;
  std::string code;     // stable, lower-case with dashes: "not-a-zip", "limit-entries", "unknown-profile"
  std::string message;  // one sentence, English, without the file name
  std::string advice;   // what to do about it; may be empty
  std::string file;     // path or entry name as the user knows it; may be empty
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }

  [[nodiscard]] const Problem& problem() const { return std::get<1>(state_); }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace assay
