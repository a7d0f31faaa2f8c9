#include "report/glob.hpp"

namespace assay::report {

// One step back to the last "*" is enough; the budget keeps "*a*a*a*b" over a long name from taking long.
bool glob(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, retry = 0, budget = 100'000;
  while (budget-- > 0) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && t < text.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (p == pattern.size() && t == text.size()) {
      return true;
    } else if (star != std::string_view::npos && retry < text.size()) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  return false;
}

std::string plain_path(std::string_view path) {
  std::string out = path.starts_with('/') ? "/" : "";
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (!out.empty() && out != "/") out += "/";
    out += part;
  }
  return out;
}

bool matches_input(std::string_view pattern, std::string_view path) {
  const std::string plain = plain_path(path);
  if (pattern.find('/') != std::string_view::npos) return glob(plain_path(pattern), plain);
  return glob(pattern, std::string_view(plain).substr(plain.rfind('/') + 1));
}

}  // namespace assay::report
