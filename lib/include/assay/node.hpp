// Handles on the documents of a package: two words each, cheap to copy, valid as long as the Package lives.
// Every returned string_view is UTF-8 and lives as long as the Package.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

struct XmlDocument;   // lib/xml: arena of elements
struct JsonDocument;  // lib/json: arena of values

/// An element (or, inside mixed content, a text node) of an XML document.
struct Node {
  const XmlDocument* document = nullptr;
  std::uint32_t index = 0;
  explicit operator bool() const { return document != nullptr; }
  bool operator==(const Node&) const = default;
};

/// An attribute of an element. `value()` of an absent attribute is empty.
struct Attribute {
  const XmlDocument* document = nullptr;
  std::uint32_t index = 0;
  explicit operator bool() const { return document != nullptr; }
};

/// Canonical names: "cp:item", "adlcp:location", "imsmd:title". The prefix is the field's own short name of the
/// namespace (schemas/namespaces.json) whatever prefix the document uses, and the same for every version of one
/// standard; a name in a namespace that assay does not know is "{uri}local", one in no namespace is "local".
[[nodiscard]] std::string_view name(Node);
[[nodiscard]] std::string_view local_name(Node);
[[nodiscard]] std::string_view written_name(Node);  // with the document's own prefix
[[nodiscard]] std::string_view written_name(Attribute);
[[nodiscard]] std::string_view namespace_uri(Node);  // exactly as in the document
[[nodiscard]] Node parent(Node);
[[nodiscard]] Node first_child(Node);                                  // elements only
[[nodiscard]] Node next_sibling(Node);                                 // elements only
[[nodiscard]] Node child(Node, std::string_view canonical_name);       // first such child, or none
[[nodiscard]] Node next_named(Node, std::string_view canonical_name);  // next sibling of that name, or none
[[nodiscard]] std::string_view content(Node);                          // character data directly inside, as written
[[nodiscard]] std::string_view trimmed(std::string_view);              // without XML white space at both ends
[[nodiscard]] Attribute attribute(Node, std::string_view canonical_name);
[[nodiscard]] Attribute first_attribute(Node);  // namespace declarations are there too, as "xmlns" and "xmlns:prefix"
[[nodiscard]] Attribute next_attribute(Attribute);  // of the same element
[[nodiscard]] std::string_view name(Attribute);
[[nodiscard]] std::string_view namespace_uri(Attribute);
[[nodiscard]] std::string_view value(Attribute);
[[nodiscard]] Node owner(Attribute);
[[nodiscard]] Node root(const XmlDocument&);

/// Some element or attribute has this canonical prefix.
[[nodiscard]] bool uses_prefix(const XmlDocument&, std::string_view prefix);

/// A DOCTYPE stands in the document (it was not read); 0 when there is none.
struct LineColumn {
  std::uint32_t line = 0, column = 0;
};
[[nodiscard]] LineColumn doctype_position(const XmlDocument&);

/// All elements of one canonical name in document order, without visiting the others.
///   for (Node item : nodes_named(document, "cp:item")) …
class NodeRange {
 public:
  class iterator {
   public:
    iterator(const XmlDocument* document, const std::uint32_t* at) : document_(document), at_(at) {}
    Node operator*() const { return {document_, *at_}; }
    iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const iterator& other) const { return at_ != other.at_; }

   private:
    const XmlDocument* document_;
    const std::uint32_t* at_;
  };
  NodeRange() = default;
  NodeRange(const XmlDocument* document, const std::uint32_t* begin, const std::uint32_t* end)
      : document_(document), begin_(begin), end_(end) {}
  [[nodiscard]] iterator begin() const { return {document_, begin_}; }
  [[nodiscard]] iterator end() const { return {document_, end_}; }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

 private:
  const XmlDocument* document_ = nullptr;
  const std::uint32_t* begin_ = nullptr;
  const std::uint32_t* end_ = nullptr;
};
[[nodiscard]] NodeRange nodes_named(const XmlDocument&, std::string_view canonical_name);

/// A value of a JSON document.
enum class JsonType : std::uint8_t { null, boolean, number, string, array, object };
struct JsonNode {
  const JsonDocument* document = nullptr;
  std::uint32_t index = 0;
  explicit operator bool() const { return document != nullptr; }
  bool operator==(const JsonNode&) const = default;
};
[[nodiscard]] JsonType type(JsonNode);
[[nodiscard]] std::string_view key(JsonNode);  // member name when the parent is an object, else empty
[[nodiscard]] std::string_view content(
    JsonNode);                          // a string's characters; a number's, true's, null's literal; else empty
[[nodiscard]] double number(JsonNode);  // 0 unless a number
[[nodiscard]] bool boolean(JsonNode, bool fallback = false);
[[nodiscard]] std::uint32_t size(JsonNode);  // members or elements
[[nodiscard]] JsonNode parent(JsonNode);
[[nodiscard]] JsonNode first_child(JsonNode);
[[nodiscard]] JsonNode next_sibling(JsonNode);
[[nodiscard]] JsonNode member(JsonNode, std::string_view key);  // first of that name, or none
[[nodiscard]] JsonNode root(const JsonDocument&);
/// Values whose name stood before in the same object, by ordinal; none behind the last.
[[nodiscard]] JsonNode repeated_member(const JsonDocument&, std::uint32_t ordinal);

}  // namespace assay
