// Reading and judging that end early: by a signal, or by the clock.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <string>

#include <assay/content.hpp>
#include <assay/media.hpp>
#include <assay/pages.hpp>
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "json/document.hpp"
#include "report/novelty.hpp"
#include "small_report.hpp"
#include "vectors/zip_writer.hpp"
#include "xml/parse.hpp"

using namespace assay;

TEST_CASE("what was left unread when reading was stopped passes no rule, not even in a later judgement") {
  const Store store;
  const auto profile = resolve(store, {{"acs-base-0.1"}, {}});
  REQUIRE(profile.ok());
  const auto file = [](std::string name, std::string content) {
    return vectors::ZipEntry{.name = std::move(name), .content = vectors::Blob(std::move(content)), .deflate = true};
  };
  const vectors::Blob zip = vectors::write_zip(
      {file(
           "imsmanifest.xml",
           "<manifest identifier='M' xmlns='http://www.imsproject.org/xsd/imscp_rootv1p1p2'><organizations/><resources>"
           "<resource identifier='R' type='webcontent' href='a.html'><file href='a.html'/></resource></resources>"
           "</manifest>"),
       file("a.html", "<html lang='en'><title>A page</title><p>Text</p><img src='b.png' alt='B'></html>"),
       file("film.mp4", std::string(64, 'x'))},
      {});
  std::atomic<bool> wanted{false};
  const auto passed = [&](bool stopped) {
    Limits limits;
    limits.stop = Stop(&wanted);
    wanted = false;
    const auto package = open({"course.zip", zip.flat()}, limits);
    REQUIRE(package.ok());
    wanted = stopped;  // before anybody looked into the files
    CHECK(pages_incomplete(*package) == stopped);
    CHECK(recordings_incomplete(*package) == stopped);
    wanted = false;  // what was read stays what it is
    const Report report = validate(*package, *profile);
    CHECK(report.problems.empty());
    std::set<std::string> found;
    for (std::size_t i = 0; i < report.outcomes.size(); ++i)
      if (const Rule& rule = (*profile)->rules[i];
          report.outcomes[i].outcome == Outcome::passed && rule.needs.find("pages") != std::string::npos)
        found.insert(rule.id);
    return found;
  };
  CHECK(passed(false).size() > 5);
  CHECK(passed(true).empty());
}

TEST_CASE("a judgement that is stopped says so, and is not finished") {
  const Store store;
  const auto profile = resolve(store, {{"scorm-1.2"}, {}});
  REQUIRE(profile.ok());
  const std::string text = "<manifest xmlns='http://www.imsproject.org/xsd/imscp_rootv1p1p2'/>";
  const auto package = open({"imsmanifest.xml", &text});
  REQUIRE(package.ok());
  const std::atomic<bool> wanted{true}, unwanted{false};
  Limits limits;
  for (const bool by_hand : {true, false}) {
    limits.stop = by_hand ? Stop(&wanted, 60) : Stop(&unwanted, 1e-9);
    const std::string code = by_hand ? "interrupted" : "timeout";
    const Report report = validate(*package, *profile, limits);
    CHECK(report.verdict == (by_hand ? Verdict::incomplete : Verdict::refused));
    CHECK(report.findings.empty());
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].code == code);
    for (const RuleOutcome& each : report.outcomes)
      CHECK((each.outcome == Outcome::blocked || each.outcome == Outcome::inapplicable));
    Report compared = report;
    const Report before = validate(*package, *profile);
    std::vector<report::OldFinding> old;
    for (const Finding& finding : before.findings) old.push_back(report::as_old(before, finding));
    REQUIRE(!old.empty());
    report::mark_novelty(compared, old);
    CHECK(compared.gone.empty());
    const std::string json = render("json", {report});
    CHECK(json.find("\"deterministic\":false") != std::string::npos);
    const auto half = open({"imsmanifest.xml", &text}, limits);
    REQUIRE(half.ok());
    CHECK(half->documents().empty());
    CHECK(half->format().id == package->format().id);
    const Report nothing = validate(*half, *profile, limits);
    CHECK(nothing.verdict == report.verdict);
    REQUIRE(nothing.problems.size() == 1);
    CHECK(nothing.problems[0].code == code);
    for (const Report& each : {nothing, validate(*half, *profile)})  // the second asks nobody, and knows no more
      for (const RuleOutcome& outcome : each.outcomes) CHECK(outcome.outcome == Outcome::blocked);
  }
  // A large document is not read to its end.
  std::string large = "<manifest xmlns='http://www.imsproject.org/xsd/imscp_rootv1p1p2'>";
  for (int i = 0; i < 20'000; ++i) large += "<a/>";
  large += "</manifest>";
  limits.stop = Stop(&wanted);
  CHECK(xml::parse("m.xml", large, "", limits).problem.code == "interrupted");
  limits.stop = Stop(&unwanted, 1e-9);
  CHECK(xml::parse("m.xml", large, "", limits).problem.code == "timeout");
  CHECK(json::parse("m.json", "[1, 2]", limits).problem().code == "timeout");
  limits.stop = Stop(&unwanted, 1e300);
  CHECK(xml::parse("m.xml", large, "", limits).well_formed);
  const Report whole = validate(*package, *profile, limits);
  CHECK(whole.problems.empty());
  CHECK(render("json", {whole}).find("deterministic") == std::string::npos);
}
