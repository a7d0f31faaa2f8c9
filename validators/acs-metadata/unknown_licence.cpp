#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// Without a licence nobody may share the course. (acs-metadata/RGT-01)
extern const RuleInfo unknown_licence;
const RuleInfo unknown_licence = {
    .id = "acs-metadata.unknown-licence",
    .requirements = "RGT-01",
    .needs = "declaration",
    .tables = "licences",
    .message = "\"{licence}\" is no licence that a program knows.",
    .fix =
        "Write an SPDX identifier such as CC-BY-SA-4.0, the address of a Creative Commons licence, or LicenseRef-… "
        "with \"licenceFile\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          const JsonNode node = declaration ? member(root(*declaration), "licence") : JsonNode{};
          const std::string_view licence = trimmed(content(node));
          if (licence.empty()) return;
          report.judged();
          if (!licence.starts_with("LicenseRef-") && licence_of(licence) == LicenceKind::unknown)
            report.report(node, {{"licence", licence}});
        },
};
}  // namespace assay::rules::acs_metadata
