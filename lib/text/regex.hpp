// The only regular expressions that package text meets: RE2, linear time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <assay/result.hpp>

namespace assay::text {

class Regex {
 public:
  /// RE2 syntax, UTF-8, no captures needed. Problem code "bad-pattern" with its reason.
  static Result<Regex> compile(std::string_view pattern);
  /// For a pattern that ships, which the tests compile: here only when it meets a text, since most never do. A
  /// pattern that is wrong all the same matches nothing.
  static Regex later(std::string_view pattern);
  /// Compiles it now.
  [[nodiscard]] bool ok() const;
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();
  [[nodiscard]] bool matches_whole(std::string_view) const;
  [[nodiscard]] bool found_in(std::string_view) const;

 private:
  Regex();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::text
