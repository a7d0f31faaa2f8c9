// assay rules | profiles | formats | limits
#include <algorithm>
#include <set>

#include "json/document.hpp"
#include "text/message_format.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

/// A cell of a list: text, with the form it has in JSON when that is not a string.
struct Cell {
  std::string name, text;
  enum class Form : std::uint8_t { text, number, flag, words } form = Form::text;
};
using Row = std::vector<Cell>;

Row rule_row(const Rule& rule, const Profile& profile) {
  std::string cited;
  for (const std::uint32_t r : rule.requirements) cited += (cited.empty() ? "" : " ") + profile.requirements[r].id;
  return {{"rule", rule.id},
          {"severity", std::string(to_string(rule.severity))},
          {"refuses", rule.refuse ? "refuses" : "", Cell::Form::flag},
          {"kind", rule.kind},
          {"requirements", cited, Cell::Form::words},
          {"message", text::in_general(rule.message)}};
}

// All rules of every profile but overlays, or of one profile.
Result<std::vector<Row>> rule_rows(Store& store, const std::string& only) {
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
      if (seen.insert(rule.id).second) rows.push_back(rule_row(rule, **profile));
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a[0].text < b[0].text; });
  return rows;
}

std::vector<Row> profile_rows(const Store& store) {
  std::vector<Row> rows;
  for (const ProfileInfo& info : store.profiles())
    rows.push_back({{"profile", info.id}, {"kind", info.kind}, {"title", info.title}, {"origin", info.origin}});
  return rows;
}

std::vector<Row> format_rows(const Store& store) {
  std::set<std::string, std::less<>> ids;
  for (const ProfileInfo& info : store.profiles()) ids.insert(info.id);
  std::vector<Row> rows;
  for (const FormatInfo& info : format_table())
    rows.push_back({{"format", std::string(info.id)},
                    {"title", std::string(info.title)},
                    {"recognised_by", std::string(info.markers)},
                    {"judged", ids.contains(info.id) ? "judged" : "recognised only", Cell::Form::flag}});
  return rows;
}

std::vector<Row> limit_rows() {
  const Limits defaults;
  std::vector<Row> rows;
  for (const LimitInfo& info : limit_table())
    rows.push_back({{"limit", std::string(info.name)},
                    {"default", std::to_string(defaults.*(info.field)), Cell::Form::number},
                    {"unit", std::string(info.unit)},
                    {"meaning", std::string(info.meaning)}});
  return rows;
}

std::string table(const std::vector<Row>& rows) {
  if (rows.empty()) return "";
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows)
    for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], row[i].text.size());
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string pad(i + 1 < row.size() ? widths[i] - row[i].text.size() : 0, ' ');
      out += row[i].form == Cell::Form::number ? pad + row[i].text : row[i].text + pad;
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
  std::vector<Row> rows;
  if (options.what == "rules") {
    auto found = rule_rows(store, options.profile);
    if (!found) return complain(found.problem()), exit_of(found.problem());
    rows = std::move(*found);
  } else if (options.what == "profiles") {
    rows = profile_rows(store);
  } else if (options.what == "formats") {
    rows = format_rows(store);
  } else {
    rows = limit_rows();
  }
  return print_out(options.json ? as_json(options.what, rows) : table(rows));
}

}  // namespace assay::cli_detail
