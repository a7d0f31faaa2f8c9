#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// It gives no rights. (acs-metadata/RGT-02)
extern const RuleInfo licence_that_does_not_exist;
const RuleInfo licence_that_does_not_exist = {
    .id = "acs-metadata.licence-that-does-not-exist",
    .requirements = "RGT-02",
    .needs = "declaration",
    .message = "There is no licence \"{licence}\".",
    .fix =
        "Creative Commons licences are versions 1.0, 2.0, 2.5, 3.0 and 4.0 of BY, BY-SA, BY-NC, BY-NC-SA, BY-ND and "
        "BY-NC-ND, and CC0 1.0.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          const JsonNode node = declaration ? member(root(*declaration), "licence") : JsonNode{};
          const std::string_view licence = trimmed(content(node));
          if (licence.empty()) return;
          report.judged();
          if (licence_of(licence) == LicenceKind::invented) report.report(node, {{"licence", licence}});
        },
};
}  // namespace assay::rules::acs_metadata
