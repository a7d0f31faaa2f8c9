#include <assay/pages.hpp>

namespace assay::rules::acs_assessment {
// Learners are marked wrong by an encoding. (acs-assessment/ASMT-02)
extern const RuleInfo answer_nobody_types;
const RuleInfo answer_nobody_types = {
    .id = "acs-assessment.answer-nobody-types",
    .requirements = "ASMT-02",
    .needs = "pages",
    .message = "The expected answer \"{value}\" has {why}, which learners do not type.",
    .fix = "Type the answer anew, with the input method that learners use.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto oddity = [&](std::string_view text) -> std::string_view {
            if (!is_composed(text)) return "letters and marks apart";
            for (std::size_t at = 0; at < text.size();) {
              const std::uint32_t c = next_character(text, at);
              if (c == 0x200B || c == 0x2060 || c == 0xFEFF) return "an invisible character";
              if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF5A)) return "full-width letters or digits";
            }
            return {};
          };
          for (const Answer& answer : answers(package)) {
            if (!answer.typed) continue;
            report.judged();
            if (const std::string_view reason = oddity(trimmed(answer.value)); !reason.empty())
              report.report(Place::at(answer.file, answer.line, answer.column),
                            {{"value", answer.value}, {"why", reason}});
          }
        },
};
}  // namespace assay::rules::acs_assessment
