#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers may drop what is beyond the smallest maximum that each has to take. (lom/R-031)
static constexpr std::string_view more_than_readers_take_limits[] = {"general/identifier",
                                                                     "general/language",
                                                                     "general/description",
                                                                     "general/keyword",
                                                                     "general/coverage",
                                                                     "lifeCycle/contribute",
                                                                     "contribute/entity",
                                                                     "metaMetadata/identifier",
                                                                     "metaMetadata/contribute",
                                                                     "metaMetadata/metadataSchema",
                                                                     "technical/format",
                                                                     "technical/location",
                                                                     "technical/requirement",
                                                                     "requirement/orComposite",
                                                                     "lom/educational",
                                                                     "educational/learningResourceType",
                                                                     "educational/intendedEndUserRole",
                                                                     "educational/context",
                                                                     "educational/typicalAgeRange",
                                                                     "educational/description",
                                                                     "educational/language",
                                                                     "lom/relation",
                                                                     "resource/identifier",
                                                                     "resource/description",
                                                                     "lom/annotation",
                                                                     "lom/classification",
                                                                     "classification/taxonPath",
                                                                     "taxonPath/taxon",
                                                                     "classification/keyword",
                                                                     "title/string",
                                                                     "description/string",
                                                                     "keyword/string",
                                                                     "coverage/string"};
static constexpr ParamInfo more_than_readers_take_parameters[] = {
    {"limits", Join::table,
     R"({"general/identifier": 10, "general/language": 10, "general/description": 10, "general/keyword": 10, "general/coverage": 10, "lifeCycle/contribute": 30, "contribute/entity": 40, "metaMetadata/identifier": 10, "metaMetadata/contribute": 10, "metaMetadata/metadataSchema": 10, "technical/format": 40, "technical/location": 10, "technical/requirement": 40, "requirement/orComposite": 40, "lom/educational": 100, "educational/learningResourceType": 10, "educational/intendedEndUserRole": 10, "educational/context": 10, "educational/typicalAgeRange": 5, "educational/description": 10, "educational/language": 10, "lom/relation": 100, "resource/identifier": 10, "resource/description": 10, "lom/annotation": 30, "lom/classification": 40, "classification/taxonPath": 15, "taxonPath/taxon": 15, "classification/keyword": 40, "title/string": 10, "description/string": 10, "keyword/string": 10, "coverage/string": 10})"}};
extern const RuleInfo more_than_readers_take;
const RuleInfo more_than_readers_take = {
    .id = "lom.more-than-readers-take",
    .requirements = "R-031",
    .needs = "manifest metadata",
    .message = "<{parent}> has {count} {element} elements; readers need not take more than {max}.",
    .fix = "Keep the {max} that matter most.",
    .params = more_than_readers_take_parameters,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_counts(package, params, report, "lom", more_than_readers_take_limits); },
};
}  // namespace assay::rules::lom
