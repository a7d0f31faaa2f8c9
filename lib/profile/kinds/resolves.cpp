// A reference names something in the same document.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"to"}, ParamInfo{"collapse"}, ParamInfo{"skip_empty"}};
constexpr std::size_t most_ranked = 200;
constexpr std::uint64_t most_rankings = 2'000;  // each may compare long names that are nearly the same

std::optional<Problem> compile(ParamSet& set) { return kinds_detail::compile_paths(set, "to", set.to); }

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const bool collapse = parameters.flag("collapse");
  const std::uint64_t most = std::min(kinds_detail::most_suggestions(package), most_rankings);
  std::uint64_t found = 0;
  kinds_detail::each_document(package, set, [&](const XmlDocument& document, std::string_view, std::uint32_t) {
    std::unordered_set<std::string> known;
    std::vector<std::string_view> order;
    for (const Selector& selector : set.to)
      selector.each(document, [&](const Target& target) {
        // A target may stand with blanks around it where no schema collapsed them.
        known.insert(collapse ? text::collapsed(target.value) : std::string(trimmed(target.value)));
        if (order.size() < most_ranked) order.push_back(kinds_detail::shortened(trimmed(target.value)));
      });
    const std::string first = kinds_detail::joined(order, ", ", 3);
    for (const Selector& selector : set.at)
      selector.each(document, [&](const Target& target) {
        if (trimmed(target.value).empty() && parameters.flag("skip_empty")) return;
        report.judged();
        if (known.contains(collapse ? text::collapsed(target.value) : std::string(target.value))) return;
        const bool rank = ++found <= most && order.size() < most_ranked;
        std::string near = rank ? text::nearest(target.value, order, 3) : std::string();
        if (near.empty()) near = first;
        kinds_detail::report_target(report, {}, target, target.value, {{"known", near}});
      });
  });
}

}  // namespace

extern const KindInfo resolves_kind;
const KindInfo resolves_kind = {"resolves", params, true, compile, check, "known"};

}  // namespace assay
