// One pass over a decoded XML text: tree, positions, well-formedness, and schema defects where a schema set applies.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>

#include "xml/document.hpp"

namespace assay::xml {

struct Parsed {
  std::unique_ptr<XmlDocument> document;  // never null; the tree is partial when not well-formed
  bool well_formed = false;
  bool validated = false;
  Problem problem;                    // code "not-well-formed", or a limit (kind refused)
  std::vector<SchemaDefect> defects;  // document order; views point into the document
  std::vector<SchemaDefect> unseen;   // names that a lax wildcard let through (lib/xml/unseen.hpp)
};

/// `set` empty: no schema. The text must be valid UTF-8. DOCTYPE declarations are blanked, never read.
[[nodiscard]] Parsed parse(std::string file, std::string utf8, std::string_view set, const Limits&);

/// What a quick look at the first bytes tells, without a parser: namespace and local name of the root element, and the
/// text of the first `schema` and `schemaversion` elements (within the first 64 KiB).
struct Peek {
  std::string root_namespace, root_name, schema, schema_version;
  bool uses_namespace(std::string_view uri) const { return head.find(uri) != std::string::npos; }
  std::string head;  // the first 64 KiB
};
[[nodiscard]] Peek peek(std::string_view utf8);

}  // namespace assay::xml
