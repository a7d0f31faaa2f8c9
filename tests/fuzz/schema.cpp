// Any bytes as a document under the report's own JSON Schema, and as a schema for a small document.
#include "json/schema.hpp"
#include "embedded.hpp"

namespace {

std::unique_ptr<assay::JsonDocument> read(std::string text) {
  auto parsed = assay::json::parse("fuzz.json", std::move(text));
  return parsed ? std::move(*parsed) : nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using assay::json::Schema;
  static const auto source = read(std::string(assay::embedded_file("schemas/assay-report-1/report.schema.json")));
  static const auto schema = Schema::compile(*source);
  static const auto small =
      read(R"({"schema":"x","n":[1,2.5,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",null,true,{"a":{"b":[]}}]})");
  const auto parsed = read(std::string(reinterpret_cast<const char*>(data), size));
  if (!parsed) return 0;
  for (const auto& defect : schema->validate(*parsed)) (void)assay::json::pointer(defect.json).size();
  if (const auto made = Schema::compile(*parsed))
    for (const auto& defect : made->validate(*small)) (void)assay::json::pointer(defect.json).size();
  return 0;
}
