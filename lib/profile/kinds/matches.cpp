// A form, as RE2 patterns over the whole value; all of them must match.
#include <array>

#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"patterns", Join::patterns}, ParamInfo{"trim"}, ParamInfo{"skip_empty"}};

std::optional<Problem> compile(ParamSet& set) {
  const ParamValue* patterns = set.find("patterns");
  if (!patterns || patterns->list.empty()) return kinds_detail::missing("patterns", "Give one or more RE2 patterns.");
  return kinds_detail::compile_patterns(patterns, set.patterns);
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const auto list = parameters.list("patterns");
  kinds_detail::each_target(package, set, [&](const Target& target) {
    const std::string_view value = kinds_detail::target_value(target, parameters.flag("trim"));
    if (value.empty() && parameters.flag("skip_empty")) return;
    report.judged();
    for (std::size_t i = 0; i < set.patterns.size(); ++i)
      if (!set.patterns[i].matches_whole(value))
        return kinds_detail::report_target(report, {}, target, value, {{"pattern", list[i]}});
  });
}

}  // namespace

extern const KindInfo matches_kind;
const KindInfo matches_kind = {"matches", params, true, compile, check, "pattern"};

}  // namespace assay
