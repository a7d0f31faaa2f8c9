#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// Without a licence nobody may share the course. (acs-metadata/RGT-01)
extern const RuleInfo no_licence;
const RuleInfo no_licence = {
    .id = "acs-metadata.no-licence",
    .requirements = "RGT-01",
    .needs = "documents",
    .tables = "licences",
    .message = "The metadata names no licence.",
    .fix = "In acs-profile.json, write \"licence\": \"CC-BY-SA-4.0\", or LicenseRef-… with \"licenceFile\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const Place course = place_of_course(package);
          if (course.kind == Place::Kind::package) return;
          report.judged();
          for (const LicenceUse& use : licences(package))
            if (use.where == LicenceUse::Where::declaration || use.where == LicenceUse::Where::h5p ||
                use.text.starts_with("LicenseRef-") || licence_of(use.text) != LicenceKind::unknown)
              return;
          report.report(course);
        },
};
}  // namespace assay::rules::acs_metadata
