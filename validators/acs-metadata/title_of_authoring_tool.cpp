#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// It is the title of thousands. (acs-metadata/META-14)
extern const RuleInfo title_of_authoring_tool;
const RuleInfo title_of_authoring_tool = {
    .id = "acs-metadata.title-of-authoring-tool",
    .requirements = "META-14",
    .needs = "documents",
    .message = "The title \"{text}\" is the one that an authoring tool puts there.",
    .fix = "Give the course its own title.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Naming& naming : namings(package)) {
            if (naming.kind != Naming::Kind::title) continue;
            report.judged();
            for (const std::string_view word :
                 {"course title", "captivate e-learning course", "untitled", "untitled quiz", "untitled presentation",
                  "new course", "my course", "title", "course", "test", "chapter1", "untitled1", "untitled course",
                  "sample course", "\xE6\x96\xB0\xE5\xBB\xBA\xE8\xAF\xBE\xE7\xA8\x8B",
                  "\xE6\x9C\xAA\xE5\x91\xBD\xE5\x90\x8D",
                  "\xE0\xB9\x84\xE0\xB8\xA1\xE0\xB9\x88\xE0\xB8\xA1\xE0\xB8\xB5\xE0\xB8\x8A\xE0\xB8\xB7\xE0\xB9\x88\xE0"
                  "\xB8\xAD"})
              if (same_word(naming.text, word)) report.report(naming.place, {{"text", naming.text}});
          }
        },
};
}  // namespace assay::rules::acs_metadata
