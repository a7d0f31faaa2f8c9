#include "inventory/inventory.hpp"

#include "inventory/facts.hpp"
#include "inventory/record.hpp"
#include "package/package_data.hpp"

namespace assay {
namespace {

void add_row(xpath::Tree& tree, const FactRow& row, std::string_view name) {
  tree.begin(name, row.place);
  for (const Fact& column : row.columns)
    if (column.kind != Fact::Kind::null) tree.attribute(column.name, column.value);
  for (const FactList& list : row.lists)
    for (const FactRow& inner : list.rows) add_row(tree, inner, list.row);
  tree.end();
}

}  // namespace

Inventory make_inventory(const Package& package) {
  Inventory inventory;
  inventory.lists = {inventory::entries(package),    inventory::documents(package), inventory::references(package),
                     inventory::launchable(package), inventory::metadata(package),  inventory::languages(package),
                     inventory::hosts(package),      inventory::media(package)};
  inventory.tool = inventory::authoring_tool(package);
  return inventory;
}

// The same elements and attributes as in inventory_xml(), but for the path: no rule may depend on where a package lies.
std::unique_ptr<xpath::Tree> make_inventory_tree(const Package& package) {
  auto tree = std::make_unique<xpath::Tree>();
  const Inventory inventory = make_inventory(package);
  tree->begin("inventory", Place());
  tree->attribute("kind", package.kind());
  tree->attribute("format", package.format().id);
  tree->attribute("tool", inventory.tool);
  for (const FactList& list : inventory.lists) {
    tree->begin(list.name, Place());
    for (const FactRow& row : list.rows) add_row(*tree, row, list.row);
    tree->end();
  }
  inventory::add_record(*tree, package);
  tree->end();
  return tree;
}

}  // namespace assay
