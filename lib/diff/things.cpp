// What in a package has an identifier of its own.
#include "diff/diff.hpp"

#include "xml/document.hpp"

namespace assay::diff {
namespace {

std::string text_of(Node parent, std::string_view name) {
  const Node found = child(parent, name);
  return found ? std::string(trimmed(content(found))) : std::string();
}

std::string shortened(std::string_view target, std::string_view root) {
  return std::string(target.starts_with(root) ? target.substr(root.size()) : target);
}

void add_course(const Package& package, std::vector<Thing>& things) {
  const XmlDocument* document = manifest(package);
  if (!document || local_name(root(*document)) != "manifest") return;
  const Node top = root(*document);
  things.push_back(
      {"course", std::string(trimmed(value(attribute(top, "identifier")))), "", "", "", locate(package, top)});
  for (const Organization& each : organizations(package))
    things.push_back({"organization", std::string(each.identifier), "", text_of(each.node, "cp:title"), "",
                      locate(package, each.node)});
  const auto all_items = items(package);
  const auto all_resources = resources(package);
  const auto all_references = references(package);
  const std::string_view root = package_root(package);
  const auto target_of = [&](std::uint32_t resource) {
    if (resource == none || all_resources[resource].href == none) return std::string();
    const Reference& reference = all_references[all_resources[resource].href];
    return reference.resolution == Resolution::external ? std::string(reference.href)
                                                        : shortened(reference.target, root);
  };
  for (const Item& item : all_items) {
    std::string_view parent = item.parent != none ? all_items[item.parent].identifier : std::string_view();
    if (parent.empty() && item.organization != none) parent = organizations(package)[item.organization].identifier;
    things.push_back({"item", std::string(item.identifier), std::string(parent), text_of(item.node, "cp:title"),
                      target_of(item.resource), locate(package, item.node)});
  }
  for (std::uint32_t i = 0; i < all_resources.size(); ++i)
    things.push_back({"resource", std::string(all_resources[i].identifier), "", "", target_of(i),
                      locate(package, all_resources[i].node)});
}

// cmi5: the course, its blocks and units; Tin Can: its activities.
void add_tree(const Package& package, Node node, const std::string& parent, int depth, std::vector<Thing>& things) {
  if (depth > 256) return;
  const std::string_view name = local_name(node);
  const std::string id(trimmed(value(attribute(node, "id"))));
  const char* kind = name == "course"     ? "course"
                     : name == "block"    ? "block"
                     : name == "au"       ? "unit"
                     : name == "activity" ? "activity"
                                          : nullptr;
  if (kind && !id.empty()) {
    Thing thing{kind, id, parent, "", "", locate(package, node)};
    for (Node each = first_child(node); each; each = next_sibling(each)) {
      if (local_name(each) == "url" || local_name(each) == "launch") thing.target = trimmed(content(each));
      if (local_name(each) == "title")
        if (const Node first = first_child(each)) thing.title = trimmed(content(first));
      if (local_name(each) == "name") thing.title = trimmed(content(each));
    }
    things.push_back(std::move(thing));
  }
  for (Node each = first_child(node); each; each = next_sibling(each))
    add_tree(package, each, kind && !id.empty() ? id : parent, depth + 1, things);
}

}  // namespace

std::vector<Thing> things_of(const Package& package) {
  std::vector<Thing> things;
  const std::string& format = package.format().id;
  const XmlDocument* document = xml_document(package, "manifest", 0);
  if (document && (format.starts_with("cmi5") || format == "tincan"))
    add_tree(package, root(*document), "", 0, things);
  else
    add_course(package, things);
  return things;
}

}  // namespace assay::diff
