// The inventory of every vector fits the published JSON Schema (reports: vectors_test.cpp).
#include <doctest/doctest.h>

#include <filesystem>

#include "embedded.hpp"
#include "inventory/inventory.hpp"
#include "json/schema.hpp"
#include "vectors/run.hpp"

using namespace assay;

TEST_CASE("inventories of all vectors fit their schema") {
  const std::string name = "schemas/assay-inventory-1/inventory.schema.json";
  const auto text = json::parse(name, std::string(embedded_file(name)));
  REQUIRE(text);
  const auto schema = json::Schema::compile(**text);
  REQUIRE(schema);
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite);
  CHECK(suite->vectors().size() >= 180);
  const vectors::TemporaryFolder folder;
  for (const auto& vector : suite->vectors()) {
    CAPTURE(vector.id);
    const auto built = vectors::build(*suite, vector);
    REQUIRE(built);
    const auto path = vectors::write(*built, folder.path());
    REQUIRE(path);
    const auto package = open({*path});
    const auto parsed =
        json::parse("inventory", package ? inventory_json(*package) : inventory_json(*path, package.problem()));
    REQUIRE(parsed);
    for (const SchemaDefect& defect : schema->validate(**parsed))
      FAIL_CHECK(json::pointer(defect.json) << ": " << defect.expected);
    std::error_code ignored;
    std::filesystem::remove_all(*path, ignored);
  }
}
