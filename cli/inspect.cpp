// assay inspect: the inventory of each input, also of those that cannot be opened.
#include "inventory/inventory.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

struct Inspected {
  std::string text;
  int exit = ok;
};

Inspected closed(const Source& source, const Problem& problem, const std::string& format) {
  const std::string text = format == "xml"    ? inventory_xml(source.path, problem)
                           : format == "text" ? inventory_text(source.path, problem, language_of_report(true))
                                              : inventory_json(source.path, problem) + "\n";
  return {text, exit_of(problem)};
}

Inspected inspect(const Input& input, const Limits& limits, const std::string& format) {
  if (input.problem) return closed(input.source, *input.problem, format);
  const auto package = open(input.source, limits);
  if (!package) return closed(input.source, package.problem(), format);
  Inspected inspected;
  if (package->format().id.empty()) inspected.exit = unreadable;
  for (const Problem& problem : package->problems()) inspected.exit = graver(inspected.exit, exit_of(problem));
  inspected.text = format == "xml"    ? inventory_xml(*package)
                   : format == "text" ? inventory_text(*package, language_of_report(true))
                                      : inventory_json(*package) + "\n";
  return inspected;
}

}  // namespace

int run_inspect(Store&, const InspectOptions& options) {
  const auto limits = read_limits(options.input.limits);
  if (!limits) return complain(limits.problem()), exit_of(limits.problem());
  const auto inputs = collect_inputs(options.input, *limits);
  if (!inputs) return complain(inputs.problem()), exit_of(inputs.problem());
  if (inputs->size() != 1 && options.format != "ndjson") {
    if (inputs->empty()) return ok;
    return complain("--format " + options.format + " takes one input; use --format ndjson for several"), usage;
  }
  auto output = Output::open("");
  int worst = ok;
  for (const Input& input : *inputs) {
    const Inspected inspected = inspect(input, *limits, options.format);
    worst = graver(worst, inspected.exit);
    if (output->write(inspected.text)) continue;
    complain("the inventory cannot be written: " + output->trouble());
    return internal;
  }
  return worst;
}

}  // namespace assay::cli_detail
