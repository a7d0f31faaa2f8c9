// Dublin Core: elements in a manifest, in a package document of an EPUB or in a record of its own, and <meta> in the
// page that opens first.
#include <map>

#include "metadata/source.hpp"
#include "metadata/terms_of_resources.hpp"
#include "xml/document.hpp"

namespace assay::metadata {
namespace {

// Asked of every element, and a namespace may have megabytes.
bool is_dublin_core(Node node) {
  return namespace_uri(node).substr(0, 100).find("purl.org/dc/") != std::string_view::npos;
}

std::string_view language_of(Node node) { return node ? trimmed(value(attribute(node, "xml:lang"))) : ""; }

Node next_in_document(Node node, Node top) {
  if (Node inside = first_child(node)) return inside;
  for (Node up = node; up && up != top; up = parent(up))
    if (Node next = next_sibling(up)) return next;
  return {};
}

// Elements inside one <metadata> (or one root, in a record of its own) are one record.
void gather(const XmlDocument& document, std::vector<MetadataRecord>& records) {
  struct Known {
    std::size_t record;
    std::string_view language;
  };
  std::map<std::uint32_t, Known> known;
  const Node top = root(document);
  for (Node node = top; node; node = next_in_document(node, top)) {
    const std::string_view text = trimmed(content(node));
    if (text.empty() || !is_dublin_core(node)) continue;
    Node around = parent(node);
    while (around && around != top && local_name(around) != "metadata") around = parent(around);  // few levels
    auto found = known.find(around.index);
    if (found == known.end()) {
      found = known.emplace(around.index, Known{records.size(), language_of(around)}).first;
      MetadataRecord& record = records.emplace_back();
      record.standard = "dublin-core";
      record.place = node;
    }
    const std::string_view own = language_of(node);
    add_resource_term(records[found->second.record], local_name(node),
                      {std::string(text), std::string(own.empty() ? found->second.language : own), node});
  }
}

}  // namespace

void read_page_terms(std::span<const pages_detail::PageTerm> terms, std::vector<MetadataRecord>& records) {
  if (terms.empty()) return;
  MetadataRecord& record = records.emplace_back();
  record.standard = "dublin-core";
  record.place = terms[0].place;
  record.external = true;
  record.subject = Subject::package;
  for (const pages_detail::PageTerm& term : terms)
    add_resource_term(record, bare_term(term.name).name,
                      {std::string(term.value), std::string(term.language), term.place});
}

const Source dublin_core_source = {.gather = gather};

}  // namespace assay::metadata
