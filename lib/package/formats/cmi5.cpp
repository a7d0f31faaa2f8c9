// cmi5: cmi5.xml at the package root, or the course structure on its own.
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

constexpr std::array info = {FormatInfo{"cmi5-1.0", "cmi5 course", "cmi5.xml", false}};

std::optional<Recognised> recognise_cmi5(const Contents& contents) {
  std::optional<std::uint32_t> entry;
  if (contents.kind == "document") {
    const std::string* text = contents.text(0);
    if (text && xml::peek(*text).root_name == "courseStructure") entry = 0;
  } else {
    entry = contents.find("cmi5.xml");
    if (!entry) entry = contents.shallowest("cmi5.xml");
  }
  if (!entry) return std::nullopt;
  Recognised found;
  const std::string path(contents.entries[*entry].path);
  found.format = {"cmi5-1.0", "cmi5 course", path, ""};
  found.root = contents.kind == "document" ? std::string() : path.substr(0, path.rfind('/') + 1);
  found.documents.push_back({*entry, "manifest", schema_set_of("cmi5-1.0")});
  return found;
}

}  // namespace

const FormatModule cmi5_format = {info, recognise_cmi5};

}  // namespace assay
