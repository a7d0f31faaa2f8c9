#include <map>
#include <string>

#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Importers of H5P install a library under the name in its library.json, for every course: one that lies in the folder
// of another, or a second one of the same version, replaces code that others use. (safe-package/R-250)
extern const RuleInfo masked_library;
const RuleInfo masked_library = {
    .id = "safe-package.masked-library",
    .requirements = "R-250",
    .needs = "library",
    .message = "The folder \"{folder}\" holds the library {library}, which belongs in \"{home}\".",
    .fix = "Leave the library out, or put it into the folder of its own name.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          struct Library {
            std::string_view folder;
            JsonNode name;
          };
          std::map<std::string, Library, std::less<>> own_place;  // by library and version
          for (std::uint32_t i = 0; i < document_count(package, "library"); ++i) {
            const JsonDocument* json = json_document(package, "library", i);
            if (!json) continue;
            const std::string_view file = document(package, "library", i).file;
            const std::string_view folder = file.substr(0, file.find('/'));
            const JsonNode name = member(root(*json), "machineName");
            const JsonNode major = member(root(*json), "majorVersion"), minor = member(root(*json), "minorVersion");
            if (file.size() != folder.size() + std::string_view("/library.json").size()) continue;  // no library's own
            if (type(name) != JsonType::string || !major || !minor) continue;
            if (content(name).find_first_of("/\\") != std::string_view::npos) continue;  // safe-package.path-in-title
            report.judged();
            const std::string home =
                std::string(content(name)) + "-" + std::string(content(major)) + "." + std::string(content(minor));
            const auto tell = [&](std::string_view cause, const Library& library) {
              report.report_cause(cause, library.name, {{"folder", library.folder}, {"library", home}, {"home", home}});
            };
            if (folder != home && folder != content(name)) {
              tell("other-name", {folder, name});
              continue;
            }
            const auto [first, fresh] = own_place.emplace(home, Library{folder, name});
            if (!fresh) tell("twice", folder == home ? first->second : Library{folder, name});
          }
        },
};
}  // namespace assay::rules::safe_package
