#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Strict: every reader knows every element. (lom/R-022)
extern const RuleInfo foreign_element_in_record;
const RuleInfo foreign_element_in_record = {
    .id = "lom.foreign-element-in-record",
    .requirements = "R-022",
    .needs = "manifest metadata",
    .message = "<{element}> is no element of IEEE LOM.",
    .fix = "Remove it, or judge the record as lom-1.0, where elements of other standards may stand.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:lom", [&](Node record) {
            report.judged();
            for (Node node = first_child(record); node && node != record;) {
              const bool foreign = namespace_uri(node) != namespace_uri(record);
              if (foreign) report.report(node, {{"element", written_name(node)}});
              Node next = foreign ? Node{} : first_child(node);  // what stands inside it is no defect of its own
              while (!next && node != record) {
                next = next_sibling(node);
                if (!next) node = parent(node);
              }
              node = next;
            }
          });
        },
};
}  // namespace assay::rules::lom
