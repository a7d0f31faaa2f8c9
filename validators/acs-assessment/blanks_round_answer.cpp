#include <assay/pages.hpp>

namespace assay::rules::acs_assessment {
// Some players compare character by character. (acs-assessment/ASMT-05)
extern const RuleInfo blanks_round_answer;
const RuleInfo blanks_round_answer = {
    .id = "acs-assessment.blanks-round-answer",
    .requirements = "ASMT-05",
    .needs = "pages",
    .message = "The expected answer \"{value}\" has blanks or a line break at an end.",
    .fix = "Remove the blanks around the answer.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Answer& answer : answers(package)) {
            if (!answer.typed) continue;
            report.judged();
            if (answer.value != trimmed(answer.value))
              report.report(Place::at(answer.file, answer.line, answer.column), {{"value", trimmed(answer.value)}});
          }
        },
};
}  // namespace assay::rules::acs_assessment
