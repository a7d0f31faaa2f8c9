#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// No browser has run them for years. (acs-package/PORT-05)
extern const RuleInfo outdated_technology;
const RuleInfo outdated_technology = {
    .id = "acs-package.outdated-technology",
    .requirements = "PORT-05",
    .needs = "pages",
    .message = "{names} needs Flash, Silverlight, Java or ActiveX, which no browser runs any more.",
    .fix = "Export the course as HTML5.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto dead_file = [&](std::string_view name) -> bool {
            name = name.substr(0, name.find_first_of("?#"));
            return ends_with_word(name, ".swf") || ends_with_word(name, ".xap") || ends_with_word(name, ".flv") ||
                   ends_with_word(name, ".jar") || ends_with_word(name, ".class") || ends_with_word(name, ".vbs");
          };
          Tally found(package);
          for (const Launch& launch : launches(package)) {
            if (launch.entry.empty()) continue;
            report.judged();
            if (dead_file(launch.entry)) found.add(launch.place, launch.entry);
          }
          for (const Page& page : pages(package)) {
            if (!page.launch || !page.read) continue;
            bool other = page.loads_scripts;
            for (const PageReference& each : page.references)
              other = other || each.use == Use::script || each.use == Use::media;
            for (const PageReference& each : page.references)
              if (each.use == Use::object && dead_file(each.value) && !other)
                found.add(place_of(page, each.line, each.column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
