#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Importers that check the schema refuse others. (acs-package/MAN-07)
extern const RuleInfo awkward_identifier;
const RuleInfo awkward_identifier = {
    .id = "acs-package.awkward-identifier",
    .requirements = "MAN-07",
    .needs = "manifest",
    .message =
        "{count, plural, one {An identifier is no XML name: {names}.} other {Identifiers are no XML names: {names} (# "
        "in all).}}",
    .fix = "Begin them with a letter or an underscore and leave out blanks, commas, colons and slashes.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto is_xml_name = [&](std::string_view name) -> bool {
            for (std::size_t at = 0; at < name.size();) {
              const bool first = at == 0;
              const std::uint32_t c = next_character(name, at);
              const bool letter =
                  (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
              const bool full_width =
                  (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x3000 && c <= 0x3004) || (c >= 0xE000 && c <= 0xF8FF);
              const bool more = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7;
              if (full_width || !(letter || (!first && more))) return false;
            }
            return true;
          };
          Tally found(package);
          const auto look = [&](Node node, std::string_view identifier) {
            if (identifier.empty()) return;
            report.judged();
            if (!is_xml_name(identifier)) found.add(node, identifier);
          };
          for (const Organization& each : organizations(package)) look(each.node, each.identifier);
          for (const Item& each : items(package)) look(each.node, each.identifier);
          for (const Resource& each : resources(package)) look(each.node, each.identifier);
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
