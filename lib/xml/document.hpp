// The arena behind assay::Node. One pass over the decoded text fills it (lib/xml/parse.cpp).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <assay/node.hpp>

#include "text/lines.hpp"

namespace assay {

struct XmlDocument {
  static constexpr std::uint32_t absent = 0xFFFFFFFFu;
  static constexpr std::uint32_t text_name = 0;  // interned name of text nodes in mixed content

  struct Element {             // 48 bytes
    std::uint32_t offset = 0;  // of the "<" in `bytes`
    std::uint32_t name = 0;    // index into `names`
    std::uint32_t parent = absent, first_child = absent, next_sibling = absent;
    std::uint32_t attributes = 0;           // index of the first
    std::uint32_t text = 0, text_size = 0;  // see `characters`
    std::uint32_t ordinal = 1;              // among siblings of the same name, 1-based
    std::uint16_t attribute_count = 0, depth = 0;
    std::uint32_t end_offset = 0;  // just behind the end tag
  };
  struct AttributeRow {  // 16 bytes
    std::uint32_t name = 0;
    std::uint32_t owner = 0;
    std::uint32_t value = 0, value_size = 0;  // see `characters`
  };
  struct Name {
    std::string canonical, uri, local;
    std::string written;      // with the document's own prefix: "adlcp:location"
    std::uint32_t group = 0;  // names with the same canonical form share a group
  };
  struct Group {  // all elements of one canonical name: a range in `by_name`
    std::uint32_t first = 0, count = 0;
  };

  std::string file;
  std::string bytes;              // the decoded text
  std::string strings;            // values and character data that differ from what is written: entities, line ends
  std::vector<Element> elements;  // document order; the root element is elements[0]
  std::vector<AttributeRow> attributes;
  std::vector<Name> names;
  std::vector<Group> groups;
  std::unordered_map<std::string, std::uint32_t> group_ids;  // canonical → index into groups
  std::vector<std::uint32_t> by_name;                        // elements, grouped by name, in document order
  bool doctype = false;                                      // a DOCTYPE stood there; it was not read
  std::uint32_t doctype_offset = 0;
  std::vector<std::uint32_t> stylesheet_offsets;  // xml-stylesheet instructions
  std::deque<std::string> defect_strings;         // what SchemaDefect's views point at

  /// A value or character data. Most are written just as they are meant, so their place is one in `bytes`; a place
  /// behind the end of `bytes` counts on in `strings`.
  [[nodiscard]] std::string_view characters(std::uint32_t place, std::uint32_t size) const {
    return place < bytes.size() ? std::string_view(bytes).substr(place, size)
                                : std::string_view(strings).substr(place - bytes.size(), size);
  }
  [[nodiscard]] const text::LineIndex& lines() const;

 private:
  mutable std::once_flag once_;
  mutable text::LineIndex lines_;
};

namespace xml {
[[nodiscard]] std::string path(Node);         // /manifest/organizations/organization[1]/item[2]
[[nodiscard]] std::string stable_path(Node);  // with identifiers instead of ordinals, for fingerprints
[[nodiscard]] text::Position position(Node);
}  // namespace xml

}  // namespace assay
