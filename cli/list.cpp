// assay rules | profiles | formats | limits
#include <algorithm>

#include "json/document.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

using Row = std::vector<std::pair<std::string, std::string>>;

// All rules of every built-in profile, or of one.
Result<std::vector<Row>> rule_rows(Store& store, const std::string& only) {
  std::vector<std::string> ids;
  if (!only.empty()) ids = {only};
  else
    for (const ProfileInfo& info : store.profiles())
      if (info.kind != "overlay") ids.push_back(info.id);
  std::vector<Row> rows;
  std::vector<std::string> seen;
  for (const std::string& id : ids) {
    const auto profile = resolve(store, {{id}, {}});
    if (!profile) return profile.problem();
    for (const Rule& rule : (*profile)->rules) {
      if (std::find(seen.begin(), seen.end(), rule.id) != seen.end()) continue;
      seen.push_back(rule.id);
      std::string cited;
      for (const std::uint32_t r : rule.requirements) cited += (cited.empty() ? "" : " ") + (*profile)->requirements[r].id;
      rows.push_back({{"rule", rule.id}, {"severity", std::string(to_string(rule.severity))}, {"kind", rule.kind}, {"requirements", cited}, {"message", rule.message}});
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<Row> rows_of(Store& store, const std::string& what) {
  std::vector<Row> rows;
  if (what == "profiles")
    for (const ProfileInfo& info : store.profiles()) rows.push_back({{"profile", info.id}, {"kind", info.kind}, {"title", info.title}, {"origin", info.origin}});
  if (what == "formats") {
    const auto profiles = store.profiles();
    for (const FormatInfo& info : format_table()) {
      const bool judged = std::any_of(profiles.begin(), profiles.end(), [&](const ProfileInfo& p) { return p.id == info.id; });
      rows.push_back({{"format", std::string(info.id)}, {"title", std::string(info.title)}, {"recognised_by", std::string(info.markers)}, {"judged", judged ? "yes" : "not yet"}});
    }
  }
  if (what == "limits") {
    const Limits defaults;
    for (const LimitInfo& info : limit_table())
      rows.push_back({{"limit", std::string(info.name)}, {"default", std::to_string(defaults.*(info.field))}, {"unit", std::string(info.unit)}, {"meaning", std::string(info.meaning)}});
  }
  return rows;
}

std::string table(const std::vector<Row>& rows) {
  if (rows.empty()) return "";
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows)
    for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], row[i].second.size());
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i].second;
      if (i + 1 < row.size()) out += std::string(widths[i] - row[i].second.size() + 2, ' ');
    }
    out += "\n";
  }
  return out;
}

std::string as_json(const std::string& what, const std::vector<Row>& rows) {
  std::string text;
  json::Writer out(text, true);
  out.begin_object().key(what).begin_array();
  for (const Row& row : rows) {
    out.begin_object();
    for (const auto& [name, value] : row) out.key(name).string(value);
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
  } else {
    rows = rows_of(store, options.what);
  }
  auto output = Output::open("");
  if (output->write(options.json ? as_json(options.what, rows) : table(rows))) return ok;
  complain("the list cannot be written: " + output->trouble());
  return internal;
}

}  // namespace assay::cli_detail
