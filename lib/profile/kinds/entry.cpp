// Files that have to be there, or must not be.
#include <algorithm>
#include <array>

#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"require", Join::require}, ParamInfo{"deny", Join::deny}, ParamInfo{"group"}};

std::optional<Problem> compile(ParamSet& set) {
  if (auto problem = kinds_detail::one_given(set, "require", "deny")) return problem;
  if (const ParamValue* group = set.find("group"); group && group->text != "package")
    return kinds_detail::takes("group", "\"package\"", "Leave it out for a finding at each place.");
  return kinds_detail::compile_patterns(set.find("deny"), set.patterns);
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  for (std::string_view wanted : parameters.list("require")) {
    report.judged();
    const std::string full = std::string(package_root(package)) + std::string(wanted);
    if (find_entry(package, full) == none) report.report(Place(), {{"name", wanted}});
  }
  if (set.patterns.empty()) return;
  const bool one_finding = !parameters.text("group").empty();
  std::uint32_t count = 0, first = none;
  for (std::uint32_t i = 0; i < entry_count(package); ++i) {
    const std::string_view name = entry(package, i).name;
    report.judged();
    const auto matches = [&](const text::Regex& pattern) { return pattern.matches_whole(name); };
    if (std::none_of(set.patterns.begin(), set.patterns.end(), matches)) continue;
    if (count++ == 0) first = i;
    if (!one_finding) report.report(Place::of_file(name), {{"name", name}, {"count", "1"}});
  }
  if (!one_finding || count == 0) return;
  const std::string_view name = entry(package, first).name;
  report.report(count > 1 ? Place() : Place::of_file(name), {{"name", name}, {"count", std::to_string(count)}});
}

}  // namespace

extern const KindInfo entry_kind;
const KindInfo entry_kind = {"entry", params, false, compile, check, "name count"};

}  // namespace assay
