#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Systems of that time do not read it. (imsmd/R-003)
extern const RuleInfo lom_record_outside_manifest;
const RuleInfo lom_record_outside_manifest = {
    .id = "imsmd.lom-record-outside-manifest",
    .requirements = "R-003",
    .needs = "metadata",
    .message = "An IEEE LOM record stands where an IMS MD 1.2.1 record is expected.",
    .fix = "Export the metadata for this version of the standard, or leave it out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "metadata"); ++i) {
            const XmlDocument* document = xml_document(package, "metadata", i);
            if (!document) continue;
            report.judged();
            if (name(root(*document)) == "lom:lom") report.report(root(*document));
          }
        },
};
}  // namespace assay::rules::imsmd
