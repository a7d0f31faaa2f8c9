#include "text/regex.hpp"

#include <mutex>
#include <string>

#include <re2/re2.h>

namespace assay::text {

namespace {

// In words of ours, with the piece that it is about.
std::string trouble_of(const re2::RE2& expression) {
  const auto why = [&]() -> const char* {
    switch (expression.error_code()) {
      case re2::RE2::ErrorBadEscape: return "an escape is unknown";
      case re2::RE2::ErrorBadCharClass:
      case re2::RE2::ErrorBadCharRange: return "a class or range of characters is wrong";
      case re2::RE2::ErrorMissingBracket: return "] is missing";
      case re2::RE2::ErrorMissingParen: return ") or ( is missing";
      case re2::RE2::ErrorTrailingBackslash: return "a backslash stands at the end";
      case re2::RE2::ErrorRepeatArgument:
      case re2::RE2::ErrorRepeatOp: return "there is nothing to repeat";
      case re2::RE2::ErrorRepeatSize: return "it repeats too often";
      case re2::RE2::ErrorBadUTF8: return "it is not UTF-8";
      case re2::RE2::ErrorPatternTooLarge: return "it is too large";
      default: return "RE2 does not know this";
    }
  };
  const std::string& piece = expression.error_arg();
  return "The pattern cannot be used" + (piece.empty() ? std::string() : " at \"" + piece + "\"") + ": " + why() + ".";
}

}  // namespace

struct Regex::Impl {
  explicit Impl(std::string_view text) : pattern(text) {}
  std::string pattern;
  std::once_flag once;
  std::unique_ptr<re2::RE2> made;

  const re2::RE2& expression() {
    std::call_once(once, [this] {
      re2::RE2::Options options;
      options.set_log_errors(false);
      options.set_never_capture(true);
      options.set_dot_nl(true);
      options.set_max_mem(8 << 20);
      made = std::make_unique<re2::RE2>(pattern, options);
    });
    return *made;
  }
};

Regex::Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Regex Regex::later(std::string_view pattern) {
  Regex made;
  made.impl_ = std::make_unique<Impl>(pattern);
  return made;
}

Result<Regex> Regex::compile(std::string_view pattern) {
  Regex made = later(pattern);
  if (!made.ok())
    return Problem{ProblemKind::usage, "bad-pattern", trouble_of(made.impl_->expression()),
                   "Use RE2 syntax: no look-ahead, no back references.", ""};
  return made;
}

bool Regex::ok() const { return impl_->expression().ok(); }

bool Regex::matches_whole(std::string_view text) const {
  return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), impl_->expression());
}

bool Regex::found_in(std::string_view text) const {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), impl_->expression());
}

}  // namespace assay::text
