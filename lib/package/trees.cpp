#include "package/trees.hpp"

#include "package/package_data.hpp"

namespace assay {

const Limits& limits_of(const Package& package) { return package.data().limits; }

const xpath::Tree* PackageData::tree(std::string_view role, std::uint32_t index, const Package& package) const {
  const std::lock_guard lock(trees_mutex_);
  auto& slot = trees_[{std::string(role), index}];
  if (slot) return slot.get();
  if (role == "inventory") {
    slot = make_inventory_tree(package);
  } else if (const XmlDocument* document = xml_document(package, role, index)) {
    slot = std::make_unique<xpath::Tree>(*document);
  }
  return slot.get();
}

const xpath::Tree* xpath_tree(const Package& package, std::string_view role, std::uint32_t index) {
  return package.data().tree(role, index, package);
}

}  // namespace assay
