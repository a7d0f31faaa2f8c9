#include <algorithm>

#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
namespace {

constexpr ParamInfo title_in_no_language_of_region_params[] = {{"languages", Join::table, "@regions/languages"}};

}  // namespace

// Otherwise nobody there finds it. (acs-metadata/META-03)
extern const RuleInfo title_in_no_language_of_region;
const RuleInfo title_in_no_language_of_region = {
    .id = "acs-metadata.title-in-no-language-of-region",
    .requirements = "META-03",
    .needs = "declaration",
    .tables = "regions",
    .message = "The course is meant for {region}, but has no title in English or a language of that region.",
    .fix = "Add one under \"title\", for instance in {language}.",
    .params = title_in_no_language_of_region_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          if (!declaration) return;
          const JsonNode top = root(*declaration);
          for (JsonNode region = first_child(member(top, "targetRegions")); region; region = next_sibling(region)) {
            const std::string_view languages = parameters.entry("languages", content(region));
            if (languages.empty()) continue;
            report.judged();
            bool there = false;
            for (const std::string_view title : title_languages(package)) {
              there = there || same_word(primary_of(title), "en");
              for (std::size_t at = 0; at < languages.size();) {
                const std::size_t end = std::min(languages.find(' ', at), languages.size());
                there = there || same_word(primary_of(title), languages.substr(at, end - at));
                at = end + 1;
              }
            }
            if (!there)
              report.report(region,
                            {{"region", content(region)}, {"language", languages.substr(0, languages.find(' '))}});
          }
        },
};
}  // namespace assay::rules::acs_metadata
