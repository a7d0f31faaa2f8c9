// The inventory as JSON, XML and text.
#include "inventory/inventory.hpp"

#include "json/document.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

void column(json::Writer& out, const Fact& fact) {
  out.key(fact.name);
  switch (fact.kind) {
    case Fact::Kind::text: out.string(fact.value); break;
    case Fact::Kind::null: out.null(); break;
    default: out.raw(fact.value); break;
  }
}

void row(json::Writer& out, const FactRow& fact, bool errors) {
  out.begin_object();
  for (const Fact& each : fact.columns) column(out, each);
  if (errors) {
    out.key("schema_errors").begin_array();
    for (const FactRow& inner : fact.rows) row(out, inner, false);
    out.end_array();
  }
  out.end_object();
}

void format_part(json::Writer& out, const Format& format) {
  out.key("format").begin_object().key("id");
  format.id.empty() ? out.null() : out.string(format.id);
  out.key("evidence").string(format.evidence);
  if (!format.guess.empty()) out.key("guess").string(format.guess);
  out.end_object();
}

void problem_part(json::Writer& out, const Problem& problem) {
  out.begin_object().key("code").string(problem.code).key("message").string(problem.message).key("advice").string(problem.advice).end_object();
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text::visible(text)) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else out.push_back(c);
  }
  return out;
}

void xml_row(std::string& out, const FactRow& fact, const std::string& name, int depth) {
  out.append(static_cast<std::size_t>(2 * depth), ' ').append("<" + name);
  for (const Fact& each : fact.columns)
    if (each.kind != Fact::Kind::null) out += " " + each.name + "=\"" + escaped(each.value) + "\"";
  if (fact.rows.empty()) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  for (const FactRow& inner : fact.rows) xml_row(out, inner, "schema_error", depth + 1);
  out.append(static_cast<std::size_t>(2 * depth), ' ').append("</" + name + ">\n");
}

}  // namespace

std::string inventory_json(const Package& package) {
  const Inventory inventory = make_inventory(package);
  std::string text;
  json::Writer out(text);
  out.begin_object().key("schema").string("assay-inventory/1").key("input").begin_object();
  out.key("path").string(package.path()).key("kind").string(package.kind()).key("bytes").unsigned_integer(package.bytes()).end_object();
  format_part(out, package.format());
  for (const FactList& list : inventory.lists) {
    out.key(list.name).begin_array();
    for (const FactRow& fact : list.rows) row(out, fact, list.name == "documents");
    out.end_array();
  }
  out.key("tool");
  inventory.tool.empty() ? out.null() : out.string(inventory.tool);
  if (!package.problems().empty()) {
    out.key("problems").begin_array();
    for (const Problem& problem : package.problems()) problem_part(out, problem);
    out.end_array();
  }
  out.end_object();
  return text;
}

std::string inventory_json(const std::string& path, const Problem& problem) {
  std::string text;
  json::Writer out(text);
  out.begin_object().key("schema").string("assay-inventory/1").key("input").begin_object().key("path").string(path).key("kind").null();
  out.key("bytes").integer(0).end_object();
  format_part(out, {});
  for (const char* list : {"entries", "documents", "references", "launchable", "metadata", "languages", "hosts", "media"})
    out.key(list).begin_array().end_array();
  out.key("tool").null().key("problem");
  problem_part(out, problem);
  out.end_object();
  return text;
}

std::string inventory_xml(const Package& package) {
  const Inventory inventory = make_inventory(package);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<inventory path=\"" + escaped(package.path()) + "\" format=\"" + escaped(package.format().id) + "\">\n";
  for (const FactList& list : inventory.lists) {
    out += "  <" + list.name + ">\n";
    for (const FactRow& fact : list.rows) xml_row(out, fact, list.row, 2);
    out += "  </" + list.name + ">\n";
  }
  return out + "</inventory>\n";
}

std::string inventory_text(const Package& package) {
  const Inventory inventory = make_inventory(package);
  const Format& format = package.format();
  std::string out = text::visible(package.path()) + " · " + (format.title.empty() ? "unknown format" : format.title) + "\n";
  if (!format.evidence.empty()) out += "  known by: " + text::visible(format.evidence) + "\n";
  if (!format.guess.empty()) out += "  looks like " + text::visible(format.guess) + "\n";
  if (!inventory.tool.empty()) out += "  made with: " + inventory.tool + "\n";
  constexpr std::size_t most = 20;
  for (const FactList& list : inventory.lists) {
    if (list.rows.empty()) continue;
    out += "\n" + list.name + " (" + std::to_string(list.rows.size()) + ")\n";
    for (std::size_t i = 0; i < list.rows.size() && i < most; ++i) {
      out += "  ";
      for (const Fact& each : list.rows[i].columns)
        if (each.kind != Fact::Kind::null && !each.value.empty()) out += each.name + "=" + text::visible(each.value) + "  ";
      out += "\n";
      for (const FactRow& inner : list.rows[i].rows) {
        out += "    ";
        for (const Fact& each : inner.columns) out += text::visible(each.value) + "  ";
        out += "\n";
      }
    }
    if (list.rows.size() > most) out += "  … and " + std::to_string(list.rows.size() - most) + " more (all of them: --format json)\n";
  }
  return out;
}

}  // namespace assay
