#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
namespace {

constexpr ParamInfo credits_do_not_fit_params[] = {{"hours", Join::table, "@credit-systems/hours"}};

}  // namespace

// Credit is transferred by work load. (acs-metadata/CRED-02)
extern const RuleInfo credits_do_not_fit;
const RuleInfo credits_do_not_fit = {
    .id = "acs-metadata.credits-do-not-fit",
    .requirements = "CRED-02",
    .needs = "declaration",
    .tables = "credit-systems",
    .message = "{hours} hours for {value} credits do not fit {system}, where one credit is about {wanted} hours.",
    .fix = "Correct the hours or the credits.",
    .params = credits_do_not_fit_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          const JsonNode credits = declaration ? member(root(*declaration), "credits") : JsonNode{};
          const std::string_view wanted = parameters.entry("hours", content(member(credits, "system")));
          const double value = number(member(credits, "value")), hours = number(member(credits, "hours"));
          if (wanted.empty() || value <= 0) return;
          report.judged();
          double whole = 0, scale = 0;
          for (const char c : wanted) {
            if (c == '.') {
              scale = 1;
            } else {
              whole = whole * 10 + (c - '0');
              scale *= 10;
            }
          }
          const double one = scale > 0 ? whole / scale : whole, given = hours / value;
          if (given < one * 0.85 || given > one * 1.15)
            report.report(credits, {{"hours", content(member(credits, "hours"))},
                                    {"value", content(member(credits, "value"))},
                                    {"system", content(member(credits, "system"))},
                                    {"wanted", wanted}});
        },
};
}  // namespace assay::rules::acs_metadata
