// Overlays that a package asks for by naming its regions.
#include <algorithm>

#include <assay/package.hpp>
#include <assay/store.hpp>

#include "json/document.hpp"

namespace assay {

std::vector<AppliedOverlay> declared_overlays(const Store& store, const Package& package) {
  std::vector<AppliedOverlay> out;
  const JsonDocument* declaration = json_document(package, "declaration", 0);
  if (!declaration) return out;
  const auto known = store.profiles();
  const JsonNode regions = member(root(*declaration), "targetRegions");
  for (JsonNode each = first_child(regions); each; each = next_sibling(each)) {
    std::string id(content(each));
    for (char& c : id)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool exists = std::any_of(known.begin(), known.end(), [&](const ProfileInfo& info) {
      return info.kind == "overlay" && info.origin == "built in" && info.id == id;
    });
    const bool seen = std::any_of(out.begin(), out.end(), [&](const AppliedOverlay& made) { return made.id == id; });
    if (exists && !seen) out.push_back({id, "", declaration->file + ":" + std::to_string(json::position(each).line)});
  }
  return out;
}

Result<std::shared_ptr<const Profile>> resolve_for(const Store& store, ResolveOptions options, const Package& package) {
  auto plain = resolve(store, options);
  if (!plain || !(*plain)->takes_declared) return plain;
  options.declared = declared_overlays(store, package);
  return options.declared.empty() ? plain : resolve(store, options);
}

}  // namespace assay
