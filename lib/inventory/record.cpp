// The metadata records about the course as one, and the declaration as it stands, for rules over the inventory.
#include "inventory/record.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <assay/language.hpp>
#include <assay/metadata.hpp>

#include "inventory/facts.hpp"
#include "json/document.hpp"
#include "xml/document.hpp"

namespace assay::inventory {
namespace {

/// The records about the whole course as one, in the few fields that obligations are judged on.
class Flat {
 public:
  explicit Flat(xpath::Tree& tree) : tree_(tree) {}

  void write(const Package& package) {
    for (const MetadataRecord& record : metadata_records(package))
      if (record.subject == Subject::package || record.subject == Subject::unknown) write(record);
    const XmlDocument* document = manifest(package);
    if (document && local_name(root(*document)) == "manifest")
      for (const Organization& each : organizations(package))
        if (const Node title = child(each.node, "cp:title")) add("title", content(title), {}, "organization", title);
  }

 private:
  void write(const MetadataRecord& record) {
    const std::string_view source = standard_in_words(record.standard);
    for (const MetaIdentifier& each : record.identifiers) add("identifier", each.entry, {}, source, each.place);
    texts("title", record.titles, source);
    texts("description", record.descriptions, source);
    texts("language", record.languages, source);
    texts("licence", record.rights, source);
    texts("learning_time", record.learning_time, source);
    texts("version", record.version, source);
    for (const MetaTerm& each : record.resource_types) add("resource_type", each.value, {}, source, each.place);
    for (const MetaClassification& each : record.classifications) classification(each, source);
    for (const MetaContribution& each : record.contributions) {
      texts("date", each.dates, source);
      if (!each.persons.empty() || each.dates.empty())
        add("contributor", each.persons.empty() ? "unnamed" : name_of(each.persons[0]), {}, source, each.place);
    }
  }

  // Levels and fields of the International Standard Classification of Education: "ISCED 2011", "ISCED-F 2013".
  void classification(const MetaClassification& node, std::string_view source) {
    for (const MetaTaxonPath& path : node.paths) {
      if (path.sources.empty() || path.taxa.empty()) continue;
      const Isced scheme = isced_of(path.sources[0].text);
      if (scheme == Isced::other) continue;
      const MetaTaxon& last = path.taxa.back();
      add(scheme == Isced::field ? "subject" : "level", last.id, {}, source, last.place);
    }
  }

  static std::string_view name_of(const MetaPerson& person) {
    return !person.name.empty()           ? std::string_view(person.name)
           : !person.organization.empty() ? std::string_view(person.organization)
                                          : std::string_view("unnamed");
  }

  void texts(std::string_view field, const std::vector<MetaText>& list, std::string_view source) {
    for (const MetaText& each : list) add(field, each.text, each.language, source, each.place);
  }

  void add(std::string_view field, std::string_view value, std::string_view language, std::string_view source,
           const Place& place) {
    value = trimmed(value);
    if (value.empty()) return;
    tree_.begin(field, place);
    tree_.attribute("value", value);
    tree_.attribute("language", language);
    tree_.attribute("source", source);
    tree_.end();
  }

  xpath::Tree& tree_;
};

// What XML takes for a name, within ASCII: other members cannot be asked for.
bool good_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !name.empty() && letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool scalar(JsonNode node) { return type(node) != JsonType::object && type(node) != JsonType::array; }

std::string_view literal(JsonNode node) {
  if (type(node) == JsonType::boolean) return boolean(node) ? "true" : "false";
  return content(node);
}

// {"level": {"isced": 3}, "languages": ["th"]} → <level isced="3"/><languages value="th"/>. Four levels are enough for
// what a declaration may hold.
void add_json(xpath::Tree& tree, JsonNode object, unsigned levels) {
  for (JsonNode each = first_child(object); each; each = next_sibling(each))
    if (scalar(each) && good_name(key(each))) tree.attribute(key(each), literal(each));
  if (levels == 0) return;
  for (JsonNode each = first_child(object); each; each = next_sibling(each)) {
    if (scalar(each) || !good_name(key(each))) continue;
    if (type(each) == JsonType::object) {
      tree.begin(key(each), each);
      add_json(tree, each, levels - 1);
      tree.end();
      continue;
    }
    for (JsonNode item = first_child(each); item; item = next_sibling(item)) {
      tree.begin(key(each), item);
      if (scalar(item))
        tree.attribute("value", literal(item));
      else
        add_json(tree, item, levels - 1);
      tree.end();
    }
  }
}

}  // namespace

void add_record(xpath::Tree& tree, const Package& package) {
  const JsonDocument* declaration = json_document(package, "declaration", 0);
  tree.begin("record", place_of_course(package));
  Flat(tree).write(package);
  tree.end();
  if (!declaration) return;
  tree.begin("declaration", root(*declaration));
  add_json(tree, root(*declaration), 4);
  tree.end();
}

}  // namespace assay::inventory
