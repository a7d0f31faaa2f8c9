#include "text/regex.hpp"

#include <mutex>
#include <string>

#include <re2/re2.h>

namespace assay::text {

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
    return Problem{ProblemKind::usage, "bad-pattern",
                   "The pattern cannot be used: " + made.impl_->expression().error() + ".",
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
