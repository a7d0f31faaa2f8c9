// A kind of metadata: one file each in lib/metadata, listed in records.cpp. It reads elements into the common record.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <assay/metadata.hpp>

#include "pages/page_terms.hpp"

namespace assay::metadata {

struct Source {
  /// A standard whose records are XML elements: their canonical name, and the reading of one.
  std::string_view element{};
  void (*fill)(Node, MetadataRecord&) = nullptr;
  /// The same for elements of many names: makes the records, each with the place of an element inside it.
  void (*gather)(const XmlDocument&, std::vector<MetadataRecord>&) = nullptr;
  /// Any other: finds the records of a document and fills them in; they describe the package.
  void (*read)(const Document&, std::vector<MetadataRecord>&) = nullptr;
};
extern const Source imsmd_source;
extern const Source lom_source;
extern const Source cmi5_source;
extern const Source h5p_source;
extern const Source declaration_source;
extern const Source dublin_core_source;
extern const Source linked_data_source;

/// What the page that opens first says of itself: <meta name="DC.title">, and JSON-LD.
void read_page_terms(std::span<const pages_detail::PageTerm>, std::vector<MetadataRecord>&);
void read_linked_data(const JsonDocument&, std::vector<MetadataRecord>&);

// What bindings in XML share.

/// Visits children by local name: read(node, name).
template <class Read>
void each_child(Node node, Read read) {
  for (Node part = first_child(node); part; part = next_sibling(part)) read(part, local_name(part));
}
void add_text(std::vector<MetaText>&, Node);
void add_term(std::vector<MetaTerm>&, Node);
void add_person(std::vector<MetaPerson>&, Node entity, std::string_view card);
/// Strings of a text in languages.
void add_strings(std::vector<MetaText>&, Node text, std::string_view string_name, std::string_view language_attribute);

}  // namespace assay::metadata
