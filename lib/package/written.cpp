// What authors wrote into the documents of a package, by what it is for.
#include <array>

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

template <class List>
bool among(const List& list, std::string_view word) {
  for (const std::string_view each : list)
    if (each == word) return true;
  return false;
}

std::string_view local(std::string_view written) { return written.substr(written.rfind(':') + 1); }

void visit_element(Node node, std::string_view file, bool manifest, void (*visit)(void*, const Written&),
                   void* context) {
  for (Attribute each = first_attribute(node); each; each = next_attribute(each)) {
    const std::string_view written = written_name(each), name = local(written);
    if (written == "xmlns" || written.starts_with("xmlns:")) continue;
    if (name == "identifier" || name == "id")
      visit(context, {Kind::identifier, node, value(each), file, manifest});
    else if (name == "title")
      visit(context, {Kind::words, node, value(each), file, manifest});
    else if (among(address_attributes, name))
      visit(context, {Kind::address, node, value(each), file, manifest});
  }
  const std::string_view text = content(node), name = local_name(node);
  if (text.empty() || first_child(node)) return;
  if (among(address_elements, name))
    visit(context, {Kind::address, node, trimmed(text), file, manifest});
  else if (among(text_elements, name))
    visit(context, {Kind::words, node, text, file, manifest});
}

}  // namespace

void each_written(const Package& package, void (*visit)(void*, const Written&), void* context) {
  for (const Document& document : package.documents()) {
    if (document.xml) {
      const bool manifest = name(root(*document.xml)) == "cp:manifest";
      for (std::uint32_t i = 0; i < document.xml->elements.size(); ++i)
        if (document.xml->elements[i].name != XmlDocument::text_name)
          visit_element({document.xml, i}, document.file, manifest, visit, context);
    }
    if (!document.json) continue;
    for (std::uint32_t i = 0; i < document.json->values.size(); ++i) {
      const JsonNode node{document.json, i};
      if (type(node) != JsonType::string) continue;
      const JsonNode owner = type(parent(node)) == JsonType::array ? parent(node) : node;
      if (among(address_members, key(owner)))
        visit(context, {Kind::address, node, content(node), document.file, false});
      if (key(node) == "title" || key(node) == "name")
        visit(context, {Kind::words, node, content(node), document.file, false});
    }
  }
}

}  // namespace assay
