// How many children of one name an element has.
#include <array>

#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"child"}, ParamInfo{"min", Join::min}, ParamInfo{"max", Join::max}};

std::optional<Problem> compile(ParamSet& set) {
  if (auto problem = kinds_detail::one_given(set, "min", "max")) return problem;
  const ParamValue* child = set.find("child");
  if (!child) return kinds_detail::missing("child", "Name the child to count.");
  if (child->text.empty()) return kinds_detail::takes("child", "a text", "Name the child to count.");
  return kinds_detail::check_name(child->text);
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const std::string_view wanted = parameters.text("child");
  const std::int64_t min = parameters.integer("min", 0), max = parameters.integer("max", INT64_MAX);
  kinds_detail::each_target(package, ParamsAccess::of(parameters), [&](const Target& target) {
    report.judged();
    std::int64_t found = 0;
    Node beyond;
    for (Node node = first_child(target.node); node; node = next_sibling(node)) {
      if (name(node) != wanted) continue;
      if (found++ == max) beyond = node;
    }
    if (found >= min && found <= max) return;
    const std::string count = std::to_string(found), least = std::to_string(min), most = std::to_string(max);
    Target place = target;
    if (beyond) place.node = beyond;  // a limit below zero has no child beyond it
    kinds_detail::report_target(
        report, {}, place, {},
        {{"count", count}, {"child", wanted.substr(wanted.find(':') + 1)}, {"min", least}, {"max", most}});
  });
}

}  // namespace

extern const KindInfo count_kind;
const KindInfo count_kind = {"count", params, true, compile, check, "count child min max"};

}  // namespace assay
