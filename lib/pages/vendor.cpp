// Which files are not the author's own words.
#include <algorithm>
#include <array>

#include "pages/contents.hpp"

namespace assay {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

}  // namespace

namespace pages_detail {

bool is_vendor(std::string_view path) {
  constexpr std::array<std::string_view, 23> folders = {
      "lib/",    "libs/",      "libraries/", "vendor/",  "vendors/", "node_modules/", "bower_components/",
      "player/", "locale/",    "locales/",   "lang/",    "langs/",   "i18n/",         "translations/",
      "jquery/", "bootstrap/", "mathjax/",   "tinymce/", "plugins/", "dist/",         "scormdriver/",
      "h5p.",    "language/"};
  constexpr std::array<std::string_view, 16> names = {
      ".min.", "jquery",     "bootstrap", "modernizr", "require.js", "mediaelement", "swfobject", "mathjax",
      "scorm", "apiwrapper", "polyfill",  "lang-",     "tincan",     "xapi",         "analytics", "video-js"};
  const std::string lower = "/" + lower_case(path);
  for (const std::string_view folder : folders)
    if (lower.find("/" + std::string(folder)) != std::string::npos) return true;
  const std::string_view file = std::string_view(lower).substr(lower.rfind('/') + 1);
  if (file.ends_with(".html") || file.ends_with(".htm")) return false;
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return file.find(name) != file.npos; });
}

}  // namespace pages_detail

bool is_system_residue(std::string_view path) {
  if (path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != path.npos) return true;
  const std::string file = lower_case(path.substr(path.rfind('/') + 1));
  return file.starts_with("._") || file.starts_with("~$") || file == ".ds_store" || file == "thumbs.db" ||
         file == "desktop.ini" || file == "ehthumbs.db" || file == ".localized";
}

}  // namespace assay
