// The content-packaging view of a manifest.
#include <unordered_map>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

class CourseBuilder {
 public:
  explicit CourseBuilder(const PackageData& data) : data_(data) {
    course_.listed.resize(data.archive.entries().size());
  }

  Course build(const XmlDocument& manifest) {
    const Node top = root(manifest);
    if (local_name(top) != "manifest") return std::move(course_);
    course_.items.reserve(nodes_named(manifest, "cp:item").size());
    course_.item_index.reserve(nodes_named(manifest, "cp:item").size());
    all_.reserve(nodes_named(manifest, "cp:resource").size());
    course_.resources.reserve(nodes_named(manifest, "cp:resource").size());
    course_.references.reserve(nodes_named(manifest, "cp:resource").size() + nodes_named(manifest, "cp:file").size());
    manifests(top);
    for (const Scope& scope : scopes_) resources_of(scope);
    for (const Scope& scope : scopes_) organizations_of(scope);
    for (Dependency& dependency : course_.dependencies) bind(dependency);
    find_start_files(course_);
    metadata_locations(manifest);
    for (const Reference& reference : course_.references)
      if (!reference.entry.empty())
        if (const std::uint32_t found = data_.archive.find(reference.entry); found != none)
          course_.listed[found] = true;
    course_.too_long = spent_ > data_.limits.address_bytes;
    return std::move(course_);
  }

 private:
  // One manifest or sub-manifest with the base its parents give it.
  struct Scope {
    Node node;
    std::string base;
    bool nested = false;
    std::unordered_map<std::string_view, std::uint32_t> by_identifier{};
  };

  std::string_view keep(std::string text) { return course_.strings.emplace_back(std::move(text)); }

  std::string joined_base(const std::string& base, Node node) {
    const std::string_view own = trimmed(value(attribute(node, "xml:base")));
    if (!spend(base.size() + own.size())) return {};
    if (own.empty()) return base;
    if (own.find("://") != std::string_view::npos || base.empty()) return std::string(own);
    return base.substr(0, base.rfind('/') + 1) + std::string(own);
  }

  // A base of a megabyte in front of every address would make gigabytes of a small file.
  bool spend(std::uint64_t bytes) {
    spent_ += bytes;
    return spent_ <= data_.limits.address_bytes;
  }

  // Outer manifests before inner ones, without recursion.
  void manifests(Node top) {
    scopes_.push_back({top, joined_base("", top), false});
    for (std::size_t i = 0; i < scopes_.size(); ++i)
      for (Node inner = child(scopes_[i].node, "cp:manifest"); inner; inner = next_named(inner, "cp:manifest")) {
        std::string base = joined_base(scopes_[i].base, inner);
        sub_manifests_.emplace(collapsed(value(attribute(inner, "identifier"))), true);
        scopes_.push_back({inner, std::move(base), true});
      }
  }

  std::string_view collapsed(std::string_view text) {
    if (text.find_first_of(" \t\r\n") == std::string_view::npos) return text;
    std::string once = text::collapsed(text);
    return once == text ? text : keep(std::move(once));
  }

  void resources_of(const Scope& scope) {
    Scope& mine = scopes_[static_cast<std::size_t>(&scope - scopes_.data())];
    for (Node list = named_child(scope.node, "resources"); list; list = next_named(list, name(list))) {
      const std::string list_base = joined_base(scope.base, list);
      for (Node node = first_child(list); node; node = next_sibling(node)) {
        if (local_name(node) != "resource") continue;
        const auto index = static_cast<std::uint32_t>(course_.resources.size());
        Resource resource;
        resource.node = node;
        resource.identifier = collapsed(value(attribute(node, "identifier")));
        resource.type = value(attribute(node, "type"));
        resource.scorm_type = value(attribute(node, "adlcp:scormtype"));
        if (!attribute(node, "adlcp:scormtype")) resource.scorm_type = value(attribute(node, "adlcp:scormType"));
        resource.nested = scope.nested;
        mine.by_identifier.emplace(resource.identifier, index);
        all_.emplace(resource.identifier, index);
        scope_of_.push_back(static_cast<std::size_t>(&mine - scopes_.data()));
        course_.resources.push_back(resource);
        contents_of(node, joined_base(list_base, node), index);
      }
    }
  }

  void contents_of(Node resource, const std::string& base, std::uint32_t index) {
    if (attribute(resource, "href")) {
      course_.resources[index].href = static_cast<std::uint32_t>(course_.references.size());
      add_reference(resource, "href", value(attribute(resource, "href")), base, index);
    }
    for (Node node = first_child(resource); node; node = next_sibling(node)) {
      if (local_name(node) == "file") {
        if (attribute(node, "href")) add_reference(node, "href", value(attribute(node, "href")), base, index);
      } else if (local_name(node) == "dependency") {
        Dependency dependency;
        dependency.node = node;
        dependency.identifierref = value(attribute(node, "identifierref"));
        dependency.from = index;
        course_.dependencies.push_back(dependency);
      }
    }
  }

  void add_reference(Node node, std::string_view attribute_name, std::string_view href, const std::string& base,
                     std::uint32_t resource) {
    Resolved resolved;
    resolved.resolution = Resolution::not_looked_up;
    if (spend(base.size() + href.size()))
      resolved = resolve_href(data_, base, href);
    else
      resolved.target = href;
    Reference reference;
    reference.node = node;
    reference.attribute = attribute_name;
    reference.href = href;
    reference.target = resolved.target == href ? href : keep(std::move(resolved.target));
    if (resolved.entry != none) reference.entry = data_.archive.entries()[resolved.entry].path;
    reference.resolution = resolved.resolution;
    reference.resource = resource;
    if (resolved.resolution == Resolution::missing) ++course_.missing_references;
    course_.references.push_back(reference);
  }

  // A resource of this manifest first, else of any other one in the file (sub-manifests).
  std::uint32_t find_resource(std::size_t scope, std::string_view identifier) const {
    const auto& own = scopes_[scope].by_identifier;
    if (const auto found = own.find(identifier); found != own.end()) return found->second;
    const auto found = all_.find(identifier);
    return found == all_.end() ? none : found->second;
  }

  // IMS CP elements by local name: a manifest in a wrong or missing namespace still shows its structure.
  static Node named_child(Node node, std::string_view local) {
    for (Node at = first_child(node); at; at = next_sibling(at))
      if (local_name(at) == local) return at;
    return {};
  }

  void organizations_of(const Scope& scope) {
    const auto scope_index = static_cast<std::size_t>(&scope - scopes_.data());
    const Node list = named_child(scope.node, "organizations");
    const std::string_view chosen = collapsed(value(attribute(list, "default")));
    for (Node node = first_child(list); node; node = next_sibling(node)) {
      if (local_name(node) != "organization") continue;
      Organization organization;
      organization.node = node;
      organization.identifier = collapsed(value(attribute(node, "identifier")));
      organization.is_default = !scope.nested && !chosen.empty() && organization.identifier == chosen;
      organization.first_item = static_cast<std::uint32_t>(course_.items.size());
      course_.organizations.push_back(organization);
      items_of(node, scope_index, static_cast<std::uint32_t>(course_.organizations.size() - 1));
      course_.organizations.back().items = static_cast<std::uint32_t>(course_.items.size()) - organization.first_item;
    }
  }

  // Document order, without recursion: the tree's depth is the package's choice.
  void items_of(Node organization, std::size_t scope, std::uint32_t organization_index) {
    std::vector<std::pair<Node, std::uint32_t>> open = {{first_child(organization), none}};
    while (!open.empty()) {
      const Node node = open.back().first;
      const std::uint32_t up = open.back().second;
      if (!node) {
        open.pop_back();
        continue;
      }
      open.back().first = next_sibling(node);
      if (local_name(node) != "item") continue;
      Item item;
      item.node = node;
      item.identifier = collapsed(value(attribute(node, "identifier")));
      item.identifierref = value(attribute(node, "identifierref"));
      item.has_reference = static_cast<bool>(attribute(node, "identifierref"));
      item.organization = organization_index;
      item.parent = up;
      if (item.has_reference) item.resource = find_resource(scope, item.identifierref);
      if (const std::string_view name = trimmed(item.identifierref);
          item.resource == none && name != item.identifierref)
        item.resource = find_resource(scope, name), item.spaced = item.resource != none;
      item.names_manifest = item.has_reference && item.resource == none && sub_manifests_.contains(item.identifierref);
      if (item.resource != none) ++course_.resources[item.resource].used_by_items;
      if (item.has_reference && item.resource == none) ++course_.dangling;
      if (up != none) ++course_.items[up].children;
      const auto index = static_cast<std::uint32_t>(course_.items.size());
      course_.items.push_back(item);
      course_.item_index.emplace(item.identifier, index);
      open.emplace_back(first_child(node), index);
    }
  }

  void bind(Dependency& dependency) {
    dependency.to = find_resource(scope_of_[dependency.from], collapsed(dependency.identifierref));
    if (dependency.to != none)
      ++course_.resources[dependency.to].used_by_dependencies;
    else
      ++course_.dangling;
  }

  // adlcp:location stands in any metadata; its base is that of the resource around it, else the manifest's.
  void metadata_locations(const XmlDocument& manifest) {
    for (Node node : nodes_named(manifest, "adlcp:location")) {
      std::vector<Node> up;
      for (Node at = parent(node); at; at = parent(at)) up.push_back(at);
      std::string base;
      for (auto at = up.rbegin(); at != up.rend(); ++at) base = joined_base(base, *at);
      add_reference(node, {}, content(node), base, none);
    }
  }

  const PackageData& data_;
  Course course_;
  std::vector<Scope> scopes_;
  std::vector<std::size_t> scope_of_;  // of each resource
  std::unordered_map<std::string_view, std::uint32_t> all_;
  std::unordered_map<std::string_view, bool> sub_manifests_;
  std::uint64_t spent_ = 0;  // bytes of addresses with their bases
};

}  // namespace

Course make_course(const PackageData& data, const XmlDocument& manifest) { return CourseBuilder(data).build(manifest); }

std::span<const Organization> organizations(const Package& package) { return package.data().course.organizations; }
std::span<const Item> items(const Package& package) { return package.data().course.items; }
std::span<const Resource> resources(const Package& package) { return package.data().course.resources; }
std::span<const Dependency> dependencies(const Package& package) { return package.data().course.dependencies; }
std::span<const Reference> references(const Package& package) { return package.data().course.references; }

void report_references(const Package& package, Reporter& report, Resolution resolution) {
  for (const Reference& reference : references(package)) {
    if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external) continue;
    report.judged();
    if (reference.resolution == resolution)
      report.report(reference.node,
                    {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
  }
}

std::uint32_t find_item(const Package& package, std::string_view identifier) {
  const auto& index = package.data().course.item_index;
  const auto found = index.find(identifier);
  return found == index.end() ? none : found->second;
}

bool is_listed(const Package& package, std::uint32_t entry) {
  const auto& listed = package.data().course.listed;
  return entry < listed.size() && listed[entry];
}

std::string_view nearest_resources(const Package& package, std::string_view wanted, std::uint32_t most) {
  constexpr std::size_t most_ranked = 200;  // ranking is for people; a huge manifest lists its first ones
  constexpr std::size_t most_asked = 1'000;
  constexpr std::size_t most_shown = 200;  // bytes of one, as each of thousands of findings may show them
  const PackageData& data = package.data();
  std::vector<std::string_view> identifiers;
  for (const Resource& resource : data.course.resources) {
    if (identifiers.size() >= most_ranked) break;
    identifiers.push_back(resource.identifier);
  }
  std::string text = data.course.resources.size() <= most_ranked && data.course.dangling <= most_asked
                         ? text::nearest(wanted, identifiers, most)
                         : std::string();
  for (std::size_t i = 0; text.empty() && i < identifiers.size() && i < most; ++i) {
    std::string first;
    for (std::size_t k = 0; k < identifiers.size() && k < most; ++k)
      first.append(k ? ", " : "").append(text::beginning(identifiers[k], most_shown));
    text = std::move(first);
  }
  return data.keep(std::move(text));
}

}  // namespace assay
