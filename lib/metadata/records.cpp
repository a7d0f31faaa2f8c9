// All metadata records of a package, whatever standard they are of, with what they describe.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

#include <assay/record.hpp>

#include "metadata/source.hpp"
#include "metadata/vcard.hpp"
#include "pages/contents.hpp"
#include "xml/document.hpp"

namespace assay {
namespace {

constexpr std::array sources = {&metadata::imsmd_source,      &metadata::lom_source, &metadata::dublin_core_source,
                                &metadata::cmi5_source,       &metadata::h5p_source, &metadata::linked_data_source,
                                &metadata::declaration_source};

struct Described {
  Subject subject = Subject::unknown;
  Node node{};
};

// The element around the metadata element that holds the record, or its address.
Described described_by(Node inside) {
  constexpr std::array<std::pair<std::string_view, Subject>, 5> subjects = {{{"manifest", Subject::package},
                                                                             {"organization", Subject::organization},
                                                                             {"item", Subject::item},
                                                                             {"resource", Subject::resource},
                                                                             {"file", Subject::file}}};
  for (Node up = parent(inside); up; up = parent(up))
    for (const auto& [name, subject] : subjects)
      if (local_name(up) == name) return {subject, up};
  return {};
}

using Pointers = std::unordered_map<std::string_view, std::vector<Node>>;  // file → what points at it

Pointers pointers(const Package& package) {
  Pointers made;
  for (const Reference& reference : references(package))
    if (!reference.entry.empty()) made[reference.entry].push_back(reference.node);
  return made;
}

// Each of very many elements may point at one very large record; what all records are for has to stay in proportion.
constexpr std::size_t most_work = 2'000'000;
std::size_t most_pointers(std::size_t work_for_one) { return 1 + most_work / (1 + work_for_one); }

// What the record of a document describes: visit(described, external), once for each element that points at it.
template <class Visit>
void each_described_by(const Document& document, Node record, const Pointers& all, std::size_t most, Visit visit) {
  if (document.role == "manifest") return visit(described_by(record), false);
  const auto found = all.find(document.file);
  if (found == all.end()) return visit(Described{}, false);
  for (const Node pointer : std::span(found->second).first(std::min(most, found->second.size())))
    visit(described_by(pointer), true);
}

void describe(MetadataRecord& record, const Described& described, bool external) {
  record.external = external;
  record.subject = described.subject;
  if (!described.node) return;
  record.described = described.node;
  const Attribute name = attribute(described.node, described.subject == Subject::file ? "href" : "identifier");
  record.identifier = trimmed(value(name));
}

void read_document(const Document& document, const Pointers& all, std::vector<MetadataRecord>& records) {
  std::vector<MetadataRecord> inside;
  for (const metadata::Source* source : sources) {
    if (source->read) source->read(document, records);
    if (source->gather && document.xml) source->gather(*document.xml, inside);
    if (!source->fill || !document.xml) continue;
    for (Node node : nodes_named(*document.xml, source->element)) {
      MetadataRecord& record = inside.emplace_back();
      record.place = node;
      source->fill(node, record);
    }
  }
  // What points at a record copies it, and a record weighs as much as many elements.
  const std::size_t elements = document.xml ? document.xml->elements.size() : 0;
  const std::size_t most = most_pointers(std::max(elements, 96 * inside.size()));
  for (const MetadataRecord& record : inside)
    each_described_by(document, record.place.node, all, most, [&](const Described& described, bool external) {
      describe(records.emplace_back(record), described, external);
    });
}

bool holds_records(const Document& document) { return document.role == "manifest" || document.role == "metadata"; }

}  // namespace

// "ISCED 2011", "ISCED-F 2013", and addresses that hold such a name.
Isced isced_of(std::string_view scheme) {
  std::string word;
  for (const char c : scheme.substr(0, 200))
    if (c != '-' && c != ' ') word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  const std::size_t at = word.find("isced");
  if (at == std::string::npos) return Isced::other;
  const std::string_view rest =
      std::string_view(word).substr(at + 5);  // "f2013", "fields…", "foet2013"; not "framework"
  const bool letter = rest.starts_with('f') && (rest.size() == 1 || rest[1] < 'a' || rest[1] > 'z');
  const bool field = letter || rest.starts_with("field") || rest.starts_with("foe") || rest.find("2013") != rest.npos;
  return field ? Isced::field : Isced::level;
}

std::vector<MetadataRecord> metadata_records(const Package& package) {
  std::vector<MetadataRecord> records;
  const Pointers all = pointers(package);
  for (const std::string_view role : {"manifest", "metadata", "linked-data", "declaration"})
    for (const Document& document : package.documents())
      if (document.role == role) read_document(document, all, records);
  const pages_detail::Contents& pages = pages_detail::contents_of(package);
  metadata::read_page_terms(pages.terms, records);
  for (const auto& document : pages.linked_documents) {
    const std::size_t first = records.size();
    metadata::read_linked_data(*document, records);
    for (std::size_t i = first; i < records.size(); ++i) records[i].external = true;
  }
  return records;
}

void visit_described(const Package& package, std::string_view prefix, void* context,
                     void (*visit)(void*, Node record, Node component)) {
  const Pointers all = pointers(package);
  const std::string element = std::string(prefix) + ":lom";
  for (const Document& document : package.documents()) {
    if (!document.xml || !holds_records(document)) continue;
    const NodeRange records = nodes_named(*document.xml, element);
    const std::size_t most = most_pointers(records.size());
    for (Node node : records)
      each_described_by(document, node, all, most, [&](const Described& described, bool) {
        if (described.node) visit(context, node, described.node);
      });
  }
}

namespace metadata {

void add_text(std::vector<MetaText>& list, Node node) {
  list.push_back({std::string(trimmed(content(node))), {}, node});
}

void add_term(std::vector<MetaTerm>& list, Node node) {
  const Term term = term_of(node);
  list.push_back({std::string(term.source_text), std::string(term.value_text), node});
}

void add_person(std::vector<MetaPerson>& list, Node entity, std::string_view card) {
  MetaPerson person;
  person.place = entity;
  person.name = vcard_text(card, "FN");
  if (person.name.empty()) {  // "Family;Given;…"
    const std::string parts = vcard_text(card, "N");
    const std::size_t first = parts.find(';'), second = parts.find(';', first + 1);
    const std::string given = first == std::string::npos ? std::string() : parts.substr(first + 1, second - first - 1);
    person.name = given + (given.empty() ? "" : " ") + parts.substr(0, first);
  }
  person.organization = vcard_text(card, "ORG");
  person.email = vcard_text(card, "EMAIL");
  if (person.name.empty() && person.organization.empty() && vcard_fault(card).cause == "plain-text")
    person.name = trimmed(card);
  list.push_back(std::move(person));
}

void add_strings(std::vector<MetaText>& list, Node text, std::string_view string_name,
                 std::string_view language_attribute) {
  bool any = false;
  for (Node each = child(text, string_name); each; each = next_named(each, string_name)) {
    any = true;
    list.push_back(
        {std::string(trimmed(content(each))), std::string(trimmed(value(attribute(each, language_attribute)))), each});
  }
  if (!any && !trimmed(content(text)).empty()) add_text(list, text);
}

}  // namespace metadata
}  // namespace assay
