// The HTML report: one file that needs nothing, lets nothing of a package run, and says everything in every language.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <assay/messages.hpp>
#include <assay/profile.hpp>
#include <assay/render.hpp>

#include "embedded.hpp"
#include "json/document.hpp"
#include "page_trouble.hpp"
#include "text/digest.hpp"

using namespace assay;

namespace {

constexpr std::string_view hostile = "</script><script>x=1</script><!--\"'><img src=x onerror=x>&\xE2\x80\xAE";

Report hostile_report() {
  auto profile = std::make_shared<Profile>();
  profile->id = "scorm-1.2";
  profile->title = hostile;
  profile->digest = "sha256:" + std::string(64, 'a');
  profile->requirements.push_back({});
  Requirement& row = profile->requirements.back();
  row.id = "imscp-1.1.2/R-031";
  row.family = "imscp";
  row.row = "R-031";
  row.statement = row.rationale = row.clause = hostile;
  profile->rules.push_back({});
  Rule& rule = profile->rules.back();
  rule.id = "own.rule";
  rule.requirements = {0};
  rule.message = "Item \"{item}\" has {count, plural, one {# title} other {# titles}} like {title}.";
  rule.fix = "Write {title} <b>{unknown}</b>.";
  Finding finding;
  finding.location = {std::string(hostile) + ".xml", 3, 5, std::string(hostile)};
  finding.excerpt = {"  <title>" + std::string(hostile) + "</title>", 2};
  finding.arguments = {{"count", "2"}, {"item", std::string(hostile)}, {"title", std::string(hostile)}};
  finding.fingerprint = "0123456789abcdef";
  Report report;
  report.input_path = hostile;
  report.input_kind = "zip";
  report.format.id = "scorm-1.2";
  report.format.title = hostile;
  report.profile = profile;
  report.verdict = Verdict::does_not_conform;
  report.findings = {finding, finding};
  report.findings[1].waived = true;
  report.findings_total = 2;
  report.outcomes = {{Outcome::failed, 2}};
  report.requirements = {RequirementOutcome::failed};
  report.problems = {
      {ProblemKind::unreadable, "not-a-zip", std::string(hostile), std::string(hostile), std::string(hostile)}};
  return report;
}

std::string page(const std::vector<Report>& reports, const RenderOptions& options = {}) {
  std::string out;
  for (const RendererInfo& info : renderer_table()) {
    if (info.id != "html") continue;
    const auto renderer = info.make(options, [&](std::string_view text) { return out.append(text), true; });
    CHECK(renderer->begin());
    for (const Report& report : reports) CHECK(renderer->add(report));
    CHECK(renderer->end({}));
  }
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t from = text.find(before);
  if (from == std::string_view::npos) return {};
  const std::size_t start = from + before.size();
  return std::string(text.substr(start, text.find(after, start) - start));
}

std::string hex_of_base64(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string hex;
  std::uint32_t bits = 0, have = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = bits << 6 | static_cast<std::uint32_t>(digits.find(c));
    for (have += 6; have >= 4; have -= 4) hex.push_back("0123456789abcdef"[bits >> (have - 4) & 15]);
    bits &= (1u << have) - 1;
  }
  hex.resize(hex.size() - hex.size() % 2);
  return hex;
}

}  // namespace

TEST_CASE("nothing of a package is markup in the page") {
  const std::string text = page({hostile_report(), hostile_report()});
  CHECK(count(text, "<script") == 2);  // data and code
  CHECK(count(text, "</script") == 2);
  CHECK(count(text, "<style") == 1);
  CHECK(count(text, "<img") == 0);
  CHECK(count(text, "<b>{unknown}") == 0);
  CHECK(count(text, "<!--") == 0);
  CHECK(count(text, "\xE2\x80\xAE") == 0);  // a direction override is shown, not obeyed
  CHECK(count(text, "\\u{202E}") > 4);
}

TEST_CASE("the page allows its own style and script, by their digests, and nothing else") {
  const std::string text = page({hostile_report()});
  const std::string policy = between(text, "Content-Security-Policy\" content=\"", "\"");
  CHECK(policy.starts_with("default-src 'none'; style-src 'sha256-"));
  CHECK(count(policy, "unsafe") == 0);
  CHECK(count(policy, "http") == 0);
  CHECK(hex_of_base64(between(policy, "style-src 'sha256-", "'")) ==
        text::sha256_hex(between(text, "<style>", "</style>")));
  CHECK(hex_of_base64(between(policy, "script-src 'sha256-", "'")) ==
        text::sha256_hex(between(text, "<script>", "</script>")));
  for (const char* handler : {" style=\"", " onclick=", " onload=", "javascript:", "eval(", "innerHTML"})
    CHECK_MESSAGE(count(text, handler) == 0, handler);
}

TEST_CASE("the page needs nothing from elsewhere") {
  const std::string text = page({hostile_report()});
  for (const char* reach :
       {"src=\"", "href=\"http", "url(", "@import", "<link", "<iframe", "<form action", "fetch(", "XMLHttpRequest"})
    CHECK_MESSAGE(count(text, reach) == 0, reach);
}

TEST_CASE("the data block holds every language of every text that the page says") {
  const std::string text = page({hostile_report()}, {.language = "th"});
  CHECK(text.starts_with("<!DOCTYPE html>\n<html lang=\"th\">"));
  const auto data = json::parse("page", between(text, "<script type=\"application/json\" id=\"texts\">", "</script>"));
  REQUIRE(data.ok());
  const JsonNode top = root(**data), texts = member(top, "texts");
  CHECK(content(member(top, "language")) == "th");
  CHECK(size(member(top, "languages")) == language_table().size());
  CHECK(size(texts) > 40);
  for (JsonNode row = first_child(texts); row; row = next_sibling(row)) CHECK(member(row, "en"));
  std::size_t at = 0, elements = 0;
  for (const std::string_view mark = "data-t=\""; (at = text.find(mark, at)) != std::string::npos; ++elements) {
    at += mark.size();
    CHECK(std::stoul(text.substr(at)) < size(texts));
  }
  CHECK(elements > 60);
}

TEST_CASE("values are isolated, plural forms are made, and what cannot be filled stays") {
  const std::string text = page({hostile_report()});
  CHECK(count(text, "</bdi>\" has 2 titles like <bdi") + count(text, "</bdi>&quot; has 2 titles like <bdi") == 2);
  CHECK(count(text, "&lt;b&gt;{unknown}&lt;/b&gt;") == 2);
  CHECK(count(text, "class=\"finding error\"") == 1);
  CHECK(count(text, "class=\"finding waived\"") == 1);
  CHECK(count(text, "<mark>&lt;title</mark>") == 2);
}

TEST_CASE("several inputs stand in a table of their own, verdicts first") {
  const std::string text = page({hostile_report(), hostile_report()});
  CHECK(count(text, "<nav ") == 1);
  CHECK(count(text, "href=\"#input-2\"") == 1);
  CHECK(count(text, "id=\"input-2\"") == 1);
  CHECK(count(page({hostile_report()}), "<nav ") == 0);
  CHECK(text.find(">verdict.") == std::string::npos);
  CHECK(page({}).find("</html>") != std::string::npos);
}

TEST_CASE("the markup is whole, ids and headings are in order, and no address leads out of the page") {
  CHECK(page_trouble(page({hostile_report()}), "en") == "");
  CHECK(page_trouble(page({hostile_report(), hostile_report()}, {.detail = Detail::all}), "en") == "");
  CHECK(page_trouble(page({}), "en") == "");
  const std::string broken = "<html lang=en><h1 id=a>the <p id=a></h1><h3><a href=//x.example>";
  CHECK(page_trouble(broken, "en") ==
        "element without a start tag: head\nelement without a start tag: body\nid twice: a\n"
        "heading left out in front of: h3\naddress outside of the page: //x.example\npolicy: is missing\n");
}
