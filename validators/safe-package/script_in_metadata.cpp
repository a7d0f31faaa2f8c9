#include <assay/content.hpp>

namespace assay::rules::safe_package {
// Titles and descriptions are shown on pages of the learning system; one that forgets to escape them runs what stands
// in them, with the rights of whoever looks. (safe-package/R-244)
extern const RuleInfo script_in_metadata;
const RuleInfo script_in_metadata = {
    .id = "safe-package.script-in-metadata",
    .requirements = "R-244",
    .needs = "documents",
    .message = "A text for readers contains \"{mark}\": {value}",
    .fix = "Write the title or description without markup.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // Tags that run something by themselves, and attributes that do in any tag.
          static constexpr std::string_view tags[] = {"script", "iframe", "object", "embed",
                                                      "svg",    "form",   "base",   "link"};
          const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
          const auto starts = [&](std::string_view text, std::string_view word) {
            if (text.size() < word.size()) return false;
            for (std::size_t i = 0; i < word.size(); ++i)
              if (lower(text[i]) != word[i]) return false;
            return true;
          };
          const auto letter = [&](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
          // Also what is escaped twice: &lt;script&gt; inside character data is "<script>" after one more reader.
          const auto mark_in = [&](std::string_view text) -> std::string_view {
            bool inside = false;
            for (std::size_t i = 0; i < text.size(); ++i) {
              const bool twice = starts(text.substr(i, 4), "&lt;");
              if (text[i] == '<' || twice) {
                const std::string_view rest = text.substr(i + (twice ? 4 : 1), 12);
                for (std::string_view tag : tags)
                  if (starts(rest, tag) && (rest.size() == tag.size() || !letter(rest[tag.size()]))) return tag;
                inside = !rest.empty() && (letter(rest[0]) || rest[0] == '/');
              } else if (text[i] == '>') {
                inside = false;
              } else if (inside && starts(text.substr(i, 2), "on") && i > 0 && !letter(text[i - 1])) {
                std::size_t end = i + 2;
                while (end < text.size() && letter(text[end])) ++end;
                const std::size_t equals = text.find_first_not_of(" \t\r\n", end);
                if (end - i > 4 && equals != std::string_view::npos && text[equals] == '=')
                  return text.substr(i, end - i);
              }
            }
            return {};
          };
          each_written(package, [&](const Written& written) {
            if (written.kind == Written::Kind::address) return;
            report.judged();
            if (written.value.find_first_of("<&") == std::string_view::npos) return;
            if (const std::string_view mark = mark_in(written.value); !mark.empty())
              report.report(written.place, {{"mark", mark.substr(0, 40)}, {"value", written.value.substr(0, 200)}});
          });
        },
};
}  // namespace assay::rules::safe_package
