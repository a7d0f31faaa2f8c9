#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// It gives no rights. (acs-metadata/RGT-02)
extern const RuleInfo licence_that_does_not_exist;
const RuleInfo licence_that_does_not_exist = {
    .id = "acs-metadata.licence-that-does-not-exist",
    .requirements = "RGT-02",
    .needs = "documents",
    .tables = "licences",
    .message = "There is no licence \"{licence}\".",
    .fix =
        "Creative Commons licences are versions 1.0, 2.0, 2.5, 3.0 and 4.0 of BY, BY-SA, BY-NC, BY-NC-SA, BY-ND and "
        "BY-NC-ND, and CC0 1.0.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const LicenceUse& use : licences(package)) {
            // What LOM and h5p.json say of rights is a text or a code of their own.
            if (use.where == LicenceUse::Where::text || use.where == LicenceUse::Where::h5p) continue;
            report.judged();
            if (licence_of(use.text) == LicenceKind::invented) report.report(use.place, {{"licence", use.text}});
          }
        },
};
}  // namespace assay::rules::acs_metadata
