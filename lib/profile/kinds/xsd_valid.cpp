// The catch-all of a document: every schema defect that no other rule has claimed.
#include <array>

#include "profile/kinds/defects.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"standards"}};

void check(const Package& package, const Params& parameters, Reporter& report) {
  const auto prefixes = parameters.list("standards");
  kinds_detail::each_document(package, ParamsAccess::of(parameters),
                              [&](const XmlDocument& document, std::string_view, std::uint32_t) {
                                if (prefixes.empty()) return report.judged();
                                for (std::string_view prefix : prefixes)
                                  report.judged(uses_prefix(document, prefix) ? 1 : 0);
                              });
  kinds_detail::report_claimed(report);
}

}  // namespace

extern const KindInfo xsd_valid_kind;
const KindInfo xsd_valid_kind = {"xsd-valid", params, false, nullptr, check, kinds_detail::defect_placeholders};

}  // namespace assay
