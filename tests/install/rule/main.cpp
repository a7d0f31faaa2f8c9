// A stranger's assay with one rule of his own, in the number of lines that we promise.
#include <assay/cli.hpp>
#include <assay/store.hpp>

static const assay::RuleInfo rules[] = {
    {.id = "imscp.title-in-capitals",
     .requirements = "R-024",
     .needs = "manifest",
     .message = "A title shouts.",
     .fix = "Write it in small letters.",
     .check = [](const assay::Package& package, const assay::Params&, assay::Reporter& report) {
       for (assay::Node title : assay::nodes_named(*assay::manifest(package), "cp:title"))
         if (report.judged(); content(title).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos)
           report.report(title);
     }}};

int main(int argc, char** argv) {
  assay::Store store;
  store.add(rules);
  return assay::cli(argc, argv, store);
}
