// The document around the sections: a policy that lets nothing in but what stands here, style, script and data.
#include <assay/messages.hpp>

#include "embedded.hpp"
#include "report/common.hpp"
#include "report/html/page.hpp"
#include "text/digest.hpp"
#include "text/escape.hpp"

namespace assay::report {
namespace {

std::string base64_of_hex(std::string_view hex) {
  constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto value = [](char c) { return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4 | (at + i < hex.size() ? value(hex[at + i]) : 0);
    for (int i = 3; i >= 0; --i) out.push_back(digits[bits >> (6 * i) & 63]);
  }
  for (std::size_t missing = (6 - hex.size() % 6) % 6 / 2, i = 0; i < missing; ++i) out[out.size() - 1 - i] = '=';
  return out;
}

std::string source_of(std::string_view bytes) { return "'sha256-" + base64_of_hex(text::sha256_hex(bytes)) + "'"; }

std::string head(const Page& page, const std::string& title, std::string_view style, std::string_view script) {
  return "<!DOCTYPE html>\n<html lang=\"" + page.options.language +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
         source_of(style) + "; script-src " + source_of(script) +
         "; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta name=\"generator\" content=\"assay " +
         std::string(tool_version()) + "\">\n<title>" + text::xml_escaped(title) + "</title>\n<style>" +
         std::string(style) + "</style>\n</head>\n";
}

std::string languages(Page& page) {
  std::string out = "<p class=\"language\" hidden><label for=\"language\">" +
                    page.words.element("span", "html.language") + "</label> <select id=\"language\">";
  for (const LanguageInfo& language : language_table())
    out += "<option value=\"" + std::string(language.tag) + "\" lang=\"" + std::string(language.tag) + "\"" +
           (language.tag == page.options.language ? " selected" : "") + ">" + text::xml_escaped(language.name) +
           "</option>";
  return out + "</select></p>\n";
}

// What only a script can do is not there without one.
std::string tools(Page& page) {
  const auto choice = [&](const std::string& id, std::string_view key, const std::string& options) {
    return "<p><label for=\"" + id + "\">" + page.words.element("span", key) + "</label> <select id=\"" + id + "\">" +
           options + "</select></p>\n";
  };
  const auto all = page.words.element("option", "html.all", {}, "value=\"\"");
  std::string out = "<div class=\"tools\" id=\"tools\" role=\"search\" hidden " + page.words.label("html.filter") +
                    ">\n<fieldset>" + page.words.element("legend", "html.severity");
  for (const std::string severity : {"error", "warning", "info", "waived"})
    out += "<label><input type=\"checkbox\" name=\"severity\" value=\"" + severity + "\" checked> " +
           page.words.element("span", "severity." + severity) + "</label>\n";
  out += "</fieldset>\n" + choice("standard", "html.standard", all) + choice("file", "html.file", all) +
         choice("requirement", "html.requirement", all);
  std::string groups;
  for (const std::string by : {"file", "rule", "requirement", "severity"})
    groups += page.words.element("option", "html." + by, {}, "value=\"" + by + "\"");
  out += choice("group", "html.group-by", groups);
  out += "<p class=\"buttons\">" +
         page.words.element("button", "html.show-all", {}, "type=\"button\" id=\"show-all\"") + " " +
         page.words.element("button", "html.open-close", {}, "type=\"button\" id=\"open-close\"") + "</p>\n";
  return out + "<p id=\"shown\" role=\"status\" aria-live=\"polite\" data-row=\"" +
         std::to_string(page.words.row("html.shown")) + "\"></p>\n</div>\n";
}

std::string notes(Page& page, const RunSummary& run) {
  std::string out;
  if (run.interrupted) out += page.words.element("li", "html.interrupted");
  for (const Problem& problem : run.notes) {
    out += "<li>" + page.words.phrase("span", problem.message);
    if (!problem.advice.empty()) out += " " + page.words.phrase("span", problem.advice);
    out += "</li>\n";
  }
  return out.empty()
             ? out
             : "<section aria-labelledby=\"notes\"><h2 id=\"notes\">" + page.words.element("span", "html.notes") +
                   "</h2><ul class=\"plain\">" + out + "</ul></section>\n";
}

}  // namespace

std::string document(Page& page, const std::string& title, const std::string& rows, std::string sections,
                     const RunSummary& run) {
  const std::string_view style = embedded_file("lib/report/html/style.css"),
                         script = embedded_file("lib/report/html/script.js");
  std::string out = head(page, title, style, script) + "<body>\n<a class=\"skip\" href=\"#report\">" +
                    page.words.element("span", "html.skip") + "</a>\n<header class=\"top\"><h1>" +
                    page.words.element("span", "html.title") + "</h1>\n" + languages(page) + "</header>\n";
  out += "<main id=\"report\" tabindex=\"-1\">\n" + notes(page, run);
  if (!rows.empty()) {
    out += "<nav aria-labelledby=\"inputs\"><h2 id=\"inputs\">" + page.words.element("span", "html.inputs") +
           "</h2>\n<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"inputs\"><table><thead><tr>";
    for (const std::string_view key : {"html.input", "html.verdict", "html.errors", "html.warnings", "html.infos"})
      out += page.words.element("th", key, {}, "scope=\"col\"");
    out += "</tr></thead><tbody>\n" + rows + "</tbody></table></div></nav>\n";
  }
  const std::string filter = tools(page);
  const std::size_t place = sections.find(tools_place);
  const bool inside = rows.empty() && place != std::string::npos;
  if (place != std::string::npos) sections.replace(place, tools_place.size(), inside ? filter : std::string());
  if (!inside) out += filter;
  out += sections + "</main>\n<footer>" + page.words.element("p", "html.footer", {{"version", tool_version()}}) +
         "</footer>\n";
  return out + "<script type=\"application/json\" id=\"texts\">" + page.words.data() + "</script>\n<script>" +
         std::string(script) + "</script>\n</body>\n</html>\n";
}

}  // namespace assay::report
