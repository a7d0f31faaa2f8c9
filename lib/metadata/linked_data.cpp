// JSON-LD with the terms of schema.org (LRMI among them) or Dublin Core. The context is not resolved, which would need
// the network: it is asked for its vocabulary and its language, and names are taken for what everybody means by them.
#include <algorithm>
#include <array>

#include "json/document.hpp"
#include "metadata/source.hpp"
#include "metadata/terms_of_resources.hpp"

namespace assay::metadata {
namespace {

constexpr std::size_t most_records = 200;  // of one document

struct Context {
  bool known = false;  // it speaks of one of our vocabularies
  std::string_view language;
};

void note_context(JsonNode context, Context& out, int levels = 2) {
  if (type(context) == JsonType::string) out.known = out.known || is_resource_vocabulary(content(context));
  if (levels == 0) return;
  for (JsonNode each = first_child(context); each; each = next_sibling(each)) {
    if (key(each) == "@language") out.language = content(each);
    note_context(each, out, levels - 1);
  }
}

// Members of an object, each once; views live as long as the document.
struct Parts {
  JsonNode value, language, name, id, type_of, code, set, framework, target, target_address, role, property;
};

Parts parts_of(JsonNode object) {
  Parts parts;
  const std::array<std::pair<std::string_view, JsonNode*>, 16> wanted = {{{"@value", &parts.value},
                                                                          {"value", &parts.value},
                                                                          {"@language", &parts.language},
                                                                          {"name", &parts.name},
                                                                          {"legalName", &parts.name},
                                                                          {"@id", &parts.id},
                                                                          {"url", &parts.id},
                                                                          {"@type", &parts.type_of},
                                                                          {"termCode", &parts.code},
                                                                          {"inDefinedTermSet", &parts.set},
                                                                          {"educationalFramework", &parts.framework},
                                                                          {"targetName", &parts.target},
                                                                          {"targetUrl", &parts.target_address},
                                                                          {"educationalRole", &parts.role},
                                                                          {"propertyID", &parts.property},
                                                                          {"targetCode", &parts.code}}};
  for (JsonNode each = first_child(object); each; each = next_sibling(each))
    for (const auto& [name, part] : wanted)
      if (!*part && bare_term(key(each)).name == name) *part = each;
  return parts;
}

// "Example", {"@value": "Example", "@language": "th"}, {"name": …}, {"@id": …}, or the first of a list of these.
MetaText text_of(JsonNode node, std::string_view language, int levels = 2) {
  if (type(node) == JsonType::array) node = first_child(node);
  if (type(node) != JsonType::object)
    return {std::string(trimmed(type(node) == JsonType::boolean ? (boolean(node) ? "true" : "false") : content(node))),
            type(node) == JsonType::string ? std::string(language) : std::string(), node};
  if (levels == 0) return {};
  const Parts parts = parts_of(node);
  if (parts.language) language = content(parts.language);
  for (const JsonNode part : {parts.value, parts.name, parts.role, parts.target, parts.code, parts.id})
    if (part) {
      MetaText text = text_of(part, language, levels - 1);
      if (!text.text.empty()) return text;
    }
  return {};
}

bool is_language_map(JsonNode object) {
  if (type(object) != JsonType::object || !first_child(object)) return false;
  for (JsonNode each = first_child(object); each; each = next_sibling(each)) {
    const std::string_view tag = key(each);
    const bool letters = std::all_of(tag.begin(), tag.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    const std::size_t first = std::min(tag.find('-'), tag.size());
    if (type(each) != JsonType::string || !letters || first < 2 || first > 3) return false;
  }
  return true;
}

class Reader {
 public:
  Reader(MetadataRecord& record, std::string_view language) : record_(record), language_(language) {}

  void member(JsonNode node) {
    const std::string_view term = bare_term(key(node)).name;
    if (key(node) == "@id") return identifier_address(node);
    if (term.empty() || key(node).starts_with('@')) return;
    const bool list = type(node) == JsonType::array;
    for (JsonNode each = list ? first_child(node) : node; each; each = list ? next_sibling(each) : JsonNode{})
      value(term, each);
  }

 private:
  void value(std::string_view term, JsonNode node) {
    if (term == "educationalAlignment" || term == "about" || term == "teaches" || term == "assesses" ||
        term == "educationalLevel")
      classification(term, node);
    if (is_language_map(node)) {
      for (JsonNode each = first_child(node); each; each = next_sibling(each))
        add_resource_term(record_, term, {std::string(trimmed(content(each))), std::string(key(each)), each});
      return;
    }
    MetaText text = text_of(node, language_);
    if (term == "identifier" && type(node) == JsonType::object) {
      const Parts parts = parts_of(node);
      if (!text.text.empty())
        record_.identifiers.push_back({text_of(parts.property, {}).text, std::move(text.text), text.place});
      return;
    }
    if (term == "inLanguage" || term == "license") text.language.clear();
    add_resource_term(record_, term, std::move(text));
  }

  // A blank node ("_:b0") or a place in the file ("#course") is made anew by each export.
  void identifier_address(JsonNode node) {
    const std::string_view id = trimmed(content(node));
    if (id.find(':') != std::string_view::npos && !id.starts_with("_:") && !id.starts_with("file:"))
      record_.identifiers.push_back({{}, std::string(id), node});
  }

  // AlignmentObject and DefinedTerm: a node of a framework.
  void classification(std::string_view purpose, JsonNode node) {
    if (type(node) != JsonType::object) return;
    const Parts parts = parts_of(node);
    const JsonNode framework = parts.framework ? parts.framework : parts.set;
    if (!framework) return;
    MetaClassification& made = record_.classifications.emplace_back();
    made.place = node;
    made.purposes.push_back({{}, std::string(purpose), node});
    MetaTaxonPath& path = made.paths.emplace_back();
    path.place = node;
    path.sources.push_back(text_of(framework, language_));
    MetaTaxon& taxon = path.taxa.emplace_back();
    const JsonNode label = parts.target ? parts.target : parts.name;
    const JsonNode code = parts.code ? parts.code : parts.target_address ? parts.target_address : parts.id;
    taxon.place = code ? code : node;
    if (code) taxon.id = text_of(code, {}).text;
    if (label) taxon.entries.push_back(text_of(label, language_));
  }

  MetadataRecord& record_;
  std::string_view language_;
};

// Nodes that stand beside the course in a graph and are no resource.
bool is_of_another_kind(JsonNode node) {
  constexpr std::array others = {"Person",
                                 "Organization",
                                 "EducationalOrganization",
                                 "CollegeOrUniversity",
                                 "School",
                                 "WebSite",
                                 "BreadcrumbList",
                                 "ListItem",
                                 "ItemList",
                                 "ImageObject",
                                 "Place",
                                 "PostalAddress",
                                 "DefinedTerm",
                                 "Event",
                                 "Offer",
                                 "AlignmentObject",
                                 "Review",
                                 "Question",
                                 "Answer",
                                 "SearchAction"};
  JsonNode type_of = member(node, "@type");
  if (type(type_of) == JsonType::array) type_of = first_child(type_of);
  const std::string_view name = bare_term(content(type_of)).name;
  return std::find(others.begin(), others.end(), name) != others.end();
}

void read_node(JsonNode node, const Context& context, std::vector<MetadataRecord>& records, std::size_t most) {
  if (type(node) != JsonType::object || records.size() >= most || is_of_another_kind(node)) return;
  MetadataRecord record;
  record.standard = "lrmi";
  record.place = node;
  record.subject = Subject::package;
  record.described = node;
  Reader reader(record, context.language);
  bool ours = context.known;
  for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
    ours = ours || bare_term(key(each)).prefixed;
    reader.member(each);
  }
  if (ours && !(record.titles.empty() && record.descriptions.empty())) records.push_back(std::move(record));
}

void read(const Document& document, std::vector<MetadataRecord>& records) {
  if (document.json && document.role == "linked-data") read_linked_data(*document.json, records);
}

}  // namespace

void read_linked_data(const JsonDocument& document, std::vector<MetadataRecord>& records) {
  const std::size_t most = records.size() + most_records;
  const JsonNode top = root(document);
  const bool list = type(top) == JsonType::array;
  for (JsonNode each = list ? first_child(top) : top; each; each = list ? next_sibling(each) : JsonNode{}) {
    Context context;
    note_context(member(each, "@context"), context);
    const JsonNode graph = member(each, "@graph");
    if (type(graph) != JsonType::array) {
      read_node(each, context, records, most);
      continue;
    }
    for (JsonNode inner = first_child(graph); inner; inner = next_sibling(inner))
      read_node(inner, context, records, most);
  }
}

const Source linked_data_source = {.read = read};

}  // namespace assay::metadata
