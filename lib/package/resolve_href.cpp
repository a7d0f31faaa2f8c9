// References as IMS CP and RFC 3986 mean them, and what people write instead.
#include <algorithm>

#include <assay/record.hpp>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

// "http:", "mailto:", …; a drive letter ("C:") is not a scheme that anything could open.
bool has_scheme(std::string_view href) {
  std::size_t i = 0;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (href.empty() || !letter(href[0])) return false;
  while (i < href.size() &&
         (letter(href[i]) || (href[i] >= '0' && href[i] <= '9') || href[i] == '+' || href[i] == '-' || href[i] == '.'))
    ++i;
  return i < href.size() && href[i] == ':' && i > 1;
}

// Removes "." and ".."; false when it climbs above the start.
bool fold_dots(std::string_view path, std::string& folded) {
  const bool plain = !path.starts_with('.') && !path.starts_with('/') && !path.ends_with('/') &&
                     path.find("/.") == std::string_view::npos && path.find("//") == std::string_view::npos;
  if (plain) {
    folded = path;
    return true;
  }
  std::vector<std::string_view> steps;
  bool inside = true;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view step = path.substr(at, slash - at);
    if (step == "..") {
      if (steps.empty())
        inside = false;
      else
        steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = slash + 1;
  }
  folded.clear();
  for (std::string_view step : steps) folded.append(folded.empty() ? "" : "/").append(step);
  return inside;
}

}  // namespace

Resolved resolve_href(const PackageData& data, std::string_view base, std::string_view href) {
  return resolve_from(data, data.recognised.root, base, href);
}

Resolved resolve_from(const PackageData& data, std::string_view root, std::string_view base, std::string_view href) {
  Resolved result;
  std::string_view path = trimmed(href);
  if (is_local_address(path)) {
    result.resolution = Resolution::local;
    result.target = path;
    return result;
  }
  if (has_scheme(path) || path.starts_with("//")) {
    result.resolution = Resolution::external;
    return result;
  }
  path = path.substr(0, path.find('#'));
  path = path.substr(0, path.find('?'));
  if (path.empty()) {
    result.resolution = Resolution::empty;
    return result;
  }
  if (is_local_address(base)) {
    result.resolution = Resolution::local;
    result.target = std::string(base) + std::string(path);
    return result;
  }
  if (has_scheme(base)) {
    result.resolution = Resolution::external;
    return result;
  }
  const bool rooted = path.front() == '/';
  std::string joined =
      rooted ? std::string(path.substr(1)) : std::string(base.substr(0, base.rfind('/') + 1)) + std::string(path);
  const bool backslash = joined.find('\\') != std::string::npos;
  std::string decoded;
  const bool well_escaped = text::percent_decode(joined, decoded);
  std::string slashed = decoded;
  std::replace(slashed.begin(), slashed.end(), '\\', '/');
  std::string folded;
  const bool inside = fold_dots(slashed, folded);
  result.target = std::string(root) + folded;
  if (archive::Kind::document == data.archive.kind()) {
    result.resolution = Resolution::not_looked_up;
    return result;
  }
  if (!inside) {
    result.resolution = Resolution::escapes;
    return result;
  }
  const auto found = [&](Resolution resolution, std::uint32_t entry) {
    result.resolution = resolution;
    result.entry = entry;
    return result;
  };
  if (const std::uint32_t exact = data.archive.find(result.target); exact != none)
    return found(rooted         ? Resolution::leading_slash
                 : backslash    ? Resolution::backslash
                 : well_escaped ? Resolution::found
                                : Resolution::malformed_escape,
                 exact);
  std::string literal;
  if (fold_dots(joined, literal))  // the entry is still percent-encoded, as it stands in the reference
    if (const std::uint32_t same = data.archive.find(std::string(root) + literal); same != none)
      return found(Resolution::percent, same);
  if (!well_escaped) {
    result.resolution = Resolution::malformed_escape;
    return result;
  }
  if (const std::uint32_t near = data.archive.find_folded(text::folded(result.target)); near != none) {
    const std::string_view name = data.archive.entries()[near].path;
    const bool form_only = text::nfc(name) == text::nfc(result.target);
    return found(form_only ? Resolution::normalization : Resolution::case_only, near);
  }
  // A path from the root of a drive, when the package has no such file.
  result.resolution = path.front() == '\\' ? Resolution::local : Resolution::missing;
  return result;
}

}  // namespace assay
