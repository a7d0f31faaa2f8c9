#include <algorithm>

#include "messages/catalogue.hpp"
#include "report/common.hpp"
#include "report/html/page.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

using text::xml_escaped;

std::string summary(Page& page, const Counts& counts) {
  const std::pair<std::string_view, std::uint64_t> rows[] = {{"summary.error", counts.error},
                                                             {"summary.warning", counts.warning},
                                                             {"summary.info", counts.info},
                                                             {"summary.waived", counts.waived}};
  std::string out;
  for (const auto& [key, count] : rows)
    if (count > 0) out += "<li>" + page.words.element("span", key, {{"count", std::to_string(count)}}) + "</li>";
  return out.empty() ? page.words.element("p", "summary.nothing", {}, "class=\"counts\"")
                     : "<ul class=\"counts\">" + out + "</ul>";
}

std::string facts(Page& page, const Report& report) {
  std::string out = "<dl class=\"facts\">";
  const auto pair = [&](std::string_view key, const std::string& value) {
    out += "<div>" + page.words.element("dt", key) + "<dd>" + value + "</dd></div>";
  };
  if (!report.format.title.empty())
    pair("html.format", page.words.named("span", messages::Named::title, report.format.title));
  if (const Profile* profile = report.profile.get()) {
    pair("html.profile", code(profile->id) + " " + page.words.named("span", messages::Named::title, profile->title));
    for (const AppliedOverlay& overlay : profile->overlays)
      pair("html.overlay", code(overlay.id) + " " + code(overlay.digest));
    pair("html.profile-digest", code(profile->digest));
  }
  for (const DataTable& table : report.tables)
    pair("summary.tables", code(table.name + " " + table.date) + " <span lang=\"en\" translate=\"no\">" +
                               xml_escaped(text::visible(table.source)) + "</span>");
  if (report.input_bytes > 0)
    pair("html.size", page.words.element("span", "html.bytes", {{"count", std::to_string(report.input_bytes)}}));
  if (!report.input_sha256.empty()) pair("html.sha-256", code(report.input_sha256));
  pair("html.tool", "assay " + xml_escaped(tool_version()));
  return out + "</dl>\n";
}

std::string judgements(Page& page, const Report& report) {
  std::string out = "<ul class=\"judgements\">";
  for (const std::string_view question : {"safe", "conforms", "works-there"}) {
    const auto found = std::find_if(report.judgements.begin(), report.judgements.end(),
                                    [&](const Judgement& each) { return each.question == question; });
    out += "<li>" + page.words.element("p", "question." + std::string(question), {}, "class=\"question\"");
    out += found == report.judgements.end()
               ? page.words.element("p", "html.not-asked", {}, "class=\"muted\"")
               : verdict_element(page, "p", to_string(found->verdict)) + summary(page, found->counts) +
                     "<p class=\"muted\">" + code(found->profile) + "</p>";
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

std::string problems(Page& page, const Report& report) {
  if (report.problems.empty()) return {};
  std::string out = "<h3>" + page.words.element("span", "html.problems") + "</h3>\n<ul class=\"problems\">";
  for (const Problem& problem : report.problems) {
    out += "<li>" + page.words.phrase("p", problem.message);
    const std::string where = shown_place({problem.file, problem.line, problem.column, {}});
    if (!where.empty()) out += "<p class=\"place\">" + isolated(where) + "</p>";
    if (!problem.advice.empty()) out += page.words.phrase("p", problem.advice, "class=\"fix\"");
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

std::string gone(Page& page, const Report& report) {
  if (report.gone.empty()) return {};
  std::string out = "<h3>" + page.words.element("span", "html.gone") + "</h3>\n<ul class=\"plain\">";
  for (const GoneFinding& finding : report.gone)
    out += "<li>" + code(finding.rule) + " " + isolated(shown_place(finding.location)) + " " +
           isolated(finding.message) + "</li>\n";
  return out + "</ul>\n";
}

}  // namespace

std::string verdict_element(Page& page, std::string_view tag, std::string_view verdict) {
  return page.words.element(tag, "verdict." + std::string(verdict), {},
                            "class=\"verdict " + std::string(verdict) + "\"");
}

std::string not_evaluated_part(Page& page, const Report& report, std::size_t number) {
  if (!report.profile) return {};
  const Profile& profile = *report.profile;
  std::string blocked, untested, table;
  std::uint64_t inapplicable = 0;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    inapplicable += report.outcomes[i].outcome == Outcome::inapplicable ? 1 : 0;
    if (report.outcomes[i].outcome == Outcome::blocked) blocked += "<li>" + code(profile.rules[i].id) + "</li>";
  }
  for (std::size_t i = 0; i < report.requirements.size(); ++i) {
    const Requirement& row = profile.requirements[i];
    const auto outcome = report.requirements[i];
    const auto statement = page.words.element_of("span", messages::requirement_key(row, "statement"), row.statement);
    if (outcome == RequirementOutcome::untested) untested += "<li>" + code(row.id) + " " + statement + "</li>";
    if (page.options.detail != Detail::all) continue;
    const std::string word(outcome == RequirementOutcome::cant_tell ? "blocked" : to_string(outcome));
    table += "<tr class=\"" + word + "\"><th scope=\"row\">" + code(row.id) + "</th><td>" + statement + "</td>" +
             page.words.element("td", "outcome." + word) + "</tr>\n";
  }
  std::string out = "<h3>" + page.words.element("span", "html.not-evaluated") + "</h3>\n";
  if (!blocked.empty()) out += page.words.element("p", "html.blocked") + "<ul class=\"plain\">" + blocked + "</ul>\n";
  out += page.words.element("p", "html.inapplicable", {{"count", std::to_string(inapplicable)}}) + "\n";
  if (!untested.empty())
    out += "<details open><summary>" + page.words.element("span", "html.untested") + "</summary><ul class=\"plain\">" +
           untested + "</ul></details>\n";
  const std::string input = std::to_string(number);
  if (!table.empty())
    out +=
        "<details class=\"all\"><summary id=\"all-" + input + "\">" + page.words.element("span", "html.requirements") +
        "</summary><div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"input-" + input + "-name all-" +
        input + "\"><table><thead><tr>" + page.words.element("th", "html.requirement", {}, "scope=\"col\"") +
        page.words.element("th", "html.statement", {}, "scope=\"col\"") +
        page.words.element("th", "html.outcome", {}, "scope=\"col\"") + "</tr></thead><tbody>\n" + table +
        "</tbody></table></div></details>\n";
  return out;
}

std::string input_section(Page& page, const Report& report, std::size_t number) {
  const std::string id = "input-" + std::to_string(number);
  const std::string name =
      report.input_path == "-" ? page.words.element("span", "text.standard-input") : isolated(report.input_path);
  std::string out = "<section class=\"input\" id=\"" + id + "\" aria-labelledby=\"" + id + "-name\">\n<header>";
  out += "<h2 id=\"" + id + "-name\">" + name + "</h2>";
  out += verdict_element(page, "p", not_yet(report) ? "not-yet" : to_string(report.verdict));
  out += summary(page, report.counts) + "</header>\n";
  if (!report.judgements.empty()) out += judgements(page, report);
  out += facts(page, report) + problems(page, report);
  if (report.profile) out += findings_part(page, report, number);
  return out + gone(page, report) + not_evaluated_part(page, report, number) + "</section>\n";
}

}  // namespace assay::report
