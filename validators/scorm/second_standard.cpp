#include <string>

#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Systems choose one of the descriptions, and not all choose the same: results may go to a place where nobody looks.
// (scorm/R-135)
extern const RuleInfo second_standard;
const RuleInfo second_standard = {
    .id = "scorm.second-standard",
    .requirements = "R-135",
    .needs = "manifest entries",
    .message = "The package is {kind} as well ({file}); it was judged as {own_kind}.",
    .fix = "Nothing needs to change if both are meant; to have the other one judged, take imsmanifest.xml out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          static constexpr std::string_view others[][2] = {{"tincan.xml", "a Tin Can (xAPI) package"},
                                                           {"cmi5.xml", "a cmi5 course"},
                                                           {"h5p.json", "an H5P package"}};
          const XmlDocument* xml = manifest(package);
          if (!xml || entry_count(package) < 2) return;
          report.judged();
          const bool old = namespace_uri(root(*xml)) == "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
          for (const auto& [file, other] : others)
            if (const std::uint32_t found = find_entry(package, std::string(package_root(package)).append(file));
                found != none)
              report.report(Place::of_file(entry(package, found).name),
                            {{"file", file}, {"kind", other}, {"own_kind", old ? "SCORM 1.2" : "SCORM 2004"}});
        },
};
}  // namespace assay::rules::scorm
