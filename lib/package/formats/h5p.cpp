// H5P: h5p.json at the root of a .h5p file.
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

constexpr std::array info = {FormatInfo{"h5p", "H5P content", "h5p.json", false}};

std::optional<Recognised> recognise_h5p(const Contents& contents) {
  if (contents.kind == "document") return std::nullopt;
  const auto entry = contents.find("h5p.json");
  if (!entry) return std::nullopt;
  Recognised found;
  found.format = {"h5p", "H5P content", "h5p.json", ""};
  found.documents.push_back({*entry, "manifest", "", true});
  if (const auto content = contents.find("content/content.json"))
    found.documents.push_back({*content, "content", "", true});
  for (std::uint32_t i = 0; i < contents.entries.size(); ++i)
    if (contents.entries[i].path.ends_with("/library.json")) found.documents.push_back({i, "library", "", true});
  return found;
}

}  // namespace

const FormatModule h5p_format = {info, recognise_h5p};

}  // namespace assay
