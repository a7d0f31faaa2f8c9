// A stranger's program: judges one package, and uses libcurl of its own.
#include <cstdio>

#include <curl/curl.h>
#include <assay/store.hpp>
#include <assay/validate.hpp>

int main(int, char** argv) {
  CURL* curl = curl_easy_init();  // null if assay had put its refusing stand-ins in the way
  if (!curl) return std::puts("libcurl was taken away"), 2;
  curl_easy_cleanup(curl);
  const assay::Store store;
  const auto profile = assay::resolve(store, {{"scorm-1.2"}, {}});
  const auto package = assay::open({argv[1]});
  if (!profile || !package) return 3;
  const assay::Report report = assay::validate(*package, *profile);
  std::printf("%s: %zu findings\n", std::string(assay::to_string(report.verdict)).c_str(), report.findings.size());
  return report.verdict == assay::Verdict::conforms ? 0 : 1;
}
