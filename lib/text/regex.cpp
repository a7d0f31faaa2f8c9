#include "text/regex.hpp"

#include <re2/re2.h>

namespace assay::text {

struct Regex::Impl {
  explicit Impl(std::string_view pattern, const re2::RE2::Options& options)
      : expression(re2::StringPiece(pattern.data(), pattern.size()), options) {}
  re2::RE2 expression;
};

Regex::Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_dot_nl(true);
  options.set_max_mem(8 << 20);
  Regex made;
  made.impl_ = std::make_unique<Impl>(pattern, options);
  if (!made.impl_->expression.ok())
    return Problem{ProblemKind::usage, "bad-pattern",
                   "The pattern cannot be used: " + made.impl_->expression.error() + ".",
                   "Use RE2 syntax: no look-ahead, no back references.", ""};
  return made;
}

bool Regex::matches_whole(std::string_view text) const {
  return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), impl_->expression);
}

bool Regex::found_in(std::string_view text) const {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), impl_->expression);
}

}  // namespace assay::text
