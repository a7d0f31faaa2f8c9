// What the rules of strict LOM call an error is exactly what the strict schema refuses: two ways to the same verdict.
#include <doctest/doctest.h>

#include <assay/validate.hpp>

#include "vectors/run.hpp"
#include "xml/parse.hpp"

using namespace assay;

TEST_CASE("strict LOM: rules and schema agree on every vector") {
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite);
  const auto profile = resolve(store, {{"lom-1.0-strict"}, {}});
  REQUIRE(profile.ok());
  const vectors::TemporaryFolder folder;
  std::size_t records = 0, refused = 0;
  for (const auto& vector : suite->vectors()) {
    if (vector.family != "lom") continue;
    CAPTURE(vector.id);
    const auto built = vectors::build(*suite, vector);
    REQUIRE(built.ok());
    if (built->kind != vectors::Built::Kind::document || built->name != "record.xml") continue;
    const auto path = folder.place(*suite, vector, records++);
    REQUIRE(path.ok());
    const auto package = open({*path});
    REQUIRE(package.ok());
    const Report report = validate(*package, *profile);
    const auto schema = xml::parse("record.xml", *built->content.flat(), "lom-1.0-strict", {});
    REQUIRE(schema.validated);
    const bool conforms = report.verdict == Verdict::conforms;
    refused += conforms ? 0 : 1;
    CHECK(conforms == schema.defects.empty());
  }
  CHECK(records > 300);
  CHECK(refused > 60);
}
