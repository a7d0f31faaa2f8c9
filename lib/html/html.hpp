// HTML as browsers read it: gumbo's tree, flattened into one array in document order, with the place of everything.
// Nothing in here recurses, and a page that would make the parser slow is refused before it starts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>

#include "text/lines.hpp"

namespace assay::html {

struct Attribute {
  std::string_view name;  // lower case
  std::string_view value;
  std::uint32_t offset = 0;
};

struct Node {
  enum class Kind : std::uint8_t { element, text };
  Kind kind = Kind::element;
  bool implied = false;      // an element without a start tag in the source
  std::string_view name;     // of an element, lower case
  std::string_view text;     // of a text node, character references decoded
  std::uint32_t offset = 0;  // in bytes, of the start tag or the text
  std::uint32_t end = 0;     // index behind the last node inside it
  std::uint32_t parent = 0;  // its own index for the root
  std::uint32_t attributes = 0, attribute_count = 0;
};

struct Arena;  // what the views point at besides `bytes`

struct Document {
  Document();
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::string bytes;        // valid UTF-8
  std::vector<Node> nodes;  // [0] is the html element
  std::vector<Attribute> attributes;
  std::unique_ptr<Arena> arena;
  text::LineIndex lines;

  [[nodiscard]] const Attribute* attribute(const Node&, std::string_view name) const;
  [[nodiscard]] std::string_view value(const Node&, std::string_view name) const;  // empty when absent
  /// Text inside, white space collapsed, without scripts and styles; looked for until about so many bytes are there.
  [[nodiscard]] std::string text(std::uint32_t node, std::size_t most = ~std::size_t{0}) const;
};

/// Problems: "limit-html-depth", "limit-html-nodes", "limit-xml-attributes", "limit-html-bytes" (kind refused).
Result<std::unique_ptr<Document>> parse(std::string file, std::string utf8, const Limits&);

/// The encoding that an HTML page names in its first 4,096 bytes (meta charset, http-equiv, XML declaration).
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

}  // namespace assay::html
