// Repair: what is mended, what is refused, and that no byte of a file changes. Every vector is repaired too: those that
// show what hostile packages do, and those that pass.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "embedded.hpp"
#include "json/document.hpp"
#include "json/schema.hpp"
#include "known_words.hpp"
#include "repair/repair.hpp"
#include "text/unicode.hpp"
#include "vectors/run.hpp"
#include "vectors/zip_writer.hpp"

using namespace assay;
using vectors::Blob;
using vectors::ZipEntry;

namespace {

std::shared_ptr<const Profile> floor_profile() {
  static const Store store;
  static const auto profile = *resolve(store, {});
  return profile;
}

struct Repaired {
  repair::Plan plan;
  std::string bytes;  // of the output; empty when refused
  repair::Written written;

  [[nodiscard]] bool refused(std::string_view what) const {
    return std::any_of(plan.refusals.begin(), plan.refusals.end(), [&](const repair::Refusal& each) {
      return each.what == what ||
             (each.finding != none && plan.floor.profile->rules[plan.floor.findings[each.finding].rule].id == what);
    });
  }
  [[nodiscard]] std::vector<std::string_view> done() const {
    std::vector<std::string_view> all;
    for (const auto& note : plan.done) all.push_back(note.what);
    return all;
  }
  [[nodiscard]] std::vector<std::string_view> left() const {
    std::vector<std::string_view> all;
    for (const auto& note : plan.left) all.push_back(note.what);
    return all;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& item : plan.items)
      if (item.left_out.empty()) all.push_back(item.name);
    return all;
  }
};

Repaired repaired(const Source& source) {
  auto package = open(source);
  REQUIRE(package.ok());
  auto plan = repair::make_plan(*package, validate(*package, floor_profile()));
  REQUIRE(plan.ok());
  Repaired result{std::move(*plan), {}, {}};
  if (!result.plan.refusals.empty()) return result;
  const auto problem = repair::write(*package, result.plan, [&](std::string_view piece) {
    result.bytes += piece;
    return true;
  });
  REQUIRE(!problem);
  const auto written = repair::verify(*package, result.plan, {"out.zip", &result.bytes});
  REQUIRE_MESSAGE(written.ok(), (written.ok() ? "" : written.problem().message));
  result.written = *written;
  return result;
}

const std::string course =
    "<manifest identifier='M' xmlns='http://www.imsproject.org/xsd/imscp_rootv1p1p2'><organizations/><resources>"
    "<resource identifier='R' type='webcontent' href='html/a.html'><file href='html/a.html'/></resource>"
    "</resources></manifest>";

ZipEntry file(std::string name, std::string content = "content") {
  return {.name = std::move(name), .content = Blob(std::move(content)), .deflate = true};
}

Repaired repaired(const std::vector<ZipEntry>& entries, const vectors::ZipLies& lies = {}) {
  const Blob zip = vectors::write_zip(entries, lies);
  REQUIRE(zip.flat());
  return repaired({"in.zip", zip.flat()});
}

using Names = std::vector<std::string>;
using Whats = std::vector<std::string_view>;

}  // namespace

TEST_CASE("repair: a folder around the package is taken off") {
  const auto result = repaired({file("C/", ""), file("C/imsmanifest.xml", course), file("C/html/a.html"),
                                file("__MACOSX/C/._a.html", std::string("\0\5\x16\7x", 5)), file("C/.DS_Store")});
  CHECK(result.names() == Names{"imsmanifest.xml", "html/a.html"});
  CHECK(result.done() == Whats{"wrapper-folder", "junk", "folder-records"});
  CHECK(result.left().empty());
}

TEST_CASE("repair: a folder stays when something of the author's lies beside it") {
  const auto result = repaired({file("C/imsmanifest.xml", course), file("C/html/a.html"), file("notes.txt")});
  CHECK(result.names() == Names{"C/imsmanifest.xml", "C/html/a.html", "notes.txt"});
  CHECK(result.done().empty());
  CHECK(result.left() == Whats{"files-beside-folder"});
}

TEST_CASE("repair: packages of other formats have a folder around them too") {
  CHECK(repaired({file("x/h5p.json", "{}"), file("x/content/content.json", "{}")}).names() ==
        Names{"h5p.json", "content/content.json"});
  CHECK(repaired({file("x/y/cmi5.xml", "<courseStructure/>"), file("x/y/a.html")}).names() ==
        Names{"cmi5.xml", "a.html"});
  CHECK(repaired({file("x/c.CRS"), file("x/c.au"), file("x/c.des")}).names() == Names{"c.CRS", "c.au", "c.des"});
}

TEST_CASE("repair: taking a folder off never makes a name lead out") {
  for (const char* name : {"C//etc/passwd", "C/C:/x", "C\\\\srv\\x"}) {
    CAPTURE(name);
    const auto result = repaired({file("C/imsmanifest.xml", course), file(name)});
    CHECK(result.refused("name-leads-out"));
    CHECK(result.bytes.empty());
  }
}

TEST_CASE("repair: backslashes become slashes, and undeclared names UTF-8") {
  const auto result = repaired({file("imsmanifest.xml", course), file("html\\a.html"), file("html\\B\xC3\xA9.html")});
  CHECK(result.names() == Names{"imsmanifest.xml", "html/a.html", "html/B\xC3\xA9.html"});
  CHECK(result.done() == Whats{"separators"});  // the writer of vectors declares UTF-8
  ZipEntry undeclared = file("html/\xB5\xDA\xD2\xBB\xD5\xC2.html"), more = file("html/\xB5\xDA\xB6\xFE\xD5\xC2.html");
  for (ZipEntry* entry : {&undeclared, &more}) entry->local.flags = entry->central.flags = 0;
  const auto gbk = repaired({file("imsmanifest.xml",
                                  "<manifest identifier='M' xml:lang='zh' xmlns='urn:x'><file href='html/第一章.html'/>"
                                  "<file href='html/第二章.html'/></manifest>"),
                             undeclared, more});
  CHECK(gbk.names() == Names{"imsmanifest.xml", "html/第一章.html", "html/第二章.html"});
  CHECK(gbk.done() == Whats{"names"});
}

TEST_CASE("repair: bytes that read in no encoding stay, and are left to the author") {
  ZipEntry strange = file("a\xFF\xFE\x80\xFF.html");
  strange.local.flags = strange.central.flags = 0x0800;  // declared as the UTF-8 that it is not
  const auto result = repaired({file("imsmanifest.xml", course), file("html\\a.html"), strange});
  CHECK(result.names() == Names{"imsmanifest.xml", "html/a.html", "a\xFF\xFE\x80\xFF.html"});
  CHECK(result.left() == Whats{"unreadable-names"});
}

TEST_CASE("repair: junk that the course lists stays") {
  const std::string lists = std::string(course).insert(course.find("<file"), "<file href='Thumbs.db'/>");
  const auto result = repaired({file("imsmanifest.xml", lists), file("html/a.html"), file("Thumbs.db")});
  CHECK(result.names().size() == 3);
  CHECK(result.left() == Whats{"listed-junk"});
}

TEST_CASE("repair: entries with one name are one entry, or two packages") {
  CHECK(repaired({file("imsmanifest.xml", course), file("a.txt"), file("a.txt")}).done() == Whats{"duplicates"});
  CHECK(repaired({file("imsmanifest.xml", course), file("b/a.txt"), file("b\\a.txt")}).done() ==
        Whats{"separators", "duplicates"});
  const auto differing = repaired({file("imsmanifest.xml", course), file("a.txt"), file("a.txt", "other")});
  CHECK(differing.refused("different-duplicates"));
  CHECK(repaired({file("imsmanifest.xml", course), file("A.txt"), file("a.txt")}).refused("names-alike"));
  CHECK(repaired({file("imsmanifest.xml", course), file("a"), file("a/b")}).refused("file-and-folder"));
}

TEST_CASE("repair: what belongs to no file goes, and records are written anew") {
  ZipEntry hidden = file("a.txt");
  hidden.before = vectors::write_zip({file("hidden.txt")}, {});
  hidden.before.keep(30 + 10 + 9);  // its header and bytes, not its table
  ZipEntry stored = file("b.txt");
  stored.deflate = false;
  stored.descriptor.emplace();
  vectors::ZipLies lies;
  lies.prepend = Blob("#!/bin/sh\n");
  lies.append = Blob("behind");
  const auto result = repaired({file("imsmanifest.xml", course), hidden, stored}, lies);
  CHECK(result.done() == Whats{"foreign-data", "unlisted", "records"});
  const auto again = repaired({"out.zip", &result.bytes});
  CHECK(again.done().empty());
  CHECK(again.bytes == result.bytes);
}

TEST_CASE("repair: the same input gives the same bytes, with the time of each entry") {
  ZipEntry dated = file("a.txt");
  dated.local.date = dated.central.date = 0x5C21;
  ZipEntry undated = file("b.txt");
  undated.local.date = undated.central.date = 0;
  const std::vector<ZipEntry> entries{file("x/imsmanifest.xml", course), dated, undated};
  std::vector<ZipEntry> inside = entries;
  for (ZipEntry& entry : inside)
    if (!entry.name.starts_with("x/")) entry.name = "x/" + entry.name;
  const auto first = repaired(inside), second = repaired(inside);
  CHECK(first.bytes == second.bytes);
  const auto package = open({"out.zip", &first.bytes});
  REQUIRE(package.ok());
  CHECK(package->entries()[1].modified == 0x5C21'0000);
  CHECK(package->entries()[2].modified == 0x0021'0000);
}

TEST_CASE("repair: nothing left is refused, and a document is no package") {
  CHECK(repaired({file("__MACOSX/a")}).refused("nothing-left"));
  const std::string text = course;
  const auto document = open({"imsmanifest.xml", &text});
  REQUIRE(document.ok());
  CHECK(problem_of(repair::make_plan(*document, validate(*document, floor_profile()))).code == "no-package");
}

TEST_CASE("repair: a list of findings that is cut hinders nothing that can be mended") {
  const Blob zip = vectors::write_zip(
      {file("imsmanifest.xml", course), file("a.txt", "a"), file("a.txt", "a"), file("b.txt", "b"), file("b.txt", "b")},
      {});
  const auto package = open({"in.zip", zip.flat()});
  REQUIRE(package.ok());
  Limits limits;
  limits.findings = 1;
  const auto plan = repair::make_plan(*package, validate(*package, floor_profile(), limits));
  REQUIRE(plan.ok());
  CHECK(plan->floor.findings_total > 1);
  CHECK(plan->refusals.empty());
  CHECK(plan->changes());
}

TEST_CASE("repair: an output that is full, and a stop in the middle, are told") {
  const Blob zip = vectors::write_zip({file("x/imsmanifest.xml", course), file("x/a.txt")}, {});
  std::atomic<bool> stop = false;
  Limits limits;
  limits.stop = Stop(&stop);
  const auto package = open({"in.zip", zip.flat()}, limits);
  REQUIRE(package.ok());
  const auto plan = repair::make_plan(*package, validate(*package, floor_profile()));
  REQUIRE(plan.ok());
  CHECK(repair::write(*package, *plan, [](std::string_view) { return false; })->code == "not-written");
  repair::Plan planned = *plan;
  std::string bytes;
  CHECK(!repair::write(*package, planned, [&](std::string_view piece) { return bytes += piece, true; }));
  stop = true;
  CHECK(repair::write(*package, *plan, [](std::string_view) { return true; })->code == "interrupted");
  CHECK(problem_of(repair::make_plan(*package, validate(*package, floor_profile()))).code == "interrupted");
  CHECK(problem_of(repair::verify(*package, planned, {"out.zip", &bytes})).code == "interrupted");
}

TEST_CASE("repair: what was written and is not what was planned is found") {
  const Blob zip = vectors::write_zip({file("x/imsmanifest.xml", course), file("x/a.txt", "one")}, {});
  const auto package = open({"in.zip", zip.flat()});
  REQUIRE(package.ok());
  auto plan = repair::make_plan(*package, validate(*package, floor_profile()));
  REQUIRE(plan.ok());
  for (const auto& entries : {std::vector{file("imsmanifest.xml", course), file("a.txt", "two")},
                              std::vector{file("imsmanifest.xml", course), file("b.txt", "one")},
                              std::vector{file("imsmanifest.xml", course)},
                              std::vector{file("imsmanifest.xml", course), file("a.txt", "one"), file("c", "")}}) {
    const Blob other = vectors::write_zip(entries, {});
    CHECK(!repair::verify(*package, *plan, {"out.zip", other.flat()}).ok());
  }
  const Blob right = vectors::write_zip({file("imsmanifest.xml", course), file("a.txt", "one")}, {});
  CHECK(repair::verify(*package, *plan, {"out.zip", right.flat()}).ok());
}

namespace {

// Rules whose findings a repair takes away.
const std::set<std::string> mended = {
    "safe-package.backslash-in-entry-name", "safe-package.foreign-data",       "safe-package.unlisted-entry",
    "safe-package.broken-extra-field",      "safe-package.contradicting-size", "safe-package.stored-with-descriptor",
    "safe-package.duplicate-entry-name",    "safe-package.legacy-entry-name",  "safe-package.damaged-entry",
    "safe-package.unverified-entries",      "safe-package.system-leftover"};

/// Findings of the floor that a repair leaves as they are, under the names that files have afterwards.
std::multiset<std::string> remaining(const Report& report, const repair::Plan* plan) {
  std::map<std::string, const repair::Item*> items;
  if (plan)
    for (const auto& item : plan->items) items.emplace(item.old_name, &item);
  std::multiset<std::string> all;
  for (const Finding& finding : report.findings) {
    const std::string& rule = report.profile->rules[finding.rule].id;
    if (mended.contains(rule)) continue;
    std::string name = finding.location.file;
    if (const auto found = items.find(name); found != items.end()) {
      if (!found->second->left_out.empty()) continue;
      if (text::is_valid_utf8(found->second->name)) name = found->second->name;
    }
    all.insert(rule + ":" + finding.cause + " " + name + ":" + std::to_string(finding.location.line));
  }
  return all;
}

}  // namespace

TEST_CASE("repair: every vector is refused with a reason, or mended without a new finding") {
  const std::string name = "schemas/assay-repair-1/repair.schema.json";
  const auto text = json::parse(name, std::string(embedded_file(name)));
  REQUIRE(text);
  const auto schema = json::Schema::compile(**text);
  REQUIRE(schema);
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite);
  const vectors::TemporaryFolder folder;
  std::map<std::string, std::uint64_t> verdicts;
  for (const auto& vector : suite->vectors()) {
    // All about the container; of the others, what is zipped in the usual way is the same again and again.
    if (vector.family != "safe-package" && vector.path.find("manifest-in-subfolder") == std::string::npos) continue;
    CAPTURE(vector.id);
    const auto built = vectors::build(*suite, vector);
    REQUIRE(built);
    if (built->content.size() > 64 << 20) continue;  // holes of gigabytes
    const auto path = vectors::write(*built, folder.path());
    REQUIRE(path);
    if (const auto package = open({*path}); package && package->kind() != "document") {
      const Repaired result = repaired({*path});
      repair::Told told{&result.plan, "out.zip", std::nullopt};
      if (result.plan.refusals.empty()) told.written = result.written;
      ++verdicts[std::string(told.verdict())];
      if (vector.verdict == "refused") CHECK(told.verdict() == "refused");
      const auto parsed = json::parse("repair", repair::as_json(told, "en"));
      REQUIRE(parsed);
      for (const SchemaDefect& defect : schema->validate(**parsed))
        FAIL_CHECK(json::pointer(defect.json) << ": " << defect.expected);
      if (result.plan.refusals.empty()) {
        const auto made = open({"out.zip", &result.bytes});
        REQUIRE(made.ok());
        const auto now = remaining(validate(*made, floor_profile()), nullptr);
        const auto before = remaining(result.plan.floor, &result.plan);
        CHECK(now == before);
        if (now != before) {
          for (const auto& row : before) MESSAGE("before: " << row);
          for (const auto& row : now) MESSAGE("now: " << row);
        }
        const Repaired again = repaired({"out.zip", &result.bytes});
        CHECK(again.done().empty());
        CHECK(again.bytes == result.bytes);
      }
    }
    std::error_code ignored;
    std::filesystem::remove_all(*path, ignored);
  }
  CHECK(verdicts["refused"] > 100);
  CHECK(verdicts["repaired"] > 20);
  CHECK(verdicts["nothing-to-do"] > 20);
}
