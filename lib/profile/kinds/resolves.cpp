// A reference names something in the same document.
#include <array>
#include <unordered_set>

#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"to"}, ParamInfo{"collapse"}, ParamInfo{"skip_empty"}};
constexpr std::size_t most_ranked = 200;

std::optional<Problem> compile(ParamSet& set) { return kinds_detail::compile_paths(set, "to", set.to); }

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const bool collapse = parameters.flag("collapse");
  kinds_detail::each_document(package, set, [&](const XmlDocument& document, std::string_view, std::uint32_t) {
    std::unordered_set<std::string> known;
    std::vector<std::string_view> order;
    for (const Selector& selector : set.to)
      selector.each(document, [&](const Target& target) {
        known.insert(text::collapsed(target.value));
        if (order.size() < most_ranked) order.push_back(trimmed(target.value));
      });
    for (const Selector& selector : set.at)
      selector.each(document, [&](const Target& target) {
        if (trimmed(target.value).empty() && parameters.flag("skip_empty")) return;
        report.judged();
        if (known.contains(collapse ? text::collapsed(target.value) : std::string(target.value))) return;
        std::string near = known.size() <= most_ranked ? text::nearest(target.value, order, 3) : std::string();
        if (near.empty()) near = kinds_detail::joined(order, ", ", 3);
        kinds_detail::report_target(report, {}, target, target.value, {{"known", near}});
      });
  });
}

}  // namespace

extern const KindInfo resolves_kind;
const KindInfo resolves_kind = {"resolves", params, true, compile, check, "known"};

}  // namespace assay
