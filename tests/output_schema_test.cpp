// Every report and inventory of every vector fits the published JSON Schemas.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "embedded.hpp"
#include "inventory/inventory.hpp"
#include "json/schema.hpp"
#include "vectors/run.hpp"

using namespace assay;

namespace {

struct Published {
  explicit Published(const std::string& path) {
    auto parsed = json::parse(path, std::string(embedded_file(path)));
    REQUIRE(parsed);
    text = std::move(*parsed);
    auto compiled = json::Schema::compile(*text);
    REQUIRE(compiled);
    schema.emplace(std::move(*compiled));
  }
  void fits(const std::string& output) const {
    const auto parsed = json::parse("output", output);
    REQUIRE(parsed);
    for (const SchemaDefect& defect : schema->validate(**parsed))
      FAIL_CHECK(json::pointer(defect.json) << ": " << defect.expected);
  }
  std::unique_ptr<JsonDocument> text;
  std::optional<json::Schema> schema;
};

std::string rendered(const Report& report) {
  std::string out;
  const auto renderer = renderer_table()[1].make({}, [&](std::string_view part) { return out += part, true; });
  REQUIRE(renderer->begin());
  REQUIRE(renderer->add(report));
  REQUIRE(renderer->end());
  return out;
}

}  // namespace

TEST_CASE("reports and inventories of all vectors fit their schemas") {
  REQUIRE(renderer_table()[1].id == "json");
  const Published report_schema("schemas/assay-report-1/report.schema.json");
  const Published inventory_schema("schemas/assay-inventory-1/inventory.schema.json");
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite);
  CHECK(suite->vectors().size() >= 180);
  std::map<std::string, std::shared_ptr<const Profile>> profiles;
  const vectors::TemporaryFolder folder;
  for (const auto& vector : suite->vectors()) {
    CAPTURE(vector.id);
    const auto built = vectors::build(*suite, vector);
    REQUIRE(built);
    const auto path = vectors::write(*built, folder.path());
    REQUIRE(path);
    auto& profile = profiles[vector.profile];
    if (!profile) profile = *resolve(store, {{vector.profile}, {}});
    const auto package = open({*path});
    report_schema.fits(rendered(package ? validate(*package, profile) : unreadable_report({*path}, package.problem())));
    inventory_schema.fits(package ? inventory_json(*package) : inventory_json(*path, package.problem()));
    std::error_code ignored;
    std::filesystem::remove_all(*path, ignored);
  }
}
