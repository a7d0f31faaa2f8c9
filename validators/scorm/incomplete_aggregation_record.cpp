#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Catalogues that follow the standard leave an incomplete record out; course players do not care. (scorm/R-050)
extern const RuleInfo incomplete_aggregation_record;
const RuleInfo incomplete_aggregation_record = {
    .id = "scorm.incomplete-aggregation-record",
    .requirements = "R-050",
    .needs = "manifest metadata",
    .message = "The record of the course lacks {missing}.",
    .fix = "Add the elements to the record, or leave the record out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // Paths below lom; every one has to be there.
          static constexpr std::string_view wanted[] = {"general/title",
                                                        "general/catalogentry/catalog",
                                                        "general/catalogentry/entry",
                                                        "general/description",
                                                        "general/keyword",
                                                        "lifecycle/version",
                                                        "lifecycle/status",
                                                        "metametadata/metadatascheme",
                                                        "technical/format",
                                                        "technical/location",
                                                        "rights/cost",
                                                        "rights/copyrightandotherrestrictions",
                                                        "classification/purpose",
                                                        "classification/description",
                                                        "classification/keyword"};
          const auto judge = [&](Node lom) {
            report.judged();
            char missing[400];
            std::size_t size = 0;
            for (std::string_view path : wanted) {
              Node node = lom;
              for (std::string_view rest = path; node && !rest.empty();) {
                const std::size_t slash = rest.find('/');
                const std::string_view step = rest.substr(0, slash);
                Node found = first_child(node);
                while (found && local_name(found) != step) found = next_sibling(found);
                node = found;
                rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
              }
              if (node || size + path.size() + 2 > sizeof missing) continue;
              if (size) size += std::string_view(", ").copy(missing + size, 2);
              size += path.copy(missing + size, path.size());
            }
            if (size) report.report(lom, {{"missing", {missing, size}}});
          };
          const XmlDocument* xml = manifest(package);
          if (!xml) return;

          for (Node lom : nodes_named(*xml, "imsmd:lom"))
            if (name(parent(lom)) == "cp:metadata" && name(parent(parent(lom))) == "cp:manifest") judge(lom);
        },
};
}  // namespace assay::rules::scorm
