// What people send instead of a course package: named, so that they know what to export. Never judged.
#include <algorithm>
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

struct Fingerprint {
  std::string_view file;  // at the root, or in the single folder at the root
  std::string_view guess;
};
constexpr std::array fingerprints = {
    Fingerprint{"moodle_backup.xml",
                "a Moodle backup (.mbz): restore it in Moodle, then export the activity as a SCORM package"},
    Fingerprint{"moodle.xml",
                "a backup of an old Moodle: restore it in Moodle, then export the activity as a SCORM package"},
    Fingerprint{"course_settings/canvas_export.txt", "a Canvas course export"},
    Fingerprint{".bb-package-info", "a Blackboard course archive: export it as Common Cartridge"},
    Fingerprint{"META-INF/container.xml", "an EPUB book"},
    Fingerprint{"[Content_Types].xml", "an Office document: export the course from the authoring tool instead"},
    Fingerprint{"META-INF/MANIFEST.MF", "a Java archive"},
    Fingerprint{"index_lms.html",
                "the web export of an authoring tool, without a manifest: publish for LMS (SCORM) instead of web"},
    Fingerprint{"story.html", "the web export of Articulate Storyline: publish for LMS instead of web"},
    Fingerprint{"content.xml", "an eXeLearning project: export it as SCORM 1.2 or IMS CP"},
    Fingerprint{"contentv3.xml", "an eXeLearning project: export it as SCORM 1.2 or IMS CP"},
};

bool has_file(const Contents& contents, std::string_view file) {
  if (contents.find(file)) return true;
  return std::any_of(contents.entries.begin(), contents.entries.end(), [&](const Entry& entry) {
    const std::size_t slash = entry.path.find('/');
    return slash != std::string::npos && std::string_view(entry.path).substr(slash + 1) == file;
  });
}

std::string guess_package(const Contents& contents) {
  for (const Fingerprint& fingerprint : fingerprints)
    if (has_file(contents, fingerprint.file)) return std::string(fingerprint.guess);
  const Entry* only = nullptr;
  std::size_t files = 0, archives = 0;
  for (const Entry& entry : contents.entries) {
    if (entry.directory || entry.path.starts_with("__MACOSX/")) continue;
    ++files;
    only = &entry;
    for (std::string_view suffix : {".zip", ".imscc", ".h5p"}) archives += entry.path.ends_with(suffix) ? 1 : 0;
  }
  if (files == 1 && archives == 1)
    return "a zip inside a zip: unpack it once and check \"" + std::string(only->path) + "\"";
  if (archives > 0 && archives == files)
    return "a bundle of " + std::to_string(archives) + " packages: unpack it and check each of them";
  if (has_file(contents, "index.html") || has_file(contents, "index.htm"))
    return "a web site without a manifest (HTML export): export it again and choose SCORM";
  return {};
}

std::optional<Recognised> recognise_foreign(const Contents& contents) {
  Recognised found;
  if (contents.kind == "document") {
    const std::string* text = contents.text(0);
    const std::size_t first = text ? text->find_first_not_of(" \t\r\n") : std::string::npos;
    const bool json = first != std::string::npos && (*text)[first] != '<';
    found.documents.push_back({0, "document", "", json});
    const std::string root = text && !json ? xml::peek(*text).root_name : std::string();
    found.format.guess = json ? "a JSON document that is no known metadata format"
                              : "an XML document with root element \"" + root + "\", which no known standard has";
    return found;
  }
  found.format.guess = guess_package(contents);
  // The package document of an EPUB describes it, in Dublin Core.
  if (contents.find("META-INF/container.xml"))
    for (std::uint32_t i = 0; i < contents.entries.size() && found.documents.empty(); ++i)
      if (contents.entries[i].path.ends_with(".opf")) found.documents.push_back({i, "metadata", ""});
  return found;
}

}  // namespace

const FormatModule foreign_format = {{}, recognise_foreign};

}  // namespace assay
