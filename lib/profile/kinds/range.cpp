// A number between bounds. What is no number at all is its own cause.
#include <array>
#include <charconv>

#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"min", Join::min}, ParamInfo{"max", Join::max}, ParamInfo{"skip_empty"}};

std::optional<Problem> compile(ParamSet& set) { return kinds_detail::one_given(set, "min", "max"); }

bool decimal(std::string_view text, double& number) {
  // from_chars reads "nan" and "inf" too, and a sign behind our own.
  const bool plus = text.starts_with('+');
  if (plus) text.remove_prefix(1);
  const std::string_view digits = text.substr(text.starts_with('-') && !plus ? 1 : 0);
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string_view::npos) return false;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const double min = parameters.number("min", -1e300), max = parameters.number("max", 1e300);
  kinds_detail::each_target(package, ParamsAccess::of(parameters), [&](const Target& target) {
    const std::string_view value = trimmed(target.value);
    if (value.empty() && parameters.flag("skip_empty")) return;
    report.judged();
    double number = 0;
    const bool is_number = decimal(value, number);
    if (is_number && number >= min && number <= max) return;
    kinds_detail::report_target(report, is_number ? "" : "not-a-number", target, value,
                                {{"min", parameters.text("min")}, {"max", parameters.text("max")}});
  });
}

}  // namespace

extern const KindInfo range_kind;
const KindInfo range_kind = {"range", params, true, compile, check, "min max"};

}  // namespace assay
