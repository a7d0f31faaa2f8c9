#include <array>
#include <functional>
#include <map>

#include "inventory/facts.hpp"
#include "json/document.hpp"
#include "text/unicode.hpp"
#include "xml/document.hpp"

namespace assay::inventory {
namespace {

constexpr std::size_t most_quoted = 120;  // bytes of a package value in a message; a value may be megabytes

std::string_view quoted_part(std::string_view value) {
  std::size_t size = std::min(value.size(), most_quoted);
  while (size < value.size() && size > 0 && (static_cast<unsigned char>(value[size]) & 0xC0) == 0x80) --size;
  return value.substr(0, size);
}

std::string defect_words(const SchemaDefect& defect) {
  std::string words(defect.cause);
  const auto add = [&words](const char* label, std::string_view value) {
    if (!value.empty()) words.append(" ").append(label).append(" \"").append(quoted_part(value)).append("\"");
  };
  add("child", defect.child);
  add("attribute", defect.attribute);
  add("value", defect.value);
  if (!defect.expected.empty()) words.append(", expected ").append(defect.expected);
  return words;
}

FactRow error_row(const Place& place, text::Position position, std::string_view cause, std::string_view message) {
  return {place,
          {number("line", position.line), number("column", position.column), text("cause", cause),
           text("message", message)},
          {}};
}

std::string_view in_words(Resolution resolution) {
  constexpr std::array<std::string_view, 13> words = {
      "found",         "external",      "local",   "empty",   "missing",          "case-only",    "backslash",
      "leading-slash", "normalization", "percent", "escapes", "malformed-escape", "not-looked-up"};
  return words[static_cast<std::size_t>(resolution)];
}

// Nothing that leads out of the package is called missing, and what was not looked up is neither there nor missing.
Fact exists_fact(Resolution resolution) {
  if (resolution == Resolution::not_looked_up) return null("exists");
  return flag("exists",
              resolution == Resolution::found || resolution == Resolution::external || resolution == Resolution::empty);
}

void visit_elements(const Package& package, const std::function<void(Node)>& visit) {
  for (const Document& document : package.documents()) {
    if (!document.xml) continue;
    for (Node node = root(*document.xml); node;) {
      visit(node);
      Node next = first_child(node);
      for (Node up = node; !next && up; up = parent(up)) next = next_sibling(up);
      node = next;
    }
  }
}

/// Values with the number of places and the first of them.
class Tally {
 public:
  void add(std::string value, Node node) {
    auto [found, fresh] = seen_.try_emplace(std::move(value), Seen{Place(node), 0});
    ++found->second.count;
  }
  FactList list(std::string_view name, std::string_view row, std::string_view value, std::string_view count) const {
    FactList out{name, row, {}};
    for (const auto& [key, seen] : seen_)
      out.rows.push_back({seen.first, {text(value, key), number(count, seen.count)}, {}});
    return out;
  }

 private:
  struct Seen {
    Place first;
    std::uint64_t count = 0;
  };
  std::map<std::string, Seen> seen_;
};

// "cdn.example.org" of "https://user@CDN.example.org:443/x"; empty when there is no host.
std::string host_of(std::string_view href) {
  const std::size_t start = href.find("//");
  if (start == std::string_view::npos) return {};
  std::string_view host = href.substr(start + 2);
  host = host.substr(0, host.find_first_of("/?#\\"));
  host = host.substr(host.rfind('@') + 1);
  if (host.starts_with('['))
    host = host.substr(0, host.find(']') + 1);  // an IPv6 address has colons of its own
  else
    host = host.substr(0, host.find(':'));
  return text::folded(host);
}

}  // namespace

FactList documents(const Package& package) {
  FactList list{"documents", "document", {}};
  for (const Document& document : package.documents()) {
    FactRow row{Place::of_file(document.file), {text("file", document.file), text("role", document.role)}, {}};
    row.columns.push_back(text_or_null("standard", document.standard));
    row.columns.push_back(flag("well_formed", document.well_formed));
    row.columns.push_back(document.validated ? flag("schema_valid", document.defects.empty()) : null("schema_valid"));
    FactList errors{"schema_errors", "schema_error", {}};
    for (const SchemaDefect& defect : document.defects) {
      const Place place = defect.json ? Place(defect.json) : Place(defect.node);
      const auto position = defect.json ? json::position(defect.json) : xml::position(defect.node);
      errors.rows.push_back(error_row(place, position, defect.cause, defect_words(defect)));
    }
    const Problem& problem = document.problem;
    if (!problem.code.empty())
      errors.rows.push_back(error_row(Place::at(document.file, problem.line, problem.column),
                                      {problem.line, problem.column}, problem.code, problem.message));
    row.lists.push_back(std::move(errors));
    list.rows.push_back(std::move(row));
  }
  return list;
}

FactList references(const Package& package) {
  FactList list{"references", "reference", {}};
  for (const Reference& reference : assay::references(package)) {
    const Resolution resolution = reference.resolution;
    FactRow& row = list.rows.emplace_back();
    row.place = reference.node;
    row.columns = {text("file", reference.node.document->file),
                   number("line", xml::position(reference.node).line),
                   text("href", reference.href),
                   text("target", reference.target),
                   exists_fact(resolution),
                   flag("external", resolution == Resolution::external || resolution == Resolution::empty),
                   text("resolution", in_words(resolution))};
  }
  return list;
}

FactList launchable(const Package& package) {
  FactList list{"launchable", "item", {}};
  const auto all = assay::references(package);
  for (const Item& item : items(package)) {
    if (item.resource == none) continue;
    const Resource& resource = resources(package)[item.resource];
    if (resource.href == none) continue;
    const Reference& href = all[resource.href];
    list.rows.push_back(
        {item.node,
         {text("item", item.identifier), number("line", xml::position(item.node).line),
          text("title", trimmed(content(child(item.node, "cp:title")))), text("resource", resource.identifier),
          text("href", href.href), text("target", href.target), text_or_null("type", resource.scorm_type)},
         {}});
  }
  return list;
}

FactList languages(const Package& package) {
  Tally tally;
  visit_elements(package, [&](Node node) {
    for (const std::string_view wanted : {"xml:lang", "language"})
      if (const Attribute found = attribute(node, wanted)) tally.add(std::string(trimmed(value(found))), node);
    const std::string_view element = name(node);
    if (element == "imsmd:language" || element == "lom:language") tally.add(std::string(trimmed(content(node))), node);
  });
  return tally.list("languages", "language", "tag", "places");
}

FactList hosts(const Package& package) {
  Tally tally;
  for (const Reference& reference : assay::references(package)) {
    if (reference.resolution != Resolution::external) continue;
    if (std::string host = host_of(reference.href); !host.empty()) tally.add(std::move(host), reference.node);
  }
  return tally.list("hosts", "host", "host", "references");
}

}  // namespace assay::inventory
