#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
namespace {

constexpr ParamInfo level_out_of_range_params[] = {{"levels", Join::table, "@level-frameworks/levels"}};

}  // namespace

// A level without its framework is ambiguous. (acs-metadata/CRED-01)
extern const RuleInfo level_out_of_range;
const RuleInfo level_out_of_range = {
    .id = "acs-metadata.level-out-of-range",
    .requirements = "CRED-01",
    .needs = "declaration",
    .tables = "level-frameworks",
    .message = "Level {value} is not in {framework}, which has {most} levels.",
    .fix = "Write the level of that framework, or another framework.",
    .params = level_out_of_range_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          const JsonNode level = declaration ? member(root(*declaration), "level") : JsonNode{};
          const JsonNode value_of = member(level, "value");
          const std::string_view most = parameters.entry("levels", content(member(level, "framework")));
          if (!value_of || most.empty()) return;
          report.judged();
          double highest = 0;
          for (const char c : most) highest = highest * 10 + (c - '0');
          if (number(value_of) < 1 || number(value_of) > highest)
            report.report(
                value_of,
                {{"value", content(value_of)}, {"framework", content(member(level, "framework"))}, {"most", most}});
        },
};
}  // namespace assay::rules::acs_metadata
