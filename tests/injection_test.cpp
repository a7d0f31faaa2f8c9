// One hostile package, every renderer there is, every language: what a stranger wrote into names and titles arrives as
// text, never as a command to a terminal, a build server, a spreadsheet or a page. Renderers that come later are looped
// over too.
#include <doctest/doctest.h>

#include <assay/messages.hpp>
#include <assay/render.hpp>
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "json/document.hpp"
#include "text/unicode.hpp"
#include "vectors/zip_writer.hpp"
#include "xml/parse.hpp"

using namespace assay;

namespace {

// Each part is written so that it would do something at the start of a line, of a cell, of an element or a link.
const std::vector<std::string> payloads = {
    "::error::PWNED",
    "\n::error file=x::PWNED",
    "\r\n##vso[task.setvariable variable=x]PWNED",
    "##[error]PWNED",
    "\x1b[2J\x1b]0;PWNED\x07",
    "\xC2\x9B"
    "31mPWNED",
    "=PWNED|'/C calc'!A0",
    "@PWNED",
    "<script>PWNED</script>",
    "<img src=x onerror=PWNED>",
    "\"><PWNED x=\"",
    "]]><PWNED/>",
    "[PWNED](javascript:PWNED)",
    "| PWNED |",
    "`PWNED`",
    "%0A::error::PWNED",
    "\xE2\x80\xAEPWNED",
    "\xE2\x81\xA6PWNED\xE2\x80\xA8::error::PWNED",
    "{PWNED}",
};

std::string attribute(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\n' || c == '\r')
      out += "&#" + std::to_string(byte) + ";";
    else if (byte >= 0x20)
      out += c;  // other controls cannot stand in XML at all; names of entries have them
  }
  return out;
}

// Dangling references, unlisted files, titles with markup, addresses that run scripts: the payloads come out as names
// of files, values, excerpts and paths.
std::string hostile_package() {
  std::string manifest =
      "<?xml version=\"1.0\"?>\n<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" "
      "xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\" identifier=\"m\">\n<organizations default=\"" +
      attribute(payloads[0]) + "\">\n<organization identifier=\"o\">\n";
  std::vector<vectors::ZipEntry> files;
  for (const std::string& payload : payloads) {
    manifest += "<item identifier=\"" + attribute(payload) + "\" identifierref=\"" + attribute(payload) + "\"><title>" +
                attribute(payload + "<script>PWNED</script>../../x") + "</title></item>\n";
    files.push_back({payload + ".html", vectors::Blob("<script src=https://PWNED.example.net/></script>" + payload)});
    files.push_back({payload + ".php", vectors::Blob("Basic bWFyaWE6aHVudGVyMg==")});
  }
  manifest += "</organization></organizations>\n<resources>\n";
  for (const std::string& payload : payloads)
    manifest += "<resource identifier=\"r\" type=\"webcontent\" href=\"" + attribute(payload) +
                "\"><file href=\"javascript:" + attribute(payload) + "\"/></resource>\n";
  manifest += "</resources></manifest>\n";
  files.insert(files.begin(), {"imsmanifest.xml", vectors::Blob(manifest)});
  return *vectors::write_zip(files, {}).flat();
}

struct Rendered {
  std::string format, language, text;
};

const std::vector<Rendered>& rendered() {
  static const auto all = [] {
    std::vector<Rendered> made;
    const std::string bytes = hostile_package();
    const Store store;
    const auto profile = resolve(store, {{"scorm-1.2"}, {}});
    REQUIRE(profile.ok());
    const auto package = open({"::error::PWNED\n##vso[x].zip", &bytes});
    REQUIRE(package.ok());
    Report report = validate(*package, *profile);
    CHECK(report.findings.size() > 40);
    report.problems.push_back({ProblemKind::refused, "limit-entries", payloads[1], payloads[4], payloads[0], 1, 1});
    const Report unread = unreadable_report({payloads[2], nullptr}, report.problems.back());
    RunSummary run;
    run.notes.push_back({ProblemKind::usage, "unused-waiver", payloads[1], payloads[9], payloads[0], 1, 1});
    for (const RendererInfo& info : renderer_table())
      for (const LanguageInfo& language : language_table()) {
        RenderOptions options;
        options.language = language.tag;
        std::string text;
        const auto renderer = info.make(options, [&](std::string_view part) { return text.append(part), true; });
        CHECK(renderer->begin());
        CHECK(renderer->add(report));
        CHECK(renderer->add(unread));
        CHECK(renderer->end(run));
        made.push_back({std::string(info.id), std::string(language.tag), std::move(text)});
      }
    return made;
  }();
  return all;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

bool is_json(std::string_view format) {
  return format == "json" || format == "sarif" || format == "gitlab" || format == "earl";
}

}  // namespace

TEST_CASE("no renderer lets terminal codes, directions or broken bytes through") {
  for (const Rendered& each : rendered()) {
    CAPTURE(each.format);
    CAPTURE(each.language);
    CHECK(text::is_valid_utf8(each.text));
    CHECK(each.text.find("PWNED") != std::string::npos);  // it is told, not swallowed
    for (std::string_view raw : {"\x1b", "\x07", "\r", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x80\xA8"})
      CHECK_MESSAGE(each.text.find(raw) == std::string::npos, "byte " << int(static_cast<unsigned char>(raw.back())));
  }
}

TEST_CASE("no line of a report is a command or a formula of the package") {
  for (const Rendered& each : rendered()) {
    CAPTURE(each.format);
    CAPTURE(each.language);
    for (std::string_view line : lines_of(each.text)) {
      while (!line.empty() && (line.front() == ' ' || line.front() == '"')) line.remove_prefix(1);
      CAPTURE(std::string(line.substr(0, 100)));
      for (std::string_view start :
           {"::error::PWNED", "::error file=x::", "##vso[", "##[error]PWNED", "=PWNED", "@PWNED"})
        CHECK_MESSAGE(!line.starts_with(start), start);
    }
  }
}

TEST_CASE("what is markup in the package is text in a report") {
  for (const Rendered& each : rendered()) {
    CAPTURE(each.format);
    CAPTURE(each.language);
    if (is_json(each.format)) {
      CHECK(json::parse("report", each.text).ok());
    } else if (each.format == "ndjson") {
      for (const std::string_view line : lines_of(each.text)) CHECK(json::parse("report", std::string(line)).ok());
    } else if (each.format == "junit") {
      const auto parsed = xml::parse("report", each.text, "", {});
      CHECK(parsed.well_formed);
      for (std::string_view element : {"PWNED", "script", "img"}) CHECK(nodes_named(*parsed.document, element).empty());
    } else if (each.format == "markdown" || each.format == "html") {
      for (std::string_view mark : {"<script>PWNED", "<img src=x", "<PWNED"})
        CHECK_MESSAGE(each.text.find(mark) == std::string::npos, mark);
      if (each.format == "markdown") CHECK(each.text.find("](javascript:") == std::string::npos);
    }
  }
}

TEST_CASE("a secret is masked in every report") {
  for (const Rendered& each : rendered()) {
    CAPTURE(each.format);
    CHECK(each.text.find("bWFyaWE6aHVudGVyMg") == std::string::npos);
    CHECK(each.text.find("hunter2") == std::string::npos);
  }
}
