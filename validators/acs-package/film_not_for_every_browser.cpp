#include <assay/media.hpp>

namespace assay::rules::acs_package {
// Newer codecs need a newer telephone; what nobody knows may play or not. (acs-package/PORT-06)
extern const RuleInfo film_not_for_every_browser;
const RuleInfo film_not_for_every_browser = {
    .id = "acs-package.film-not-for-every-browser",
    .requirements = "PORT-06",
    .needs = "content",
    .message = "Not every browser plays {format}: {names}{count, plural, =1 {} other { (# in all)}}.",
    .fix = "Save them as MP4 with H.264 and AAC, or as WebM.",
    .confidence = 0.9,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_films(package, report, Playable::somewhere); },
};
}  // namespace assay::rules::acs_package
