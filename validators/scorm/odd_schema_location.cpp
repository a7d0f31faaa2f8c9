#include <assay/rule.hpp>

namespace assay::rules::scorm {
// A missing half shifts every pair behind it. (scorm/R-133)
extern const RuleInfo odd_schema_location;
const RuleInfo odd_schema_location = {
    .id = "scorm.odd-schema-location",
    .requirements = "R-133",
    .needs = "manifest",
    .message = "schemaLocation has an odd number of entries; the last one is \"{last}\".",
    .fix = "List pairs: a namespace, a space, its schema file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          std::string_view list = value(attribute(root(*xml), "xsi:schemaLocation"));
          std::string_view last;
          std::size_t count = 0;
          for (; !(list = trimmed(list)).empty(); ++count) {
            last = list.substr(0, list.find_first_of(" \t\r\n"));
            list.remove_prefix(last.size());
          }
          if (count == 0) return;
          report.judged();
          if (count % 2 == 1) report.report(root(*xml), {{"last", last}});
        },
};
}  // namespace assay::rules::scorm
