#include "profile/dead.hpp"

#include <algorithm>
#include <array>

#include "embedded.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

Problem dead(const std::string& why, std::string advice) {
  return {ProblemKind::usage, "dead-rule", "It would never find anything: " + why + ".", std::move(advice), ""};
}

// Names of elements and attributes that our schemas declare, sorted; made by the build.
const std::vector<std::string_view>& declared_names() {
  static const auto all = [] {
    std::vector<std::string_view> names;
    for (std::string_view rest = embedded_file("schemas/names.txt"); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (end > 0) names.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
  }();
  return all;
}

bool has_schemas(std::string_view prefix) {
  constexpr std::array<std::string_view, 7> all = {"cp", "adlcp", "adlseq", "adlnav", "imsss", "imsmd", "lom"};
  return std::find(all.begin(), all.end(), prefix) != all.end();
}

// One name of a path. An attribute without a prefix belongs to its element's standard.
std::optional<Problem> unknown_name(std::string_view name, std::string_view prefix_of_element) {
  const std::size_t colon = name.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? prefix_of_element : name.substr(0, colon);
  const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
  const auto& names = declared_names();
  if (!has_schemas(prefix) || local == "*" || std::binary_search(names.begin(), names.end(), local))
    return std::nullopt;
  // What resembles nothing may be a name of a standard whose schemas do not ship (Common Cartridge shares cp:).
  const std::string near = text::nearest(local, names, 1);
  if (near.empty()) return std::nullopt;
  return dead("no schema knows the name " + text::quoted(name),
              "Did you mean " + std::string(name.substr(0, colon + 1)) + near + "?");
}

std::optional<Problem> unknown_names(std::string_view path) {
  std::string_view prefix;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    std::string_view step = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (step == "text()") continue;
    const bool attribute = step.starts_with("@");
    if (attribute) step.remove_prefix(1);
    if (!attribute) prefix = step.substr(0, std::min(step.find(':'), step.size()));
    if (auto problem = unknown_name(step, prefix)) return problem;
  }
  return std::nullopt;
}

std::optional<Problem> unknown_role(std::string_view needs) {
  constexpr std::array<std::string_view, 11> roles = {"content",   "declaration",     "documents",   "entries",
                                                      "inventory", "library",         "linked-data", "manifest",
                                                      "metadata",  "second-manifest", "pages"};
  for (std::string_view rest = needs; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view role = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (role.empty() || std::find(roles.begin(), roles.end(), role) != roles.end()) continue;
    return dead("no document has the role " + text::quoted(role), text::one_of(roles));
  }
  return std::nullopt;
}

// Bounds that every count and every length keeps.
bool always_kept(const ParamSet& set) {
  const ParamValue* min = set.find("min");
  return min && !set.find("max") && (min->text == "0" || min->text.starts_with('-'));
}

}  // namespace

std::optional<Problem> never_fires(const Draft& draft, const ParamSet& set) {
  if (!draft.kind || !draft.stanza || draft.stanza.document->of_project) return std::nullopt;
  if (auto problem = unknown_role(set.needs)) return problem;
  if ((draft.kind_name == "count" || draft.kind_name == "length") && always_kept(set))
    return dead("every number is at least \"min\"", "Give a higher \"min\", or a \"max\".");
  if (draft.kind_name == "entry") {
    const ParamValue *require = set.find("require"), *deny = set.find("deny");
    if ((!require || require->list.empty()) && (!deny || deny->list.empty()))
      return dead("nothing is required and nothing denied", "Name an entry, or a pattern.");
  }
  for (const std::string_view name : {"at", "to", "child"})
    if (const ParamValue* paths = set.find(name)) {
      for (const std::string& path : paths->list)
        if (auto problem = unknown_names(path)) return problem;
    }
  return std::nullopt;
}

}  // namespace assay
