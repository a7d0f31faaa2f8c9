// The project's own vectors: built the same each time, their reports fit the schema and can be said in another
// language. (assay vectors run, mutate and coverage are tests of their own.)
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include <assay/messages.hpp>
#include <assay/profile.hpp>
#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "embedded.hpp"
#include "json/schema.hpp"
#include "known_words.hpp"
#include "messages/phrases.hpp"
#include "page_trouble.hpp"
#include "vectors/run.hpp"

using namespace assay;
using namespace assay::vectors;

namespace {

// Looked at in one language: the gate over the catalogues sees that the others have the same texts.
std::string untranslated(const Report& report) {
  constexpr std::string_view language = "th";
  std::string left;
  const auto look = [&](std::string_view where, std::string_view english) {
    const std::string own = in_language(language, english);
    if (const std::string words = english_left(own); !words.empty()) left += std::string(where) + ": " + words + "\n";
  };
  for (const Finding& finding : report.findings)
    for (const auto& [name, value] : finding.arguments) {
      const std::string where = report.profile->rules[finding.rule].id + " {" + name + "}";
      if (messages::holds_words(name) ? name != "cause" : messages::worded(name, value).has_value())
        look(where, value);
      else if (in_language(language, value) != value)
        left += where + " holds words by its value, not by its name: " + value + "\n";
    }
  for (const Problem& problem : report.problems) {
    look(problem.code, problem.message);
    look(problem.code, problem.advice);
  }
  return left;
}

std::string rendered(std::string_view format, const Report& report, const std::string& language) {
  std::string text;
  for (const RendererInfo& each : renderer_table()) {
    if (each.id != format) continue;
    const auto writer = each.make({.language = language}, [&](std::string_view part) {
      text += part;
      return true;
    });
    CHECK(writer->begin());
    CHECK(writer->add(report));
    CHECK(writer->end({}));
  }
  return text;
}

}  // namespace

TEST_CASE("building is reproducible") {
  const auto suite = Suite::load(Store(), "");
  REQUIRE(suite.ok());
  for (const Vector& vector : suite->vectors()) {
    const auto once = build(*suite, vector), twice = build(*suite, vector);
    CAPTURE(vector.id);
    REQUIRE(once.ok());
    REQUIRE(twice.ok());
    CHECK(once->content.crc() == twice->content.crc());
  }
}

TEST_CASE("the report of every vector fits its schema, and all of it can be said in another language") {
  const std::string_view bytes = embedded_file("schemas/assay-report-1/report.schema.json");
  REQUIRE(bytes.data());
  const auto schema_document = json::parse("report.schema.json", std::string(bytes));
  REQUIRE(schema_document.ok());
  const auto schema = json::Schema::compile(**schema_document);
  REQUIRE(schema.ok());
  const Store store;
  const auto suite = Suite::load(store, "");
  REQUIRE(suite.ok());
  const TemporaryFolder folder;
  std::size_t number = 0;
  std::string paged;
  for (const Vector& vector : suite->vectors()) {
    CAPTURE(vector.id);
    const auto path = folder.place(*suite, vector, ++number);
    if (vector.profile.starts_with("./")) {  // a profile of the vector's own: what is wrong with it
      REQUIRE(path.ok());
      const auto own = resolve(store, {{path->substr(0, path->rfind('/') + 1) + vector.profile}, vector.overlays});
      if (!own) CHECK(unknown_words(own.problem()) == "");
      folder.clear(number);
      continue;
    }
    const auto profile = resolve(store, {{vector.profile}, vector.overlays});
    REQUIRE(path.ok());
    REQUIRE(profile.ok());
    const Source source{*path};
    const auto package = open(source);
    const Report report = package ? validate(*package, *profile) : unreadable_report(source, package.problem());
    CHECK(untranslated(report) == "");
    // Of each rule one page, and all those of overlays: what differs between them is looked at above.
    const std::string rule = vector.name.substr(0, vector.name.rfind('.'));
    if (std::exchange(paged, rule) != rule || !vector.overlays.empty())
      CHECK(page_trouble(rendered("html", report, "th"), "th") == "");
    const std::string text = rendered("json", report, "en");
    const auto document = json::parse("report.json", text);
    REQUIRE(document.ok());
    for (const SchemaDefect& defect : schema->validate(**document))
      FAIL_CHECK(json::pointer(defect.json) << ": " << defect.cause << " " << defect.value);
    folder.clear(number);
  }
}
