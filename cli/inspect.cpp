// assay inspect: the inventory of each input.
#include "inventory/inventory.hpp"
#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {

int run_inspect(Store&, const InspectOptions& options) {
  const auto limits = read_limits(options.input.limits);
  if (!limits) return complain(limits.problem()), exit_of(limits.problem());
  auto inputs = collect_inputs(options.input, *limits);
  if (!inputs) return complain(inputs.problem()), exit_of(inputs.problem());
  if (inputs->size() != 1 && (options.format == "json" || options.format == "xml"))
    return complain("--format " + options.format + " takes one input; use ndjson for several"), usage;
  auto output = Output::open("");
  int worst = ok;
  for (const Input& input : *inputs) {
    auto package = input.problem ? Result<Package>(*input.problem) : open(input.source, *limits);
    std::string text;
    if (!package) {
      worst = graver(worst, exit_of(package.problem()));
      if (options.format == "text" || options.format == "xml") {
        complain(package.problem());
        continue;
      }
      text = inventory_json(input.source.path, package.problem()) + "\n";
    } else {
      if (package->format().id.empty()) worst = graver(worst, unreadable);
      for (const Problem& problem : package->problems()) worst = graver(worst, exit_of(problem));
      text = options.format == "xml" ? inventory_xml(*package) : options.format == "text" ? inventory_text(*package) : inventory_json(*package) + "\n";
    }
    if (!output->write(text)) {
      complain("the inventory cannot be written: " + output->trouble());
      return internal;
    }
  }
  return worst;
}

}  // namespace assay::cli_detail
