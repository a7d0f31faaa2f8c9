// The inventory as JSON, XML and text.
#include <algorithm>

#include <assay/messages.hpp>

#include "inventory/inventory.hpp"
#include "json/document.hpp"
#include "messages/catalogue.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::size_t most_shown = 20;  // rows of a list in text

// ---- JSON ----
void write_row(json::Writer& out, const FactRow& row) {
  out.begin_object();
  for (const Fact& fact : row.columns) {
    out.key(fact.name);
    if (fact.kind == Fact::Kind::text)
      out.string(fact.value);
    else if (fact.kind == Fact::Kind::null)
      out.null();
    else
      out.raw(fact.value);
  }
  for (const FactList& list : row.lists) {
    out.key(list.name).begin_array();
    for (const FactRow& inner : list.rows) write_row(out, inner);
    out.end_array();
  }
  out.end_object();
}

void write_head(json::Writer& out, std::string_view path, std::string_view kind, std::uint64_t bytes,
                const Format& format) {
  out.begin_object().key("schema").string("assay-inventory/1").key("input").begin_object().key("path").string(path);
  out.key("kind");
  kind.empty() ? out.null() : out.string(kind);
  out.key("bytes").unsigned_integer(bytes).key("sha256").null().end_object().key("format").begin_object().key("id");
  format.id.empty() ? out.null() : out.string(format.id);
  out.key("evidence").string(format.evidence);
  if (!format.guess.empty()) out.key("guess").string(format.guess);
  out.end_object();
}

void write_problem(json::Writer& out, const Problem& problem) {
  out.begin_object().key("code").string(problem.code).key("message").string(problem.message);
  out.key("advice").string(problem.advice).key("file");
  problem.file.empty() ? out.null() : out.string(problem.file);
  out.end_object();
}

// ---- XML ----

void xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"").append(text::xml_escaped(value)).append("\"");
}

std::string xml_head(std::string_view path, std::string_view kind, std::string_view format, std::string_view tool) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<inventory";
  xml_attribute(out, "path", path);
  xml_attribute(out, "kind", kind);
  xml_attribute(out, "format", format);
  xml_attribute(out, "tool", tool);
  return out + ">\n";
}

void xml_problem(std::string& out, const Problem& problem) {
  out += "  <problem";
  xml_attribute(out, "code", problem.code);
  xml_attribute(out, "message", problem.message);
  xml_attribute(out, "advice", problem.advice);
  if (!problem.file.empty()) xml_attribute(out, "file", problem.file);
  out += "/>\n";
}

void xml_row(std::string& out, const FactRow& row, std::string_view name, std::size_t depth) {
  out.append(2 * depth, ' ').append("<").append(name);
  for (const Fact& fact : row.columns)
    if (fact.kind != Fact::Kind::null) xml_attribute(out, fact.name, fact.value);
  if (std::all_of(row.lists.begin(), row.lists.end(), [](const FactList& list) { return list.rows.empty(); })) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  for (const FactList& list : row.lists)
    for (const FactRow& inner : list.rows) xml_row(out, inner, list.row, depth + 1);
  out.append(2 * depth, ' ').append("</").append(name).append(">\n");
}

// ---- text ----
std::string text_problem(const Problem& met, std::string_view language) {
  const Problem problem = in_language(language, met);
  std::string out = "  " + text::visible(problem.message) + "\n";
  if (!problem.advice.empty()) out += "  " + text::visible(say(language, "text.fix", {{"fix", problem.advice}})) + "\n";
  return out;
}

std::string how_many(std::string_view language, std::string_view key, std::size_t count) {
  return say(language, key, {{"count", std::to_string(count)}});
}

void text_row(std::string& out, std::string_view language, const FactRow& row, std::size_t depth,
              std::string_view label = {}) {
  std::string line(label);
  for (const Fact& fact : row.columns) {
    if (fact.kind == Fact::Kind::null || fact.value.empty()) continue;
    line.append(line.empty() ? "" : "  ").append(fact.name).append("=").append(text::visible(fact.value));
  }
  out.append(2 * depth, ' ').append(line).append("\n");
  for (const FactList& list : row.lists) {
    const std::string_view name = list.row == "schema_error" ? std::string_view() : list.row;
    for (std::size_t i = 0; i < list.rows.size() && i < most_shown; ++i)
      text_row(out, language, list.rows[i], depth + 1, name);
    if (list.rows.size() > most_shown)
      out.append(2 * depth + 2, ' ')
          .append(how_many(language, "inspect.more", list.rows.size() - most_shown))
          .append("\n");
  }
}

}  // namespace

std::string inventory_json(const Package& package) {
  const Inventory inventory = make_inventory(package);
  std::string text;
  json::Writer out(text);
  write_head(out, package.path(), package.kind(), package.bytes(), package.format());
  for (const FactList& list : inventory.lists) {
    out.key(list.name).begin_array();
    for (const FactRow& row : list.rows) write_row(out, row);
    out.end_array();
  }
  out.key("tool");
  inventory.tool.empty() ? out.null() : out.string(inventory.tool);
  if (!package.problems().empty()) {
    out.key("problems").begin_array();
    for (const Problem& problem : package.problems()) write_problem(out, problem);
    out.end_array();
  }
  out.end_object();
  return text;
}

std::string inventory_json(const std::string& path, const Problem& problem) {
  std::string text;
  json::Writer out(text);
  write_head(out, path, {}, 0, {});
  for (const char* list :
       {"entries", "documents", "references", "launchable", "metadata", "languages", "hosts", "media"})
    out.key(list).begin_array().end_array();
  out.key("tool").null();
  write_problem(out.key("problem"), problem);
  out.end_object();
  return text;
}

std::string inventory_xml(const Package& package) {
  const Inventory inventory = make_inventory(package);
  std::string out = xml_head(package.path(), package.kind(), package.format().id, inventory.tool);
  for (const FactList& list : inventory.lists) {
    out.append("  <").append(list.name).append(">\n");
    for (const FactRow& row : list.rows) xml_row(out, row, list.row, 2);
    out.append("  </").append(list.name).append(">\n");
  }
  for (const Problem& problem : package.problems()) xml_problem(out, problem);
  return out + "</inventory>\n";
}

std::string inventory_xml(const std::string& path, const Problem& problem) {
  std::string out = xml_head(path, {}, {}, {});
  xml_problem(out, problem);
  return out + "</inventory>\n";
}

std::string inventory_text(const Package& package, std::string_view language) {
  const Inventory inventory = make_inventory(package);
  const Format& format = package.format();
  std::string out = text::visible(package.path()) + " · ";
  out += format.title.empty() ? say(language, "inspect.unknown-format")
                              : messages::named(language, messages::Named::title, format.title);
  out += "\n";
  const auto head = [&](std::string_view key, std::string_view name, const std::string& value) {
    if (!value.empty()) out += "  " + text::visible(say(language, key, {{name, value}})) + "\n";
  };
  head("inspect.known-by", "evidence", format.evidence);
  head("inspect.looks-like", "guess", format.guess);
  head("inspect.made-with", "tool", inventory.tool);
  for (const Problem& problem : package.problems()) out += text_problem(problem, language);
  for (const FactList& list : inventory.lists) {
    if (list.rows.empty()) continue;
    out += "\n" + how_many(language, "inspect." + std::string(list.name), list.rows.size()) + "\n";
    for (std::size_t i = 0; i < list.rows.size() && i < most_shown; ++i) text_row(out, language, list.rows[i], 1);
    if (list.rows.size() > most_shown)
      out += "  " + how_many(language, "inspect.more-in-json", list.rows.size() - most_shown) + "\n";
  }
  return out;
}

std::string inventory_text(const std::string& path, const Problem& problem, std::string_view language) {
  return text::visible(path) + " · " + say(language, "trouble.unreadable") + "\n" + text_problem(problem, language);
}

}  // namespace assay
