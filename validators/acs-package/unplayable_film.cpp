#include <assay/media.hpp>

namespace assay::rules::acs_package {
// Old containers and codecs need a player that telephones and browsers do not have. (acs-package/PORT-06)
extern const RuleInfo unplayable_film;
const RuleInfo unplayable_film = {
    .id = "acs-package.unplayable-film",
    .requirements = "PORT-06",
    .needs = "content",
    .message = "Hardly any browser plays {format}: {names}{count, plural, =1 {} other { (# in all)}}.",
    .fix = "Save them as MP4 with H.264 and AAC, or as WebM.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_films(package, report, Playable::hardly_anywhere); },
};
}  // namespace assay::rules::acs_package
