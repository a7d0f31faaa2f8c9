#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Searches by that term do not find the record. The lists are from memory of the standard, hence a likelihood
// below one. (imsmd/R-012)
static constexpr ParamInfo unknown_vocabulary_value_parameters[] = {
    {"status", Join::allow, "[\"Draft\",\"Final\",\"Revised\",\"Unavailable\"]"},
    {"interactivitytype", Join::allow, "[\"Active\",\"Expositive\",\"Mixed\",\"Undefined\"]"},
    {"interactivitylevel", Join::allow, "[\"very low\",\"low\",\"medium\",\"high\",\"very high\"]"},
    {"semanticdensity", Join::allow, "[\"very low\",\"low\",\"medium\",\"high\",\"very high\"]"},
    {"difficulty", Join::allow, "[\"very easy\",\"easy\",\"medium\",\"difficult\",\"very difficult\"]"},
    {"cost", Join::allow, "[\"yes\",\"no\"]"},
    {"copyrightandotherrestrictions", Join::allow, "[\"yes\",\"no\"]"},
};
extern const RuleInfo unknown_vocabulary_value;
const RuleInfo unknown_vocabulary_value = {
    .id = "imsmd.unknown-vocabulary-value",
    .requirements = "R-012",
    .needs = "manifest metadata",
    .message = "\"{value}\" is no value of <{element}> in the vocabulary LOMv1.0.",
    .fix = "Write one of: {allowed}.",
    .confidence = 0.8,
    .params = unknown_vocabulary_value_parameters,
    .check =
        [](const Package& package, const Params& params, Reporter& report) {
          static constexpr std::string_view elements[] = {"status",
                                                          "interactivitytype",
                                                          "interactivitylevel",
                                                          "semanticdensity",
                                                          "difficulty",
                                                          "cost",
                                                          "copyrightandotherrestrictions"};
          const auto same = [](std::string_view a, std::string_view b, bool fold) {
            if (a.size() != b.size()) return false;
            for (std::size_t k = 0; k < a.size(); ++k)
              if (a[k] != b[k] && !(fold && (a[k] | 0x20) == (b[k] | 0x20))) return false;
            return true;
          };
          for (std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* xml = xml_document(package, role, i);
              if (!xml) continue;
              for (Node node : nodes_named(*xml, "imsmd:value")) {
                const Node term = parent(node);
                std::string_view wanted;
                for (std::string_view each : elements)
                  if (local_name(term) == each) wanted = each;
                const std::string_view source =
                    trimmed(content(child(child(term, "imsmd:source"), "imsmd:langstring")));
                if (wanted.empty() || source != "LOMv1.0") continue;
                const std::string_view text = trimmed(content(child(node, "imsmd:langstring")));
                report.judged();
                char allowed[120];
                std::size_t size = 0;
                bool exact = false, folded = false;
                for (std::string_view each : params.list(wanted)) {
                  exact = exact || same(each, text, false);
                  folded = folded || same(each, text, true);
                  if (size + each.size() + 2 > sizeof allowed) continue;
                  if (size) size += std::string_view(", ").copy(allowed + size, 2);
                  size += each.copy(allowed + size, each.size());
                }
                if (!exact)
                  report.report_cause(folded ? "case" : "unknown", node,
                                      {{"value", text}, {"element", local_name(term)}, {"allowed", {allowed, size}}});
              }
            }
        },
};
}  // namespace assay::rules::imsmd
