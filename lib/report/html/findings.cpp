#include <algorithm>
#include <set>
#include <tuple>

#include "messages/catalogue.hpp"
#include "report/common.hpp"
#include "report/html/page.hpp"
#include "report/width.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

using text::xml_escaped;

constexpr std::size_t many = 200;  // findings of one input; beyond, a rule says why once and is linked to

// Bytes of what is marked: a tag's name, else up to the next space.
std::size_t marked_bytes(std::string_view text) {
  if (text.empty()) return 0;
  const std::size_t end = text.find_first_of(text[0] == '<' ? " \t>/" : " \t<", 1);
  return std::min(end, text.size());
}

std::string source(const Finding& finding) {
  if (finding.excerpt.line.empty()) return {};
  std::string line = finding.excerpt.line;
  std::replace(line.begin(), line.end(), '\t', ' ');
  const std::size_t caret = prefix_bytes(line, finding.excerpt.caret);
  const std::string_view rest = std::string_view(line).substr(caret);
  const std::size_t size = marked_bytes(rest);
  const auto shown = [](std::string_view part) { return xml_escaped(text::visible(part)); };
  return "<pre dir=\"ltr\" translate=\"no\"><span class=\"number\">" + std::to_string(finding.location.line) +
         "</span> " + shown(std::string_view(line).substr(0, caret)) + "<mark>" + shown(rest.substr(0, size)) +
         "</mark>" + shown(rest.substr(size)) + "</pre>\n";
}

std::string place(Page& page, const Location& location) {
  std::string out = location.file.empty() ? page.words.element("span", "text.the-package")
                                          : "<bdi translate=\"no\" class=\"file\">" +
                                                xml_escaped(text::visible(location.file)) + "</bdi>";
  if (location.line)
    out += ", " +
           page.words.element("span", "html.place",
                              {{"line", std::to_string(location.line)}, {"column", std::to_string(location.column)}});
  return "<p class=\"place\">" + out + "</p>\n";
}

std::string state_of(Page& page, const Finding& finding) {
  std::string out;
  if (finding.confidence < 1) out += " " + page.words.element("span", "html.likely", {}, "class=\"tag\"");
  if (finding.novelty == Novelty::fresh) out += " " + page.words.element("span", "html.new", {}, "class=\"tag\"");
  if (finding.novelty == Novelty::unchanged) out += " " + page.words.element("span", "html.known", {}, "class=\"tag\"");
  return out;
}

std::string waiver(Page& page, const Finding& finding) {
  if (!finding.waiver) return {};
  const Waiver& row = *finding.waiver;
  return page.words.element("p", row.expired ? "text.waiver-expired" : "text.waived-by",
                            {{"owner", row.owner}, {"date", row.expires}, {"reason", row.reason}}, "class=\"waiver\"") +
         "\n";
}

std::string facts(Page& page, const Report& report, const Finding& finding) {
  const auto pair = [&](std::string_view key, const std::string& value) {
    return page.words.element("dt", key) + "<dd>" + value + "</dd>";
  };
  std::string out = "<dl>" + pair("html.rule", code(defect_id(report, finding)));
  if (!finding.location.path.empty()) out += pair("html.path", code(finding.location.path));
  return out + pair("html.fingerprint", code(finding.fingerprint)) + "</dl>\n";
}

class Findings {
 public:
  Findings(Page& page, const Report& report, std::size_t number) : page_(page), report_(report), number_(number) {}

  std::string text() {
    std::string out = "<div class=\"findings\">\n";
    std::vector<const Finding*> ordered;  // by file as in the report; in a file the gravest first
    for (const Finding& finding : report_.findings) ordered.push_back(&finding);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Finding* a, const Finding* b) {
      const auto weight = [](const Finding& each) { return each.waived ? -1 : static_cast<int>(each.severity); };
      return std::tuple(std::string_view(a->location.file), -weight(*a)) <
             std::tuple(std::string_view(b->location.file), -weight(*b));
    });
    const std::string* file = nullptr;
    for (const Finding* each : ordered) {
      const Finding& finding = *each;
      if (!file || *file != finding.location.file) {
        if (file) out += "</section>\n";
        file = &finding.location.file;
        out += "<section class=\"group\"><h4>" +
               (file->empty() ? page_.words.element("span", "text.the-package") : isolated(*file)) + "</h4>\n";
      }
      out += one(finding);
    }
    return out + (file ? "</section>\n" : "") + "</div>\n";
  }

 private:
  std::string one(const Finding& finding) {
    const Finding brief = with_short_values(finding);
    const Rule& rule = report_.profile->rules[finding.rule];
    Words::Arguments arguments;
    for (const auto& [name, value] : brief.arguments) arguments.push_back({name, value});
    const std::string severity(finding.waived ? "waived" : to_string(finding.severity));
    std::string rows;
    for (const std::uint32_t r : rule.requirements)
      rows += (rows.empty() ? "" : " ") + report_.profile->requirements[r].id;
    std::string out = "<article class=\"finding " + severity + "\" data-severity=\"" + severity +
                      "\" data-standard=\"" + xml_escaped(rule.id.substr(0, rule.id.find('.'))) + "\" data-file=\"" +
                      xml_escaped(text::visible(finding.location.file)) + "\" data-rule=\"" + xml_escaped(rule.id) +
                      "\" data-requirements=\"" + xml_escaped(rows) + "\">\n";
    out += "<h5>" + page_.words.element("span", "severity." + severity, {}, "class=\"badge\"") + " " +
           page_.words.element_of("span", messages::key_of(rule.id, "message"), rule.message, arguments) +
           state_of(page_, finding) + "</h5>\n";
    out += place(page_, finding.location) + source(finding) + waiver(page_, finding);
    if (!rule.fix.empty())
      out += "<p class=\"fix\">" + page_.words.element("b", "explain.fix") + " " +
             page_.words.element_of("span", messages::key_of(rule.id, "fix"), rule.fix, arguments) + "</p>\n";
    return out + why(finding, rule) + "</article>\n";
  }

  std::string why(const Finding& finding, const Rule& rule) {
    const std::string id = "why-" + std::to_string(number_) + "-" + std::to_string(finding.rule);
    const bool first = told_.insert(finding.rule).second;
    if (!first && report_.findings.size() > many)
      return "<p><a href=\"#" + id + "\">" + page_.words.element("span", "html.why") + "</a> " +
             code(defect_id(report_, finding)) + "</p>\n";
    std::string out = "<details open" + (first ? " id=\"" + id + "\"" : "") + "><summary>" +
                      page_.words.element("span", "html.why") + "</summary>\n";
    for (const std::uint32_t r : rule.requirements) out += requirement_block(page_, report_.profile->requirements[r]);
    return out + facts(page_, report_, finding) + "</details>\n";
  }

  Page& page_;
  const Report& report_;
  std::size_t number_;
  std::set<std::uint32_t> told_;
};

}  // namespace

std::string requirement_block(Page& page, const Requirement& row) {
  const std::string level(row.level == Level::must ? "must" : row.level == Level::should ? "should" : "may");
  std::string out = "<div class=\"requirement\"><p>" + code(row.id) + " " +
                    page.words.element("span", "level." + level, {}, "class=\"tag\"") + " " +
                    page.words.element_of("span", messages::requirement_key(row, "statement"), row.statement) +
                    "</p>\n";
  if (!row.rationale.empty())
    out += page.words.element_of("p", messages::requirement_key(row, "rationale"), row.rationale, {},
                                 "class=\"rationale\"") +
           "\n";
  if (!row.clause.empty())
    out += "<p class=\"clause\">" + page.words.element("span", "html.source") + " " +
           page.words.named("cite", messages::Named::clause, row.clause) + "</p>\n";
  return out + "</div>\n";
}

std::string findings_part(Page& page, const Report& report, std::size_t number) {
  std::string out = "<h3 id=\"findings-" + std::to_string(number) + "\">" +
                    page.words.element("span", "html.findings") + " <span class=\"count\">" +
                    std::to_string(report.findings.size()) + "</span></h3>\n";
  if (report.findings_total == 0) return out + page.words.element("p", "html.no-findings") + "\n";
  if (number == 1 && !report.findings.empty()) out += tools_place;
  return out + Findings(page, report, number).text();
}

}  // namespace assay::report
