#include "xml/namespaces.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <vector>

#include "embedded.hpp"
#include "json/document.hpp"

namespace assay::xml {
namespace {

struct Table {
  std::unique_ptr<JsonDocument> document;
  std::vector<Namespace> rows;
  std::unordered_map<std::string_view, const Namespace*> by_uri;
  std::unordered_map<std::string_view, const Namespace*> by_prefix;
};

// An immutable table of the program, made on first use.
const Table& table() {
  static const Table made = [] {
    Table t;
    auto parsed = json::parse("schemas/namespaces.json", std::string(embedded_file("schemas/namespaces.json")));
    if (!parsed) return t;
    t.document = std::move(parsed).value();
    for (JsonNode row = first_child(member(root(*t.document), "namespaces")); row; row = next_sibling(row))
      t.rows.push_back({content(member(row, "uri")), content(member(row, "prefix")), content(member(row, "standard"))});
    for (const Namespace& row : t.rows) {
      t.by_uri.emplace(row.uri, &row);
      t.by_prefix.emplace(row.prefix, &row);
    }
    return t;
  }();
  return made;
}

}  // namespace

std::span<const Namespace> namespaces() { return table().rows; }

const Namespace* find_namespace(std::string_view uri) {
  const auto found = table().by_uri.find(uri);
  return found == table().by_uri.end() ? nullptr : found->second;
}

std::span<const std::string_view> prefixes() {
  static const auto all = [] {
    std::vector<std::string_view> names;
    for (const auto& [prefix, row] : table().by_prefix) names.push_back(prefix);
    std::sort(names.begin(), names.end());
    return names;
  }();
  return all;
}

bool is_prefix(std::string_view prefix) { return table().by_prefix.contains(prefix); }

}  // namespace assay::xml
