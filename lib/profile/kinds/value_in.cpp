// A vocabulary. A value that differs in letter case only is its own cause, because readers often accept it.
#include <array>
#include <unordered_map>

#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"values", Join::allow}, ParamInfo{"trim"}, ParamInfo{"skip_empty"}};

std::optional<Problem> compile(ParamSet& set) {
  const ParamValue* values = set.find("values");
  if (!values || values->list.empty()) return kinds_detail::missing("values", "List the values that are allowed.");
  set.allowed.insert(values->list.begin(), values->list.end());
  return std::nullopt;
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const auto list = parameters.list("values");
  const std::string allowed = kinds_detail::joined(list);
  std::unordered_map<std::string, std::string_view> folded;
  for (std::string_view each : list) folded.emplace(text::folded(each), each);
  const std::uint64_t most = kinds_detail::most_suggestions(package);
  std::uint64_t found = 0;
  kinds_detail::each_target(package, set, [&](const Target& target) {
    const std::string_view value = kinds_detail::target_value(target, parameters.flag("trim"));
    if (value.empty() && parameters.flag("skip_empty")) return;
    report.judged();
    if (set.allowed.contains(std::string(value))) return;
    const std::string key = text::folded(trimmed(value));
    if (const auto same = folded.find(key); same != folded.end())
      return kinds_detail::report_target(report, "case", target, value, {{"allowed", allowed}, {"near", same->second}});
    const std::string near = ++found <= most ? text::nearest(value, list, 1) : std::string();
    kinds_detail::report_target(report, {}, target, value, {{"allowed", allowed}, {"near", near}});
  });
}

}  // namespace

extern const KindInfo value_in_kind;
const KindInfo value_in_kind = {"value-in", params, true, compile, check, "allowed near"};

}  // namespace assay
