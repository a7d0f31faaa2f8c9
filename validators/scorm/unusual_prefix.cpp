#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Moodle looks for the literal prefix adlcp; under another one it takes every SCO for an asset. (scorm/R-039)
extern const RuleInfo unusual_prefix;
const RuleInfo unusual_prefix = {
    .id = "scorm.unusual-prefix",
    .requirements = "R-039",
    .needs = "manifest",
    .message = "The SCORM namespace has the prefix \"{prefix}\" instead of adlcp.",
    .fix = "Declare it as xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\" and use that prefix.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Attribute each = first_attribute(root(*xml)); each; each = next_attribute(each)) {
            if (!name(each).starts_with("xmlns") || value(each) != "http://www.adlnet.org/xsd/adlcp_rootv1p2") continue;
            report.judged();
            const std::string_view prefix = name(each).substr(name(each) == "xmlns" ? 5 : 6);
            if (prefix != "adlcp") report.report(root(*xml), {{"prefix", prefix}});
          }
        },
};
}  // namespace assay::rules::scorm
