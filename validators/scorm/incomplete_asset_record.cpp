#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Catalogues that follow the standard leave an incomplete record out; course players do not care. (scorm/R-052)
extern const RuleInfo incomplete_asset_record;
const RuleInfo incomplete_asset_record = {
    .id = "scorm.incomplete-asset-record",
    .requirements = "R-052",
    .needs = "manifest metadata",
    .message = "The record of the asset lacks {missing}.",
    .fix = "Add the elements to the record, or leave the record out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // Paths below lom; every one has to be there.
          static constexpr std::string_view wanted[] = {
              "general/title",      "general/description", "metametadata/metadatascheme",         "technical/format",
              "technical/location", "rights/cost",         "rights/copyrightandotherrestrictions"};
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

          for (const Resource& resource : resources(package))
            if (resource.scorm_type == "asset")
              for (Node lom = child(child(resource.node, "cp:metadata"), "imsmd:lom"); lom;
                   lom = next_named(lom, "imsmd:lom"))
                judge(lom);
        },
};
}  // namespace assay::rules::scorm
