// A vocabulary. A value that differs in letter case only is its own cause, because readers often accept it.
#include <algorithm>
#include <array>

#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"values", Join::allow}, ParamInfo{"trim"}, ParamInfo{"skip_empty"}};

std::optional<Problem> compile(ParamSet& set) {
  const ParamValue* values = set.find("values");
  if (!values || values->list.empty())
    return Problem{ProblemKind::usage, "missing-parameter", "\"values\" is missing.",
                   "List the values that are allowed.", ""};
  set.allowed.insert(values->list.begin(), values->list.end());
  return std::nullopt;
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const auto list = parameters.list("values");
  const std::string allowed = kinds_detail::joined(list);
  kinds_detail::each_target(package, set, [&](const Target& target) {
    const std::string_view value = kinds_detail::target_value(target, parameters.flag("trim"));
    if (value.empty() && parameters.flag("skip_empty")) return;
    report.judged();
    if (set.allowed.contains(std::string(value))) return;
    const std::string key = text::folded(trimmed(value));
    const auto same =
        std::find_if(list.begin(), list.end(), [&](std::string_view each) { return text::folded(each) == key; });
    if (same != list.end())
      return kinds_detail::report_target(report, "case", target, value, {{"allowed", allowed}, {"near", *same}});
    const std::string near = text::nearest(value, list, 1);
    kinds_detail::report_target(report, {}, target, value, {{"allowed", allowed}, {"near", near}});
  });
}

}  // namespace

extern const KindInfo value_in_kind;
const KindInfo value_in_kind = {"value-in", params, true, compile, check, "allowed near"};

}  // namespace assay
