#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers take the first or the last and ignore the other; the binding of IMS does not count. (lom/R-055)
static constexpr std::string_view repeated_element_limits[] = {"lom/general",
                                                               "lom/lifeCycle",
                                                               "lom/metaMetadata",
                                                               "lom/technical",
                                                               "lom/rights",
                                                               "general/title",
                                                               "general/structure",
                                                               "general/aggregationLevel",
                                                               "lifeCycle/version",
                                                               "lifeCycle/status",
                                                               "contribute/role",
                                                               "contribute/date",
                                                               "technical/size",
                                                               "technical/installationRemarks",
                                                               "technical/otherPlatformRequirements",
                                                               "technical/duration",
                                                               "orComposite/type",
                                                               "orComposite/name",
                                                               "orComposite/minimumVersion",
                                                               "orComposite/maximumVersion",
                                                               "educational/interactivityType",
                                                               "educational/interactivityLevel",
                                                               "educational/semanticDensity",
                                                               "educational/difficulty",
                                                               "educational/typicalLearningTime",
                                                               "rights/cost",
                                                               "rights/copyrightAndOtherRestrictions",
                                                               "rights/description",
                                                               "relation/kind",
                                                               "relation/resource",
                                                               "annotation/entity",
                                                               "annotation/date",
                                                               "annotation/description",
                                                               "classification/purpose",
                                                               "classification/description",
                                                               "identifier/catalog",
                                                               "identifier/entry",
                                                               "metaMetadata/language"};
static constexpr ParamInfo repeated_element_parameters[] = {
    {"limits", Join::table,
     R"({"lom/general": 1, "lom/lifeCycle": 1, "lom/metaMetadata": 1, "lom/technical": 1, "lom/rights": 1, "general/title": 1, "general/structure": 1, "general/aggregationLevel": 1, "lifeCycle/version": 1, "lifeCycle/status": 1, "contribute/role": 1, "contribute/date": 1, "technical/size": 1, "technical/installationRemarks": 1, "technical/otherPlatformRequirements": 1, "technical/duration": 1, "orComposite/type": 1, "orComposite/name": 1, "orComposite/minimumVersion": 1, "orComposite/maximumVersion": 1, "educational/interactivityType": 1, "educational/interactivityLevel": 1, "educational/semanticDensity": 1, "educational/difficulty": 1, "educational/typicalLearningTime": 1, "rights/cost": 1, "rights/copyrightAndOtherRestrictions": 1, "rights/description": 1, "relation/kind": 1, "relation/resource": 1, "annotation/entity": 1, "annotation/date": 1, "annotation/description": 1, "classification/purpose": 1, "classification/description": 1, "identifier/catalog": 1, "identifier/entry": 1, "metaMetadata/language": 1})"}};
extern const RuleInfo repeated_element;
const RuleInfo repeated_element = {
    .id = "lom.repeated-element",
    .requirements = "R-055",
    .needs = "manifest metadata",
    .message = "<{element}> stands {count} times inside <{parent}>.",
    .fix = "Keep one of them.",
    .params = repeated_element_parameters,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_counts(package, params, report, "lom", repeated_element_limits); },
};
}  // namespace assay::rules::lom
