// Which elements of a metadata record SCORM asks for.
#include <string>

#include <assay/scorm.hpp>

namespace assay {
namespace {

bool has(Node record, std::string_view path) {
  Node node = record;
  while (node && !path.empty()) {
    const std::size_t slash = path.find('/');
    Node found = first_child(node);
    while (found && local_name(found) != path.substr(0, slash)) found = next_sibling(found);
    node = found;
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return static_cast<bool>(node);
}

}  // namespace

std::span<const std::string_view> mandatory_elements() {
  static constexpr std::string_view paths[] = {"general/title",
                                               "general/catalogentry/catalog",
                                               "general/catalogentry/entry",
                                               "general/description",
                                               "general/keyword",
                                               "lifecycle/version",
                                               "lifecycle/status",
                                               "metametadata/metadatascheme",
                                               "technical/format",
                                               "technical/location",
                                               "rights/cost",
                                               "rights/copyrightandotherrestrictions",
                                               "classification/purpose",
                                               "classification/description",
                                               "classification/keyword"};
  return paths;
}

void report_incomplete_record(Reporter& report, Node record, std::span<const std::string_view> wanted,
                              std::string_view component) {
  report.judged();
  std::string missing;
  for (std::string_view path : wanted)
    if (!has(record, path)) missing.append(missing.empty() ? "" : ", ").append(path);
  if (!missing.empty()) report.report(record, {{"missing", missing}, {"component", component}});
}

std::string_view component_kind(Node component) {
  const std::string_view element = local_name(component);
  if (element == "manifest") return local_name(parent(component)) == "manifest" ? "" : "aggregation";
  if (element == "organization" || element == "item") return element;
  if (element == "file") return "asset";
  if (element != "resource") return {};
  const Attribute late = attribute(component, "adlcp:scormType");
  const std::string_view type = value(late ? late : attribute(component, "adlcp:scormtype"));
  return type == "sco" || type == "asset" ? type : std::string_view();
}

}  // namespace assay
