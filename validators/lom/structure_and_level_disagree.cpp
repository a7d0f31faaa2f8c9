#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Catalogues group courses and pieces by them. (lom/R-049)
extern const RuleInfo structure_and_level_disagree;
const RuleInfo structure_and_level_disagree = {
    .id = "lom.structure-and-level-disagree",
    .requirements = "R-049",
    .needs = "manifest metadata",
    .message = "The structure is {structure}, but the aggregation level {level}.",
    .fix =
        "Level 1 and atomic belong together: a single piece. Courses and collections have level 2 to 4 and another "
        "structure.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:general", [&](Node general) {
            const Term structure = term_of(child(general, "lom:structure"));
            const Term level = term_of(child(general, "lom:aggregationLevel"));
            if (structure.source_text != "LOMv1.0" || structure.value_text.empty() || level.value_text.empty()) return;
            report.judged();
            if ((structure.value_text == "atomic") != (level.value_text == "1"))
              report.report(level.value, {{"structure", structure.value_text}, {"level", level.value_text}});
          });
        },
};
}  // namespace assay::rules::lom
