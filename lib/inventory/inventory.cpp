#include "inventory/inventory.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

Fact text_fact(std::string name, std::string_view value) { return {std::move(name), Fact::Kind::text, std::string(value)}; }
Fact number_fact(std::string name, std::uint64_t value) { return {std::move(name), Fact::Kind::number, std::to_string(value)}; }
Fact flag_fact(std::string name, bool value) { return {std::move(name), Fact::Kind::boolean, value ? "true" : "false"}; }
Fact null_fact(std::string name) { return {std::move(name), Fact::Kind::null, ""}; }

std::string encoding_of(const Entry& entry) {
  switch (entry.name_encoding) {
    case NameEncoding::ascii: return "ascii";
    case NameEncoding::utf8: return "utf-8";
    case NameEncoding::undeclared_utf8: return "undeclared-utf-8";
    case NameEncoding::undeclared: return "undeclared:" + (entry.charset.empty() ? "unknown" : entry.charset);
  }
  return {};
}

FactList entries_of(const Package& package) {
  FactList list{"entries", "entry", {}};
  for (const Entry& entry : package.entries()) {
    const std::string method = entry.method == 0 ? "stored" : entry.method == 8 ? "deflate" : std::to_string(entry.method);
    list.rows.push_back({Place::of_file(entry.name), {text_fact("name", entry.name), number_fact("bytes", entry.size), number_fact("compressed", entry.compressed),
                          text_fact("method", method), text_fact("name_encoding", encoding_of(entry))}, {}});
  }
  return list;
}

std::string defect_words(const SchemaDefect& defect) {
  std::string text(defect.cause);
  const auto add = [&text](const char* label, std::string_view value) {
    if (!value.empty()) text.append(" ").append(label).append(" \"").append(value.substr(0, 120)).append("\"");
  };
  add("child", defect.child);
  add("attribute", defect.attribute);
  add("value", defect.value);
  if (!defect.expected.empty()) text.append(", expected ").append(defect.expected);
  return text;
}

FactList documents_of(const Package& package) {
  FactList list{"documents", "document", {}};
  for (const Document& document : package.documents()) {
    FactRow row{Place::of_file(document.file), {text_fact("file", document.file), text_fact("role", document.role)}, {}};
    row.columns.push_back(document.standard.empty() ? null_fact("standard") : text_fact("standard", document.standard));
    row.columns.push_back(flag_fact("well_formed", document.well_formed));
    row.columns.push_back(document.validated ? flag_fact("schema_valid", document.defects.empty()) : null_fact("schema_valid"));
    for (const SchemaDefect& defect : document.defects) {
      const Place place = defect.json ? Place(defect.json) : Place(defect.node);
      const Location where = locate(package, place);
      row.rows.push_back({place, {number_fact("line", where.line), number_fact("column", where.column), text_fact("cause", defect.cause), text_fact("message", defect_words(defect))}, {}});
    }
    if (!document.well_formed && !document.problem.code.empty())
      row.rows.push_back({Place::at(document.file, document.problem.line, document.problem.column),
                          {number_fact("line", document.problem.line), number_fact("column", document.problem.column), text_fact("cause", document.problem.code), text_fact("message", document.problem.message)}, {}});
    list.rows.push_back(std::move(row));
  }
  return list;
}

std::string_view in_words(Resolution resolution) {
  constexpr std::array words = {"found", "external", "empty", "missing", "case-only", "backslash", "leading-slash", "normalization", "percent", "escapes", "malformed-escape", "not-looked-up"};
  return words[static_cast<std::size_t>(resolution)];
}

FactList references_of(const Package& package) {
  FactList list{"references", "reference", {}};
  for (const Reference& reference : references(package)) {
    const Location where = locate(package, reference.node);
    const bool exists = reference.resolution == Resolution::found || reference.resolution == Resolution::external ||
                        reference.resolution == Resolution::empty || reference.resolution == Resolution::not_looked_up;
    list.rows.push_back({reference.node, {text_fact("file", where.file), number_fact("line", where.line), text_fact("href", reference.href), text_fact("target", reference.target),
                          flag_fact("exists", exists), text_fact("resolution", in_words(reference.resolution))}, {}});
  }
  return list;
}

FactList launchable_of(const Package& package) {
  FactList list{"launchable", "item", {}};
  const auto all = references(package);
  for (const Item& item : items(package)) {
    if (item.resource == none) continue;
    const Resource& resource = resources(package)[item.resource];
    if (resource.href == none) continue;
    list.rows.push_back({item.node, {text_fact("item", item.identifier), text_fact("title", trimmed(content(child(item.node, "cp:title")))),
                          text_fact("resource", resource.identifier), text_fact("href", all[resource.href].href), text_fact("type", resource.scorm_type)}, {}});
  }
  return list;
}

// Records and the languages of everything that says one.
FactList metadata_of(const Package& package) {
  FactList list{"metadata", "record", {}};
  for (const Document& document : package.documents()) {
    if (!document.xml) continue;
    for (const char* name : {"imsmd:lom", "lom:lom"})
      for (Node node : nodes_named(*document.xml, name)) {
        const Location where = locate(package, node);
        const Node title = child(child(node, std::string(name).substr(0, std::string(name).find(':')) + ":general"), std::string(name).substr(0, std::string(name).find(':')) + ":title");
        list.rows.push_back({node, {text_fact("file", where.file), number_fact("line", where.line), text_fact("standard", name[0] == 'i' ? "IMS MD" : "LOM"),
                              text_fact("about", local_name(parent(parent(node)))), text_fact("title", trimmed(content(first_child(title))))}, {}});
      }
  }
  return list;
}

FactList languages_of(const Package& package) {
  std::map<std::string, std::uint64_t> counts;
  for (const Document& document : package.documents()) {
    if (!document.xml) continue;
    for (Node node = root(*document.xml); node;) {
      for (const char* name : {"xml:lang", "language"})
        if (const Attribute found = attribute(node, name)) ++counts[std::string(trimmed(value(found)))];
      Node next = first_child(node);
      for (Node up = node; !next && up; up = parent(up)) next = next_sibling(up);
      node = next;
    }
  }
  FactList list{"languages", "language", {}};
  for (const auto& [tag, count] : counts) list.rows.push_back({Place(), {text_fact("tag", tag), number_fact("places", count)}, {}});
  return list;
}

FactList hosts_of(const Package& package) {
  std::map<std::string, std::uint64_t> counts;
  for (const Reference& reference : references(package)) {
    if (reference.resolution != Resolution::external) continue;
    const std::size_t start = reference.href.find("//");
    if (start == std::string_view::npos) continue;
    const std::string_view rest = reference.href.substr(start + 2);
    ++counts[text::folded(rest.substr(0, rest.find_first_of("/?#")))];
  }
  FactList list{"hosts", "host", {}};
  for (const auto& [host, count] : counts) list.rows.push_back({Place(), {text_fact("host", host), number_fact("references", count)}, {}});
  return list;
}

FactList media_of(const Package& package) {
  constexpr std::array endings = {"mp4", "webm", "mp3", "m4a", "ogg", "wav", "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "swf", "flv"};
  FactList list{"media", "file", {}};
  for (const Entry& entry : package.entries()) {
    const std::string ending = text::folded(std::string_view(entry.path).substr(entry.path.rfind('.') + 1));
    if (entry.directory || std::find(endings.begin(), endings.end(), ending) == endings.end()) continue;
    list.rows.push_back({Place::of_file(entry.name), {text_fact("name", entry.name), text_fact("type", ending), number_fact("bytes", entry.size)}, {}});
  }
  return list;
}

// Files that only one authoring tool leaves behind.
std::string tool_of(const Package& package) {
  struct Mark {
    const char* ending;
    const char* tool;
  };
  constexpr std::array marks = {Mark{"story_content/user.js", "Articulate Storyline"}, Mark{"scormcontent/index.html", "Articulate Rise"}, Mark{"adapt/js/adapt.min.js", "Adapt"},
                                Mark{"assets/js/CPM.js", "Adobe Captivate"}, Mark{"data/player.js", "iSpring"}, Mark{"contentv3.xml", "eXeLearning"}, Mark{"content.xml", "eXeLearning"},
                                Mark{"xenith.js", "Xerte"}, Mark{"jclic.js/jclic.min.js", "JClic"}};
  for (const Mark& mark : marks)
    for (const Entry& entry : package.entries())
      if (entry.path.ends_with(mark.ending)) return mark.tool;
  return {};
}

}  // namespace

Inventory make_inventory(const Package& package) {
  Inventory inventory;
  inventory.lists = {entries_of(package), documents_of(package), references_of(package), launchable_of(package),
                     metadata_of(package), languages_of(package), hosts_of(package), media_of(package)};
  inventory.tool = tool_of(package);
  return inventory;
}

std::unique_ptr<xpath::Tree> make_inventory_tree(const Package& package) {
  auto tree = std::make_unique<xpath::Tree>();
  const Inventory inventory = make_inventory(package);
  tree->begin("inventory", Place());
  tree->attribute("format", package.format().id);
  tree->attribute("tool", inventory.tool);
  const auto row = [&](const FactRow& fact, const std::string& name) {
    tree->begin(name, fact.place);
    for (const Fact& column : fact.columns)
      if (column.kind != Fact::Kind::null) tree->attribute(column.name, column.value);
    for (const FactRow& inner : fact.rows) {
      tree->begin("schema_error", inner.place);
      for (const Fact& column : inner.columns) tree->attribute(column.name, column.value);
      tree->end();
    }
    tree->end();
  };
  for (const FactList& list : inventory.lists) {
    tree->begin(list.name, Place());
    for (const FactRow& fact : list.rows) row(fact, list.row);
    tree->end();
  }
  tree->end();
  return tree;
}

}  // namespace assay
