// Files that have to be there, or must not be.
#include <array>

#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"require", Join::require}, ParamInfo{"deny", Join::deny}};

std::optional<Problem> compile(ParamSet& set) {
  if (!set.find("require") && !set.find("deny"))
    return Problem{ProblemKind::usage, "missing-parameter", "Neither \"require\" nor \"deny\" is given.",
                   "Give one of them.", ""};
  if (const ParamValue* deny = set.find("deny"))
    for (const std::string& pattern : deny->list) {
      auto compiled = text::Regex::compile(pattern);
      if (!compiled) return compiled.problem();
      set.patterns.push_back(std::move(*compiled));
    }
  return std::nullopt;
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  for (std::string_view wanted : parameters.list("require")) {
    report.judged();
    const std::string full = std::string(package_root(package)) + std::string(wanted);
    if (find_entry(package, full) == none) report.report(Place(), {{"name", wanted}});
  }
  if (set.patterns.empty()) return;
  for (std::uint32_t i = 0; i < entry_count(package); ++i) {
    const std::string_view name = entry(package, i).name;
    report.judged();
    for (const text::Regex& pattern : set.patterns)
      if (pattern.matches_whole(name)) {
        report.report(Place::of_file(name), {{"name", name}});
        break;
      }
  }
}

}  // namespace

extern const KindInfo entry_kind;
const KindInfo entry_kind = {"entry", params, false, compile, check, "name"};

}  // namespace assay
