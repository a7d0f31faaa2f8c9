// Everything that rules may see of a package, as rows: what `assay inspect` prints and what XPath rules are asked over.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <assay/package.hpp>

namespace assay {

/// One fact. `columns` keep their order; values are JSON-typed by `kind`.
struct Fact {
  enum class Kind : std::uint8_t { text, number, boolean, null };
  std::string_view name;  // a literal: there are hundred thousands of facts
  Kind kind = Kind::text;
  std::string value;
};
struct FactList;
struct FactRow {
  Place place;
  std::vector<Fact> columns;
  std::vector<FactList> lists;  // what it holds itself: the schema errors of a document, the values of a record
};
struct FactList {
  std::string_view name;  // "references"; a literal
  std::string_view row;   // "reference": the element name in XML
  std::vector<FactRow> rows;
};
struct Inventory {
  std::vector<FactList> lists;  // entries, documents, references, launchable, metadata, languages, hosts, media
  std::string tool;             // authoring tool, when known
};

/// Views and places live as long as the package.
[[nodiscard]] Inventory make_inventory(const Package&);
/// One JSON object (schema assay-inventory/1), one line.
[[nodiscard]] std::string inventory_json(const Package&);
[[nodiscard]] std::string inventory_xml(const Package&);
/// Words around the facts in that language; names of facts and their values are those of the JSON.
[[nodiscard]] std::string inventory_text(const Package&, std::string_view language = "en");
/// For an input that could not be opened: the same form, with nothing in it but the problem.
[[nodiscard]] std::string inventory_json(const std::string& path, const Problem&);
[[nodiscard]] std::string inventory_xml(const std::string& path, const Problem&);
[[nodiscard]] std::string inventory_text(const std::string& path, const Problem&, std::string_view language = "en");

}  // namespace assay
