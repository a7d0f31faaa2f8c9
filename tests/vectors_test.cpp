// The project's own vectors: all pass through the line protocol, and all reports fit their schema.
// (assay vectors mutate and assay vectors coverage are tests of their own.)
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include <assay/profile.hpp>
#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "embedded.hpp"
#include "json/schema.hpp"
#include "vectors/run.hpp"

using namespace assay;
using namespace assay::vectors;

namespace {

// The program under test: named by the environment, else beside this one.
std::string program() {
  if (const char* named = std::getenv("ASSAY_PROGRAM")) return named;
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "assay";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("every vector passes, judged through the line protocol") {
  const auto suite = Suite::load(Store(), "");
  REQUIRE(suite.ok());
  const auto outcomes = run(*suite, {{}, "'" + program() + "' vectors serve", 2});
  REQUIRE(outcomes.ok());
  CHECK(outcomes->vectors > 0);
  for (const auto& [id, differences] : outcomes->failures) FAIL_CHECK(id << "\n" << joined(differences));
}

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

TEST_CASE("the JSON report of every vector fits its schema") {
  const std::string_view bytes = embedded_file("schemas/assay-report-1/report.schema.json");
  REQUIRE(bytes.data());
  const auto schema_document = json::parse("report.schema.json", std::string(bytes));
  REQUIRE(schema_document.ok());
  const auto schema = json::Schema::compile(**schema_document);
  REQUIRE(schema.ok());
  const RendererInfo* renderer = nullptr;
  for (const RendererInfo& each : renderer_table())
    if (each.id == "json") renderer = &each;
  REQUIRE(renderer);
  const Store store;
  const auto suite = Suite::load(store, "");
  REQUIRE(suite.ok());
  const TemporaryFolder folder;
  std::size_t number = 0;
  for (const Vector& vector : suite->vectors()) {
    CAPTURE(vector.id);
    if (vector.profile.starts_with("./")) continue;  // a profile of the vector's own
    const auto path = folder.place(*suite, vector, ++number);
    const auto profile = resolve(store, {{vector.profile}, vector.overlays});
    REQUIRE(path.ok());
    REQUIRE(profile.ok());
    const Source source{*path};
    const auto package = open(source);
    const Report report = package ? validate(*package, *profile) : unreadable_report(source, package.problem());
    std::string text;
    const auto writer = renderer->make({}, [&](std::string_view part) {
      text += part;
      return true;
    });
    CHECK(writer->begin());
    CHECK(writer->add(report));
    CHECK(writer->end({}));
    const auto document = json::parse("report.json", text);
    REQUIRE(document.ok());
    for (const SchemaDefect& defect : schema->validate(**document))
      FAIL_CHECK(json::pointer(defect.json) << ": " << defect.cause << " " << defect.value);
    folder.clear(number);
  }
}
