// JSON-LD with the terms of schema.org (LRMI among them) or Dublin Core. The context is not resolved, which would need
// the network: it is asked for its vocabulary and its language, and names are taken for what everybody means by them.
#include <algorithm>
#include <array>

#include <assay/language.hpp>

#include "json/document.hpp"
#include "language/data.hpp"
#include "metadata/source.hpp"
#include "metadata/terms_of_resources.hpp"

namespace assay::metadata {
namespace {

// Of one document; there may be twenty. Of what is beyond, only the number of values is told.
constexpr std::size_t most_records = 200, most_values = 4'000, most_of_member = 1'000;

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
  const std::array<std::pair<std::string_view, JsonNode*>, 17> wanted = {{{"@value", &parts.value},
                                                                          {"value", &parts.value},
                                                                          {"@language", &parts.language},
                                                                          {"name", &parts.name},
                                                                          {"legalName", &parts.name},
                                                                          {"@id", &parts.id},
                                                                          {"id", &parts.id},
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

// "id" is Indonesian, and what many contexts call "@id".
bool is_address(std::string_view text) {
  return text.find(' ') == std::string_view::npos && text.find_first_of(":/#") != std::string_view::npos;
}

bool is_language_map(JsonNode object) {
  if (type(object) != JsonType::object || !first_child(object)) return false;
  for (JsonNode each = first_child(object); each; each = next_sibling(each)) {
    const std::string_view tag = key(each);
    const std::string_view primary = primary_of(tag);
    if (type(each) != JsonType::string || tag == "url" || tag == "sku" || !language::is_registered(primary) ||
        (tag == "id" && is_address(trimmed(content(each)))))
      return false;
  }
  return true;
}

// A list, or the one that stands in its place.
template <class Visit>
void each_of(JsonNode node, Visit visit) {
  const bool list = type(node) == JsonType::array;
  for (JsonNode each = list ? first_child(node) : node; each; each = list ? next_sibling(each) : JsonNode{})
    visit(each);
}

class Reader {
 public:
  Reader(MetadataRecord& record, std::string_view language, std::size_t& left)
      : record_(record), language_(language), left_(left) {}

  void member(JsonNode node) {
    const std::string_view term = bare_term(key(node)).name;
    if (key(node) == "@id") return identifier_address(node);
    if (term.empty() || key(node).starts_with('@') || key(node) == "type") return;  // "dc:type" stays a kind
    std::size_t most = most_of_member;
    each_of(node, [&](JsonNode each) { value(term, each, most); });
  }

 private:
  [[nodiscard]] bool counted(std::size_t& most) {
    if (most == 0 || left_ == 0) return ++record_.values_left_out, false;
    --most;
    --left_;
    return true;
  }

  void value(std::string_view term, JsonNode node, std::size_t& most) {
    if (!counted(most)) return;
    if (term == "educationalAlignment" || term == "about" || term == "teaches" || term == "assesses" ||
        term == "educationalLevel")
      classification(term, node);
    if (is_language_map(node)) {
      for (JsonNode each = first_child(node); each; each = next_sibling(each))
        if (!next_sibling(each) || counted(most))
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
    left_ -= std::min<std::size_t>(left_, 3);  // it weighs as much as four plain values
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
  std::size_t& left_;
};

std::string_view type_of(JsonNode node) {
  JsonNode type_name = member(node, "@type");
  if (!type_name) type_name = member(node, "type");  // what the context of schema.org calls it
  if (type(type_name) == JsonType::array) type_name = first_child(type_name);
  return bare_term(content(type_name)).name;
}

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
  return std::find(others.begin(), others.end(), type_of(node)) != others.end();
}

// What is left of the budget of one document.
struct Left {
  std::size_t records = most_records, values = most_values;
};

void read_node(JsonNode node, const Context& context, std::vector<MetadataRecord>& records, Left& left,
               int levels = 2) {
  if (type(node) != JsonType::object || left.records == 0 || is_of_another_kind(node)) return;
  // A page about a course; the course counts.
  if (const JsonNode main = member(node, "mainEntity"); main && levels > 0 && type_of(node).ends_with("Page")) {
    const std::size_t before = records.size();
    each_of(main, [&](JsonNode each) { read_node(each, context, records, left, levels - 1); });
    if (records.size() > before) return;
  }
  MetadataRecord record;
  record.standard = "lrmi";
  record.place = node;
  record.subject = Subject::package;
  record.described = node;
  Reader reader(record, context.language, left.values);
  bool ours = context.known;
  for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
    ours = ours || bare_term(key(each)).prefixed;
    reader.member(each);
  }
  if (!ours || (record.titles.empty() && record.descriptions.empty())) return;
  records.push_back(std::move(record));
  --left.records;
}

void read(const Document& document, std::vector<MetadataRecord>& records) {
  if (document.json && document.role == "linked-data") read_linked_data(*document.json, records);
}

}  // namespace

void read_linked_data(const JsonDocument& document, std::vector<MetadataRecord>& records) {
  Left left;
  each_of(root(document), [&](JsonNode each) {
    Context context;
    note_context(member(each, "@context"), context);
    const JsonNode graph = member(each, "@graph");
    each_of(graph ? graph : each, [&](JsonNode node) { read_node(node, context, records, left); });
  });
}

const Source linked_data_source = {.read = read};

}  // namespace assay::metadata
