#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Moodle looks for the literal prefixes; under another one it takes every SCO for an asset. (scorm/R-039)
extern const RuleInfo unusual_prefix;
const RuleInfo unusual_prefix = {
    .id = "scorm.unusual-prefix",
    .requirements = "R-039",
    .needs = "manifest",
    .message = "The namespace {namespace} has the prefix \"{prefix}\" instead of {usual}.",
    .fix = "Declare it as xmlns:{usual}=\"{namespace}\" and use that prefix.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          static constexpr std::string_view usual[][2] = {{"http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp"},
                                                          {"http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp"},
                                                          {"http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq"},
                                                          {"http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav"},
                                                          {"http://www.imsglobal.org/xsd/imsss", "imsss"}};
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Attribute each = first_attribute(root(*xml)); each; each = next_attribute(each)) {
            if (!name(each).starts_with("xmlns")) continue;
            const std::string_view prefix = name(each).substr(name(each) == "xmlns" ? 5 : 6);
            for (const auto& [uri, wanted] : usual) {
              if (value(each) != uri) continue;
              report.judged();
              if (prefix != wanted)
                report.report(root(*xml), {{"prefix", prefix}, {"namespace", uri}, {"usual", wanted}});
            }
          }
        },
};
}  // namespace assay::rules::scorm
