#include <array>

#include <assay/rule.hpp>

namespace assay::rules::imsss {
// The schema lets these stand anywhere among foreign elements; learning systems look in one place. (imsss/R-002)
namespace {
struct Home {
  std::string_view element, parents;
};
}  // namespace
extern const RuleInfo element_out_of_place;
const RuleInfo element_out_of_place = {
    .id = "imsss.element-out-of-place",
    .requirements = "R-002",
    .needs = "manifest",
    .message = "<{element}> stands inside <{parent}>, where no learning system looks for it.",
    .fix = "Move it into {right}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;

          constexpr std::array places = {
              Home{"imsss:sequencing", "cp:organization cp:item imsss:sequencingCollection"},
              Home{"imsss:sequencingCollection", "cp:manifest"},
              Home{"adlseq:constrainedChoiceConsiderations", "imsss:sequencing"},
              Home{"adlseq:rollupConsiderations", "imsss:sequencing"},
              Home{"adlseq:objectives", "imsss:sequencing"},
              Home{"adlseq:objective", "adlseq:objectives"},
              Home{"adlseq:mapInfo", "adlseq:objective"},
              Home{"adlnav:presentation", "cp:item"},
              Home{"adlnav:navigationInterface", "adlnav:presentation"},
              Home{"adlnav:hideLMSUI", "adlnav:navigationInterface"},
          };
          for (const Home& home : places)
            for (const Node node : nodes_named(*xml, home.element)) {
              report.judged();
              const std::string_view up = name(parent(node));
              // Elsewhere the content model forbids it, and the schema says so.
              const bool anything_goes = up.starts_with("cp:") || up == "imsss:sequencing";
              if (!anything_goes || home.parents.find(up) != std::string_view::npos) continue;
              const std::string_view right = home.parents.substr(home.parents.rfind(':') + 1);
              report.report(
                  node, {{"element", written_name(node)}, {"parent", written_name(parent(node))}, {"right", right}});
            }
        },
};
}  // namespace assay::rules::imsss
