// Any bytes as waivers and as an earlier report: a problem with a place, or something that can be applied.
#include <assay/baseline.hpp>
#include <assay/waivers.hpp>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const auto waivers = assay::Waivers::parse("fuzz.json", bytes, "2026-03-01")) (void)waivers->notes();
  if (const auto baseline = assay::Baseline::parse("fuzz.json", bytes)) {
    assay::Report report;
    report.input_path = "course.zip";
    baseline->compare(report, true);
    (void)baseline->notes();
  }
  return 0;
}
