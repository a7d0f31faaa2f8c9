#include <assay/pages.hpp>

namespace assay::rules::acs_assessment {
// Nobody can answer such a question rightly. (acs-assessment/ASMT-01)
extern const RuleInfo unknown_correct_choice;
const RuleInfo unknown_correct_choice = {
    .id = "acs-assessment.unknown-correct-choice",
    .requirements = "ASMT-01",
    .needs = "pages",
    .message = "The correct answer \"{value}\" is none of the choices of response \"{response}\".",
    .fix = "Name the identifier of a choice that the question has.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Answer& answer : answers(package)) {
            if (answer.typed) continue;
            report.judged();
            if (!answer.known)
              report.report(Place::at(answer.file, answer.line, answer.column),
                            {{"value", answer.value}, {"response", answer.response}});
          }
        },
};
}  // namespace assay::rules::acs_assessment
