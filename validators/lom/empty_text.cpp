#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// An empty element hides that something is missing. (lom/R-026)
extern const RuleInfo empty_text;
const RuleInfo empty_text = {
    .id = "lom.empty-text",
    .requirements = "R-026",
    .needs = "manifest metadata",
    .message = "<{element}> is empty.",
    .fix = "Write the text, or remove the element.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view wanted : {"lom:string", "lom:catalog", "lom:entry", "lom:entity", "lom:format",
                                          "lom:location", "lom:metadataSchema", "lom:metadataschema"})
            each_in_records(package, wanted, [&](Node node) {
              if (first_child(node) || name(parent(node)) == "lom:taxon") return;  // not plain text
              report.judged();
              if (trimmed(content(node)).empty()) report.report(node, {{"element", written_name(node)}});
            });
        },
};
}  // namespace assay::rules::lom
