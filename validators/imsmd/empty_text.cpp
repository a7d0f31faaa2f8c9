#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// An empty element hides that something is missing. (imsmd/R-034)
extern const RuleInfo empty_text;
const RuleInfo empty_text = {
    .id = "imsmd.empty-text",
    .requirements = "R-034",
    .needs = "manifest metadata",
    .message = "<{element}> is empty.",
    .fix = "Write the text, or remove the element.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view wanted : {"imsmd:langstring", "imsmd:catalog", "imsmd:vcard", "imsmd:format",
                                          "imsmd:location", "imsmd:metadatascheme", "imsmd:datetime"})
            each_in_records(package, wanted, [&](Node node) {
              report.judged();
              if (!first_child(node) && trimmed(content(node)).empty())
                report.report(node, {{"element", local_name(node)}});
            });
        },
};
}  // namespace assay::rules::imsmd
