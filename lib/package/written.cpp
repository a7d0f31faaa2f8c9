// What authors wrote into the documents of a package, by what it is for.
#include <array>
#include <optional>
#include <vector>

#include "package/package_data.hpp"

namespace assay {
namespace {

using Kind = Written::Kind;

// Local names, of whatever standard: an address is an address in all of them.
constexpr std::array<std::string_view, 9> address_attributes = {"href",   "src",      "url",      "base", "data",
                                                                "launch", "codebase", "location", "icon"};
constexpr std::array<std::string_view, 9> address_elements = {
    "url", "launch", "location", "launch_url", "secure_launch_url", "icon", "secure_icon", "cartridge_icon", "href"};
constexpr std::array<std::string_view, 9> text_elements = {"title",   "description", "langstring", "string",   "name",
                                                           "keyword", "text",        "prompt",     "shortname"};
constexpr std::array<std::string_view, 9> address_members = {
    "path", "url", "href", "image", "id", "criteria", "icon", "verificationUrl", "publicKey"};
// Importers name folders after them.
constexpr std::array<std::string_view, 3> identifier_members = {"machineName", "mainLibrary", "library"};

template <class List>
bool among(const List& list, std::string_view word) {
  for (const std::string_view each : list)
    if (each == word) return true;
  return false;
}

std::string_view local(std::string_view written) { return written.substr(written.rfind(':') + 1); }

// What the names of a document stand for, asked once for each name, not for each element.
struct NameUse {
  std::optional<Kind> attribute, element;
};

std::vector<NameUse> uses_of(const XmlDocument& document) {
  std::vector<NameUse> uses(document.names.size());
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const XmlDocument::Name& each = document.names[i];
    const std::string_view name = local(each.written);
    if (each.written != "xmlns" && !each.written.starts_with("xmlns:")) {
      if (name == "identifier" || name == "id")
        uses[i].attribute = Kind::identifier;
      else if (name == "title")
        uses[i].attribute = Kind::words;
      else if (among(address_attributes, name))
        uses[i].attribute = Kind::address;
    }
    if (among(address_elements, each.local))
      uses[i].element = Kind::address;
    else if (among(text_elements, each.local))
      uses[i].element = Kind::words;
  }
  return uses;
}

void visit_document(const XmlDocument& document, std::string_view file, void (*visit)(void*, const Written&),
                    void* context) {
  const bool manifest = name(root(document)) == "cp:manifest";
  const std::vector<NameUse> uses = uses_of(document);
  for (std::uint32_t i = 0; i < document.elements.size(); ++i) {
    const XmlDocument::Element& element = document.elements[i];
    const Node node{&document, i};
    for (std::uint32_t k = 0; k < element.attribute_count; ++k) {
      const XmlDocument::AttributeRow& row = document.attributes[element.attributes + k];
      if (const auto kind = uses[row.name].attribute)
        visit(context, {*kind, node, document.characters(row.value, row.value_size), file, manifest});
    }
    const auto kind = uses[element.name].element;
    if (!kind || element.text_size == 0 || first_child(node)) continue;
    const std::string_view text = content(node);
    visit(context, {*kind, node, *kind == Kind::address ? trimmed(text) : text, file, manifest});
  }
}

}  // namespace

void each_written(const Package& package, void (*visit)(void*, const Written&), void* context) {
  for (const Document& document : package.documents()) {
    if (document.xml) visit_document(*document.xml, document.file, visit, context);
    if (!document.json) continue;
    for (std::uint32_t i = 0; i < document.json->values.size(); ++i) {
      const JsonNode node{document.json, i};
      if (type(node) != JsonType::string) continue;
      const JsonNode owner = type(parent(node)) == JsonType::array ? parent(node) : node;
      if (among(address_members, key(owner)))
        visit(context, {Kind::address, node, content(node), document.file, false});
      if (key(node) == "title" || key(node) == "name")
        visit(context, {Kind::words, node, content(node), document.file, false});
      if (among(identifier_members, key(node)))
        visit(context, {Kind::identifier, node, content(node), document.file, false});
    }
  }
}

}  // namespace assay
