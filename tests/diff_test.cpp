// Two versions of a package: what records of learners hang on, files, findings.
#include <doctest/doctest.h>

#include <deque>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "diff/write.hpp"
#include "embedded.hpp"
#include "json/document.hpp"
#include "json/schema.hpp"
#include "report/novelty.hpp"

using namespace assay;
using diff::What;

namespace {

struct Item {
  std::string id, resource, title;
};

std::string course(const std::string& id, const std::vector<Item>& items, const std::string& organization = "O") {
  std::string text = "<manifest identifier='" + id +
                     "' xmlns='http://www.imsproject.org/xsd/imscp_rootv1p1p2'>"
                     "<organizations><organization identifier='" +
                     organization + "'><title>T</title>";
  for (const Item& item : items)
    text += "<item identifier='" + item.id + "' identifierref='" + item.resource + "'><title>" + item.title +
            "</title></item>";
  return text +
         "</organization></organizations><resources>"
         "<resource identifier='RA' type='webcontent' href='a.html'/>"
         "<resource identifier='RB' type='webcontent' href='b.html'/>"
         "<resource identifier='RC' type='webcontent' href='c.html'/></resources></manifest>";
}

Package package_of(const std::string& text) {
  static std::deque<std::string> kept;
  auto package = open({"imsmanifest.xml", &kept.emplace_back(text)});
  REQUIRE(package.ok());
  return std::move(*package);
}

diff::IdentityDiff compared(const std::string& before, const std::string& after) {
  const Package old = package_of(before), now = package_of(after);
  return diff::compare_identity(old, now);
}

std::vector<What> kinds_of(const diff::IdentityDiff& result, const std::string& kind) {
  std::vector<What> found;
  for (const auto& change : result.changes)
    if (change.before.kind == kind || change.after.kind == kind) found.push_back(change.what);
  return found;
}

}  // namespace

TEST_CASE("diff: the same package has the same identity") {
  const std::string text = course("M", {{"i1", "RA", "One"}, {"i2", "RB", "Two"}});
  const auto result = compared(text, text);
  CHECK(result.known);
  CHECK(result.kept());
  CHECK(result.changes.empty());
  CHECK(result.counts[2].kind == "item");
  CHECK(result.counts[2].same == 2);
}

TEST_CASE("diff: a new identifier of the course or its organization") {
  const auto result = compared(course("M", {{"i1", "RA", "One"}}), course("N", {{"i1", "RA", "One"}}, "P"));
  CHECK(!result.kept());
  CHECK(kinds_of(result, "course") == std::vector{What::changed});
  CHECK(kinds_of(result, "organization") == std::vector{What::renamed});
  CHECK(kinds_of(result, "item") == std::vector{What::moved});
}

TEST_CASE("diff: items that are new, gone, renamed, moved, or start something else") {
  const std::string before = course("M", {{"i1", "RA", "One"}, {"i2", "RB", "Two"}});
  const auto added = compared(before, course("M", {{"i1", "RA", "One"}, {"i2", "RB", "Two"}, {"i3", "RC", "Three"}}));
  CHECK(added.kept());
  CHECK(kinds_of(added, "item") == std::vector{What::added});
  const auto removed = compared(before, course("M", {{"i1", "RA", "One"}}));
  CHECK(!removed.kept());
  CHECK(kinds_of(removed, "item") == std::vector{What::removed});
  const auto renamed = compared(before, course("M", {{"i1", "RA", "One"}, {"ITEM-2", "RB", "Part two"}}));
  CHECK(!renamed.kept());
  REQUIRE(kinds_of(renamed, "item") == std::vector{What::renamed});
  CHECK(renamed.changes[0].before.id == "i2");
  CHECK(renamed.changes[0].after.id == "ITEM-2");
  const auto by_title = compared(before, course("M", {{"i1", "RA", "One"}, {"j", "RC", "Two"}}));
  CHECK(kinds_of(by_title, "item") == std::vector{What::renamed});
  const auto other = compared(before, course("M", {{"i1", "RC", "One"}, {"i2", "RB", "Two"}}));
  CHECK(other.kept());
  REQUIRE(kinds_of(other, "item") == std::vector{What::retargeted});
  CHECK(other.changes[0].severity == Severity::warning);
  CHECK(other.changes[0].after.target == "c.html");
}

TEST_CASE("diff: the units of cmi5") {
  const auto structure = [](const std::string& unit) {
    return "<courseStructure xmlns='https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'><course "
           "id='https://x/c'>"
           "<title><langstring lang='en'>C</langstring></title></course><au id='" +
           unit + "'><title><langstring lang='en'>U</langstring></title><url>u.html</url></au></courseStructure>";
  };
  CHECK(compared(structure("https://x/u"), structure("https://x/u")).kept());
  const auto result = compared(structure("https://x/u"), structure("https://x/v"));
  CHECK(!result.kept());
  CHECK(kinds_of(result, "unit") == std::vector{What::renamed});
}

TEST_CASE("diff: identifiers that stand twice, or not at all, compare without a fault") {
  const std::string odd = course("", {{"i", "RA", ""}, {"i", "RB", ""}, {"", "RC", ""}});
  CHECK(compared(odd, odd).kept());
  CHECK(!compared("<x/>", "<x/>").known);
}

TEST_CASE("diff: both outputs, and the schema of the JSON") {
  const Store store;
  const auto profile = resolve(store, {{"imscp-1.1.2"}, {}});
  REQUIRE(profile.ok());
  const Package old = package_of(course("M", {{"i1", "RA", "One"}, {"i2", "R9", "&lt;b>\xE2\x80\xAE"}}));
  const Package now = package_of(course("N", {{"i1", "R8", "One"}}));
  REQUIRE(old.documents()[0].well_formed);
  diff::Difference all{validate(old, *profile), validate(now, *profile), diff::compare_identity(old, now),
                       diff::compare_files(old, now)};
  std::vector<report::OldFinding> findings;
  for (const Finding& finding : all.before.findings) findings.push_back(report::as_old(all.before, finding));
  report::mark_novelty(all.after, findings);
  const std::string text = diff::as_text(all, "en");
  CAPTURE(text);
  CHECK(text.find("identity changed") != std::string::npos);
  CHECK(text.find("was \"M\" and is \"N\" now") != std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find("{before}") == std::string::npos);
  const std::string path = "schemas/assay-diff-1/diff.schema.json";
  const auto schema_text = json::parse(path, std::string(embedded_file(path)));
  REQUIRE(schema_text.ok());
  const auto schema = json::Schema::compile(**schema_text);
  REQUIRE(schema.ok());
  Limits limits;
  limits.findings = 0;
  for (const bool cut : {false, true}) {
    if (cut) all.after = validate(now, *profile, limits);
    const auto document = json::parse("diff.json", diff::as_json(all, "en"));
    REQUIRE(document.ok());
    for (const SchemaDefect& defect : schema->validate(**document))
      FAIL_CHECK(json::pointer(defect.json) << " " << defect.cause << " " << defect.child);
    const JsonNode problems = member(member(root(**document), "after"), "problems");
    CHECK(size(problems) == (cut ? 1 : 0));
    if (cut) CHECK(content(first_child(problems)) == "limit-findings");
  }
}
