// Length of a value in code points.
#include <array>

#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"min", Join::min}, ParamInfo{"max", Join::max}, ParamInfo{"trim"},
                               ParamInfo{"skip_empty"}};

std::optional<Problem> compile(ParamSet& set) { return kinds_detail::one_given(set, "min", "max"); }

void check(const Package& package, const Params& parameters, Reporter& report) {
  const std::int64_t min = parameters.integer("min", 0), max = parameters.integer("max", INT64_MAX);
  kinds_detail::each_target(package, ParamsAccess::of(parameters), [&](const Target& target) {
    const std::string_view value = kinds_detail::target_value(target, parameters.flag("trim"));
    if (value.empty() && parameters.flag("skip_empty")) return;
    report.judged();
    const auto length = static_cast<std::int64_t>(text::count_code_points(value));
    if (length >= min && length <= max) return;
    const std::string count = std::to_string(length), least = std::to_string(min), most = std::to_string(max);
    kinds_detail::report_target(report, {}, target, kinds_detail::shortened(value, 80),
                                {{"length", count}, {"min", least}, {"max", most}});
  });
}

}  // namespace

extern const KindInfo length_kind;
const KindInfo length_kind = {"length", params, true, compile, check, "length min max"};

}  // namespace assay
