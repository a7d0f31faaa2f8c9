#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers may cut a text at the smallest maximum that each has to take. (lom/R-032)
static constexpr std::string_view longer_than_readers_take_limits[] = {"catalog",
                                                                       "identifier/entry",
                                                                       "title",
                                                                       "general/description",
                                                                       "classification/description",
                                                                       "educational/description",
                                                                       "annotation/description",
                                                                       "rights/description",
                                                                       "resource/description",
                                                                       "date/description",
                                                                       "general/keyword",
                                                                       "classification/keyword",
                                                                       "coverage",
                                                                       "version",
                                                                       "entity",
                                                                       "metadataSchema",
                                                                       "language",
                                                                       "format",
                                                                       "technical/size",
                                                                       "location",
                                                                       "minimumVersion",
                                                                       "maximumVersion",
                                                                       "installationRemarks",
                                                                       "otherPlatformRequirements",
                                                                       "typicalAgeRange",
                                                                       "taxonPath/source",
                                                                       "taxon/id",
                                                                       "taxon/entry"};
static constexpr ParamInfo longer_than_readers_take_parameters[] = {
    {"limits", Join::table,
     R"({"catalog": 1000, "identifier/entry": 1000, "title": 1000, "general/description": 2000, "classification/description": 2000, "educational/description": 1000, "annotation/description": 1000, "rights/description": 1000, "resource/description": 1000, "date/description": 1000, "general/keyword": 1000, "classification/keyword": 1000, "coverage": 1000, "version": 50, "entity": 1000, "metadataSchema": 30, "language": 100, "format": 500, "technical/size": 30, "location": 1000, "minimumVersion": 30, "maximumVersion": 30, "installationRemarks": 1000, "otherPlatformRequirements": 1000, "typicalAgeRange": 1000, "taxonPath/source": 1000, "taxon/id": 100, "taxon/entry": 500})"}};
extern const RuleInfo longer_than_readers_take;
const RuleInfo longer_than_readers_take = {
    .id = "lom.longer-than-readers-take",
    .requirements = "R-032",
    .needs = "manifest metadata",
    .message =
        "The text of <{element}> has {length, number} characters; readers need not take more than {max, number}.",
    .fix = "Shorten it to {max, number} characters.",
    .params = longer_than_readers_take_parameters,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_lengths(package, params, report, "lom", longer_than_readers_take_limits); },
};
}  // namespace assay::rules::lom
