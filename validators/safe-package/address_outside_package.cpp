#include <assay/content.hpp>

namespace assay::rules::safe_package {
// Paths of cmi5 and Tin Can activities, of H5P libraries and of every other document that is no IMS manifest (whose
// references are judged by imscp.reference-outside-package). An importer that joins them to its folder reads or writes
// elsewhere. (safe-package/R-246)
extern const RuleInfo address_outside_package;
const RuleInfo address_outside_package = {
    .id = "safe-package.address-outside-package",
    .requirements = "R-246",
    .needs = "documents",
    .message = "\"{address}\" leads out of the package.",
    .fix = "Refer to a file inside the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (came_alone(package)) return;  // a document without its package: nobody knows what lies around it
          each_written(package, [&](const Written& written) {
            if (written.kind != Written::Kind::address || written.manifest) return;
            const std::string_view text = written.value.substr(0, written.value.find_first_of("?#"));
            if (text.find("://") != std::string_view::npos) return;
            report.judged();
            if (climbs_out_of_package(text, written.file))
              report.report(written.place, {{"address", written.value.substr(0, 200)}});
          });
        },
};
}  // namespace assay::rules::safe_package
