// What a learning system opens: items of IMS manifests, assignable units of cmi5, activities of Tin Can.
#include "json/document.hpp"
#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

void launches_of_items(const Package& package, std::vector<Launch>& out) {
  const auto all = references(package);
  std::vector<bool> done(resources(package).size());
  for (const Item& item : items(package)) {
    if (item.resource == none || done[item.resource]) continue;
    done[item.resource] = true;
    const Resource& resource = resources(package)[item.resource];
    if (resource.href == none) continue;
    const Reference& reference = all[resource.href];
    Launch launch;
    launch.kind = lower(trimmed(resource.scorm_type)) == "sco" ? Launch::Kind::tracked : Launch::Kind::content;
    launch.place = reference.node;
    launch.value = reference.href;
    launch.title = trimmed(content(child(item.node, "cp:title")));
    launch.resolution = reference.resolution;
    launch.entry = reference.entry;
    out.push_back(launch);
  }
}

// Elements that hold an address, wherever they stand.
void launches_of_elements(const Package& package, std::string_view element, std::string_view holder,
                          std::vector<Launch>& out) {
  const XmlDocument* document = manifest(package);
  if (!document) return;
  Node named;  // the holder whose title was looked for last: many addresses may stand in one
  std::string_view title_of_named;
  for (Node node = root(*document); node;) {
    if (local_name(node) == element && local_name(parent(node)) == holder) {
      Launch launch;
      launch.kind = Launch::Kind::tracked;
      launch.place = node;
      launch.value = trimmed(content(node));
      if (parent(node) != named) {
        named = parent(node);
        title_of_named = {};
        for (Node title = first_child(named); title && title_of_named.empty(); title = next_sibling(title)) {
          if (local_name(title) == "name") title_of_named = trimmed(content(title));
          if (title_of_named.empty() && local_name(title) == "title" && first_child(title))
            title_of_named = trimmed(content(first_child(title)));
        }
      }
      launch.title = title_of_named;
      const Resolved resolved = resolve_href(package.data(), "", launch.value);
      launch.resolution = resolved.resolution;
      if (resolved.entry != none) launch.entry = package.entries()[resolved.entry].path;
      out.push_back(launch);
    }
    Node next = first_child(node);
    for (Node up = node; !next && up; up = parent(up)) next = next_sibling(up);
    node = next;
  }
}

}  // namespace

std::vector<Launch> find_launches(const Package& package) {
  std::vector<Launch> out;
  launches_of_items(package, out);
  launches_of_elements(package, "url", "au", out);
  launches_of_elements(package, "launch", "activity", out);
  return out;
}

}  // namespace assay::pages_detail

namespace assay {

bool is_launched(const Package& package, std::string_view href) {
  return pages_detail::contents_of(package).launched.contains(href);
}

bool belongs_to_exporter(std::string_view href) {
  return href.starts_with('/') || href.find('{') != href.npos || href.find("$IMS") != href.npos ||
         href.find("%24IMS") != href.npos;
}

}  // namespace assay
