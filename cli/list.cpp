// assay rules | profiles | formats | limits
#include <algorithm>
#include <set>

#include <assay/messages.hpp>

#include "json/document.hpp"
#include "messages/catalogue.hpp"
#include "report/width.hpp"
#include "text/message_format.hpp"
#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

/// A cell of a list: text, with the form it has in JSON when that is not a string, and what people read instead.
struct Cell {
  std::string name, text;
  enum class Form : std::uint8_t { text, number, flag, words } form = Form::text;
  std::string shown = text;
};
using Row = std::vector<Cell>;

// A word of the catalogue for people; programs get the id.
std::string word(std::string_view key) { return say(language(), key); }

Row rule_row(const Rule& rule, const Profile& profile, const std::string& tongue) {
  std::string cited;
  for (const std::uint32_t r : rule.requirements) cited += (cited.empty() ? "" : " ") + profile.requirements[r].id;
  return {{"rule", rule.id},
          {"severity", std::string(to_string(rule.severity)), Cell::Form::text,
           word("severity." + std::string(to_string(rule.severity)))},
          {"refuses", rule.refuse ? "refuses" : "", Cell::Form::flag, rule.refuse ? word("list.refuses") : ""},
          {"kind", rule.kind},
          {"requirements", cited, Cell::Form::words},
          {"message",
           text::in_general(messages::text_of(tongue, messages::key_of(rule.id, "message"), rule.message).text)}};
}

// All rules of every profile but overlays, or of one profile.
Result<std::vector<Row>> rule_rows(Store& store, const std::string& only, const std::string& tongue) {
  std::vector<std::string> ids;
  if (!only.empty())
    ids = {only};
  else
    for (const ProfileInfo& info : store.profiles())
      if (info.kind != "overlay") ids.push_back(info.id);
  std::vector<Row> rows;
  std::set<std::string> seen;
  for (const std::string& id : ids) {
    const auto profile = resolve(store, {{id}, {}});
    if (!profile && !only.empty()) return profile.problem();
    if (!profile) {  // one broken profile of somebody's own hides no other
      complain(profile.problem());
      continue;
    }
    for (const Rule& rule : (*profile)->rules)
      if (seen.insert(rule.id).second) rows.push_back(rule_row(rule, **profile, tongue));
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a[0].text < b[0].text; });
  return rows;
}

// A profile of somebody else may call itself what we have no word for.
std::string kind_in_words(const std::string& kind) {
  const std::string key = "list." + kind;
  return messages::text_of("en", key).text.empty() ? kind : word(key);
}

std::vector<Row> profile_rows(const Store& store, const std::string& tongue) {
  std::vector<Row> rows;
  for (const ProfileInfo& info : store.profiles())
    rows.push_back(
        {{"profile", info.id},
         {"kind", info.kind, Cell::Form::text, kind_in_words(info.kind)},
         {"title", messages::named(tongue, messages::Named::title, info.title)},
         {"origin", info.origin, Cell::Form::text, info.origin == "built in" ? word("list.built-in") : info.origin}});
  return rows;
}

std::vector<Row> format_rows(const Store& store, const std::string& tongue) {
  std::set<std::string, std::less<>> ids;
  for (const ProfileInfo& info : store.profiles()) ids.insert(info.id);
  std::vector<Row> rows;
  for (const FormatInfo& info : format_table()) {
    const bool judged = ids.contains(info.id);
    rows.push_back(
        {{"format", std::string(info.id)},
         {"title", messages::named(tongue, messages::Named::title, info.title)},
         {"recognised_by", messages::named(tongue, messages::Named::marker, info.markers)},
         {"judged", judged ? "judged" : "", Cell::Form::flag, word(judged ? "list.judged" : "list.recognised-only")}});
  }
  return rows;
}

std::vector<Row> limit_rows(const std::string& tongue) {
  const auto said = [&](std::string group, std::string_view name, std::string_view english) {
    return std::string(messages::text_of(tongue, group.append(name), english).text);
  };
  const Limits defaults;
  std::vector<Row> rows;
  for (const LimitInfo& info : limit_table())
    rows.push_back({{"limit", std::string(info.name)},
                    {"default", std::to_string(defaults.*(info.field)), Cell::Form::number},
                    {"unit", std::string(info.unit), Cell::Form::text, said("unit.", info.unit, info.unit)},
                    {"meaning", said("limit.", info.name, info.meaning)}});
  return rows;
}

std::string table(std::vector<Row> rows) {
  if (rows.empty()) return "";
  for (Row& row : rows)  // titles and messages of somebody's profiles
    for (Cell& cell : row) cell.shown = text::visible(cell.shown);
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows)
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      widths[i] = std::max(widths[i], report::display_width(row[i].shown));
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string pad(i + 1 < row.size() ? widths[i] - report::display_width(row[i].shown) : 0, ' ');
      out += row[i].form == Cell::Form::number ? pad + row[i].shown : row[i].shown + pad;
      if (i + 1 < row.size()) out += "  ";
    }
    out += "\n";
  }
  return out;
}

void write_cell(json::Writer& out, const Cell& cell) {
  out.key(cell.name);
  switch (cell.form) {
    case Cell::Form::text: out.string(cell.text); break;
    case Cell::Form::number: out.raw(cell.text); break;
    case Cell::Form::flag: out.boolean(cell.text == cell.name); break;
    case Cell::Form::words:
      out.begin_array();
      for (std::size_t at = 0; at < cell.text.size();) {
        const std::size_t end = std::min(cell.text.find(' ', at), cell.text.size());
        out.string(std::string_view(cell.text).substr(at, end - at));
        at = end + 1;
      }
      out.end_array();
  }
}

std::string as_json(const std::string& what, const std::vector<Row>& rows) {
  std::string text;
  json::Writer out(text, true);
  out.begin_object().key(what).begin_array();
  for (const Row& row : rows) {
    out.begin_object();
    for (const Cell& cell : row) write_cell(out, cell);
    out.end_object();
  }
  out.end_array().end_object();
  return text + "\n";
}

}  // namespace

int run_list(Store& store, const ListOptions& options) {
  const std::string tongue = language_of_report(!options.json);
  std::vector<Row> rows;
  if (options.what == "rules") {
    auto found = rule_rows(store, options.profile, tongue);
    if (!found) return complain(found.problem()), exit_of(found.problem());
    rows = std::move(*found);
  } else if (options.what == "profiles") {
    rows = profile_rows(store, tongue);
  } else if (options.what == "formats") {
    rows = format_rows(store, tongue);
  } else {
    rows = limit_rows(tongue);
  }
  return print_out(options.json ? as_json(options.what, rows) : table(rows));
}

}  // namespace assay::cli_detail
