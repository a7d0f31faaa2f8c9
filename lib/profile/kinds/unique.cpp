// No value twice in one document.
#include <array>
#include <unordered_map>

#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"
#include "xml/document.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"collapse"}};

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const bool collapse = parameters.flag("collapse");
  kinds_detail::each_document(package, set, [&](const XmlDocument& document, std::string_view, std::uint32_t) {
    std::unordered_map<std::string, Node> seen;
    for (const Selector& selector : set.at)
      selector.each(document, [&](const Target& target) {
        report.judged();
        const auto [first, fresh] =
            seen.emplace(collapse ? text::collapsed(target.value) : std::string(target.value), target.node);
        if (fresh) return;
        const std::string line = std::to_string(xml::position(first->second).line);
        kinds_detail::report_target(report, {}, target, first->first, {{"first_line", line}});
      });
  });
}

}  // namespace

extern const KindInfo unique_kind;
const KindInfo unique_kind = {"unique", params, true, nullptr, check, "first_line"};

}  // namespace assay
