#include <assay/content.hpp>

namespace assay::rules::safe_package {
// Some importers name a folder after the course or chapter; a title that climbs has let people overwrite programs of a
// learning system. (safe-package/R-247)
extern const RuleInfo path_in_title;
const RuleInfo path_in_title = {
    .id = "safe-package.path-in-title",
    .requirements = "R-247",
    .needs = "documents",
    .message = "The title or identifier \"{value}\" contains a path that climbs out of a folder.",
    .fix = "Write it without \"../\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_written(package, [&](const Written& written) {
            if (written.kind == Written::Kind::address) return;
            report.judged();
            const std::string_view text = written.value;
            for (std::size_t at = text.find(".."); at != std::string_view::npos; at = text.find("..", at + 2)) {
              const auto separates = [](char c) { return c == '/' || c == '\\'; };
              const bool before = at == 0 || separates(text[at - 1]) || text[at - 1] == ' ';
              const bool after = at + 2 < text.size() && separates(text[at + 2]);
              if (!before || !after) continue;
              report.report(written.place, {{"value", text.substr(0, 200)}});
              return;
            }
          });
        },
};
}  // namespace assay::rules::safe_package
