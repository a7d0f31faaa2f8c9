// Tin Can (xAPI) packages: tincan.xml at the root.
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

constexpr std::array info = {FormatInfo{"tincan", "Tin Can (xAPI) package", "tincan.xml", false}};

std::optional<Recognised> recognise_tincan(const Contents& contents) {
  if (contents.kind == "document") return std::nullopt;
  const auto entry = contents.shallowest("tincan.xml");
  if (!entry) return std::nullopt;
  const std::string path(contents.entries[*entry].path);
  Recognised found;
  found.format = {"tincan", "Tin Can (xAPI) package", path, ""};
  found.root = path.substr(0, path.rfind('/') + 1);
  found.documents.push_back({*entry, "manifest", schema_set_of("tincan")});
  return found;
}

}  // namespace

const FormatModule tincan_format = {info, recognise_tincan};

}  // namespace assay
