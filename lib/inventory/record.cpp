#include "inventory/record.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "json/document.hpp"
#include "xml/document.hpp"

namespace assay::inventory {
namespace {

struct Value {
  std::string_view field, value, language, source;
  Place place;
};

bool is(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Collects values from every document that can have them.
class Record {
 public:
  explicit Record(const Package& package) : package_(package) {}

  std::vector<Value> collect() {
    for (const Document& document : package_.documents()) {
      if (document.xml && is(document.role, {"manifest", "metadata"})) xml(*document.xml);
      if (document.json && document.role == "manifest") h5p(root(*document.json));
      if (document.json && document.role == "declaration") declaration(root(*document.json));
    }
    return std::move(values_);
  }

 private:
  void add(std::string_view field, std::string_view value, std::string_view language, std::string_view source,
           const Place& place) {
    value = trimmed(value);
    if (!value.empty()) values_.push_back({field, value, language, source, place});
  }

  void xml(const XmlDocument& document) {
    for (const std::string_view prefix : {"imsmd", "lom"}) {
      const std::string name = std::string(prefix) + ":lom";
      for (Node record : nodes_named(document, name)) {
        // A record inside an item or a file is about that part of the course.
        const std::string_view about = local_name(parent(parent(record)));
        if (about.empty() || about == "manifest")
          lom(record, std::string(prefix) + ":", prefix == "lom" ? "LOM" : "IMS MD");
      }
    }
    const Node top = root(document);
    if (local_name(top) == "manifest")
      for (const Organization& each : organizations(package_))
        if (const Node title = child(each.node, "cp:title"); title && title.document == &document)
          add("title", content(title), {}, "organization", title);
    if (local_name(top) == "courseStructure")
      for (Node course = first_child(top); course; course = next_sibling(course)) {
        if (local_name(course) != "course") continue;
        add("identifier", value(attribute(course, "id")), {}, "cmi5", course);
        for (Node part = first_child(course); part; part = next_sibling(part))
          for (Node each = first_child(part); each; each = next_sibling(each))
            if (is(local_name(part), {"title", "description"}))
              add(local_name(part), content(each), value(attribute(each, "lang")), "cmi5", each);
      }
  }

  void texts(std::string_view field, Node holder, std::string_view source) {
    for (Node each = first_child(holder); each; each = next_sibling(each)) {
      std::string_view language = value(attribute(each, "xml:lang"));
      if (language.empty()) language = value(attribute(each, "language"));
      add(field, content(each), language, source, each);
    }
  }

  void lom(Node record, const std::string& prefix, std::string_view source) {
    const auto part = [&](Node node, const char* name) { return child(node, prefix + name); };
    const Node general = part(record, "general"), educational = part(record, "educational");
    texts("title", part(general, "title"), source);
    texts("description", part(general, "description"), source);
    for (Node each = first_child(general); each; each = next_sibling(each)) {
      if (local_name(each) == "language") add("language", content(each), {}, source, each);
      if (is(local_name(each), {"catalogentry", "identifier"}))
        for (Node inner = first_child(each); inner; inner = next_sibling(inner))
          if (local_name(inner) == "entry") {
            add("identifier", content(inner), {}, source, inner);
            texts("identifier", inner, source);
          }
    }
    const Node life = part(record, "lifecycle") ? part(record, "lifecycle") : part(record, "lifeCycle");
    for (Node each = first_child(life); each; each = next_sibling(each))
      if (local_name(each) == "contribute") add("contributor", "named", {}, source, each);
    texts("licence", part(part(record, "rights"), "description"), source);
    for (const char* name : {"typicallearningtime", "typicalLearningTime"})
      for (Node each = first_child(part(educational, name)); each; each = next_sibling(each))
        add("learning_time", content(each), {}, source, each);
  }

  void h5p(JsonNode top) {
    for (const auto& [name, field] : {std::pair<std::string_view, std::string_view>{"title", "title"},
                                      {"language", "language"},
                                      {"license", "licence"}})
      if (const JsonNode node = member(top, name)) add(field, content(node), {}, "h5p.json", node);
    for (JsonNode each = first_child(member(top, "authors")); each; each = next_sibling(each))
      add("contributor", content(member(each, "name")), {}, "h5p.json", each);
  }

  void declaration(JsonNode top) {
    constexpr std::string_view source = "acs-profile.json";
    for (const std::string_view name : {"title", "description"})
      for (JsonNode each = first_child(member(top, name)); each; each = next_sibling(each))
        add(name, content(each), key(each), source, each);
    for (const auto& [name, field] : {std::pair<std::string_view, std::string_view>{"identifier", "identifier"},
                                      {"licence", "licence"},
                                      {"learningTime", "learning_time"},
                                      {"changed", "date"}})
      if (const JsonNode node = member(top, name)) add(field, content(node), {}, source, node);
    for (JsonNode each = first_child(member(top, "languages")); each; each = next_sibling(each))
      add("language", content(each), {}, source, each);
    if (const JsonNode provider = member(member(top, "provider"), "name"))
      add("contributor", content(provider), {}, source, provider);
  }

  const Package& package_;
  std::vector<Value> values_;
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
  const XmlDocument* manifest_document = manifest(package);
  const JsonDocument* json_manifest = json_document(package, "manifest", 0);
  const Place place = declaration         ? Place(root(*declaration))
                      : manifest_document ? Place(root(*manifest_document))
                      : json_manifest     ? Place(root(*json_manifest))
                                          : Place();
  tree.begin("record", place);
  for (const Value& each : Record(package).collect()) {
    tree.begin(each.field, each.place);
    tree.attribute("value", each.value);
    tree.attribute("language", each.language);
    tree.attribute("source", each.source);
    tree.end();
  }
  tree.end();
  if (!declaration) return;
  tree.begin("declaration", root(*declaration));
  add_json(tree, root(*declaration), 4);
  tree.end();
}

}  // namespace assay::inventory
