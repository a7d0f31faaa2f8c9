// assay/node.hpp over the arena.
#include <algorithm>

#include "text/unicode.hpp"
#include "xml/document.hpp"

namespace assay {
namespace {

const XmlDocument::Element& element(Node node) { return node.document->elements[node.index]; }
const XmlDocument::Name& named(Node node) { return node.document->names[element(node).name]; }

bool is_text(const XmlDocument& document, std::uint32_t index) {
  return document.elements[index].name == XmlDocument::text_name;
}

Node element_from(const XmlDocument* document, std::uint32_t index) {
  while (index != XmlDocument::absent && is_text(*document, index)) index = document->elements[index].next_sibling;
  return index == XmlDocument::absent ? Node{} : Node{document, index};
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string_view name(Node node) { return node ? std::string_view(named(node).canonical) : std::string_view(); }
std::string_view local_name(Node node) { return node ? std::string_view(named(node).local) : std::string_view(); }
std::string_view written_name(Node node) { return node ? std::string_view(named(node).written) : std::string_view(); }
std::string_view namespace_uri(Node node) { return node ? std::string_view(named(node).uri) : std::string_view(); }

Node parent(Node node) {
  if (!node || element(node).parent == XmlDocument::absent) return {};
  return {node.document, element(node).parent};
}
Node first_child(Node node) { return node ? element_from(node.document, element(node).first_child) : Node{}; }
Node next_sibling(Node node) { return node ? element_from(node.document, element(node).next_sibling) : Node{}; }

Node child(Node node, std::string_view canonical_name) {
  for (Node at = first_child(node); at; at = next_sibling(at))
    if (name(at) == canonical_name) return at;
  return {};
}
Node next_named(Node node, std::string_view canonical_name) {
  for (Node at = next_sibling(node); at; at = next_sibling(at))
    if (name(at) == canonical_name) return at;
  return {};
}

std::string_view content(Node node) {
  if (!node) return {};
  const auto& e = element(node);
  return node.document->characters(e.text, e.text_size);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

Attribute first_attribute(Node node) {
  if (!node || element(node).attribute_count == 0) return {};
  return {node.document, element(node).attributes};
}
Attribute next_attribute(Attribute attribute) {
  if (!attribute) return {};
  const std::uint32_t next = attribute.index + 1;
  const auto& rows = attribute.document->attributes;
  if (next >= rows.size() || rows[next].owner != rows[attribute.index].owner) return {};
  return {attribute.document, next};
}
Attribute attribute(Node node, std::string_view canonical_name) {
  for (Attribute at = first_attribute(node); at; at = next_attribute(at))
    if (name(at) == canonical_name) return at;
  return {};
}

namespace {
const XmlDocument::AttributeRow& row(Attribute attribute) { return attribute.document->attributes[attribute.index]; }
}  // namespace

std::string_view name(Attribute a) { return a ? std::string_view(a.document->names[row(a).name].canonical) : ""; }
std::string_view written_name(Attribute a) { return a ? std::string_view(a.document->names[row(a).name].written) : ""; }
std::string_view namespace_uri(Attribute a) { return a ? std::string_view(a.document->names[row(a).name].uri) : ""; }
std::string_view value(Attribute a) {
  return a ? a.document->characters(row(a).value, row(a).value_size) : std::string_view();
}
Node owner(Attribute a) { return a ? Node{a.document, row(a).owner} : Node{}; }
Node root(const XmlDocument& document) { return document.elements.empty() ? Node{} : Node{&document, 0}; }

NodeRange nodes_named(const XmlDocument& document, std::string_view canonical_name) {
  const auto found = document.group_ids.find(std::string(canonical_name));
  if (found == document.group_ids.end()) return {};
  const auto& group = document.groups[found->second];
  const std::uint32_t* begin = document.by_name.data() + group.first;
  return {&document, begin, begin + group.count};
}

bool uses_prefix(const XmlDocument& document, std::string_view prefix) {
  return std::any_of(document.names.begin(), document.names.end(), [&](const XmlDocument::Name& each) {
    return each.canonical.size() > prefix.size() && each.canonical.starts_with(prefix) &&
           each.canonical[prefix.size()] == ':';
  });
}

LineColumn doctype_position(const XmlDocument& document) {
  if (!document.doctype) return {};
  const auto where = document.lines().position(document.doctype_offset);
  return {where.line, where.column};
}

const text::LineIndex& XmlDocument::lines() const {
  std::call_once(once_, [this] { lines_ = text::LineIndex(bytes); });
  return lines_;
}

namespace xml {
namespace {

// A path is made for every finding, of every ancestor: names, identifiers and looks around are bounded, so that a
// document made for it cannot make a report grow to gigabytes.
constexpr std::size_t most_name = 100;          // bytes of a name or identifier
constexpr std::uint32_t most_siblings = 1'000;  // looked at behind a first one
constexpr std::uint32_t most_attributes = 64;   // looked at for an identifier

// Only one of its name among its siblings? The ordinal of the first says nothing about later ones, so look ahead.
bool alone(Node node) {
  if (element(node).ordinal > 1) return false;
  std::uint32_t seen = 0;
  for (Node at = next_sibling(node); at; at = next_sibling(at))
    if (element(at).name == element(node).name || ++seen > most_siblings) return false;
  return true;
}

std::string step_name(Node node) { return text::beginning(local_name(node), most_name); }

// Two long identifiers that begin alike stay two: length and end tell them apart.
std::string short_identifier(std::string_view value) {
  if (value.size() <= 2 * most_name) return std::string(value);
  std::size_t end = value.size() - most_name / 2;
  while ((static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) ++end;
  return text::beginning(value, most_name) + std::to_string(value.size()) + std::string(value.substr(end));
}

// What an element is about stays when a sibling comes in front of it.
Attribute identity_of(Node node) {
  Attribute best;
  std::size_t rank = 4;
  std::uint32_t seen = 0;
  for (Attribute at = first_attribute(node); at && seen < most_attributes; at = next_attribute(at), ++seen) {
    constexpr std::string_view names[] = {"identifier", "id", "href", "identifierref"};
    for (std::size_t i = 0; i < rank; ++i)
      if (name(at) == names[i]) {
        rank = i;
        best = at;
      }
  }
  return best;
}

std::string join(std::vector<std::string>& steps) {
  std::string path;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) path += "/" + *step;
  return path;
}

}  // namespace

std::string path(Node node) {
  std::vector<std::string> steps;
  for (; node; node = parent(node)) {
    std::string step = step_name(node);
    if (parent(node) && !alone(node)) step += "[" + std::to_string(element(node).ordinal) + "]";
    steps.push_back(std::move(step));
  }
  return join(steps);
}

std::string stable_path(Node node) {
  std::vector<std::string> steps;
  for (; node; node = parent(node)) {
    std::string step = step_name(node);
    if (!parent(node)) {
      // There is one root; authoring tools give it a new identifier with every export.
    } else if (const Attribute own = identity_of(node)) {
      step += "[@" + std::string(name(own)) + "='" + short_identifier(value(own)) + "']";
    } else {
      step += "[" + std::to_string(element(node).ordinal) + "]";
    }
    steps.push_back(std::move(step));
  }
  return join(steps);
}

text::Position position(Node node) { return node.document->lines().position(element(node).offset); }

}  // namespace xml
}  // namespace assay
