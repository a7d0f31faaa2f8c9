#include "report/fingerprint.hpp"

#include <algorithm>
#include <iterator>

#include "text/digest.hpp"

namespace assay::report {
namespace {

// Arguments that help the reader and change when something else in the package does; what is wrong is in the others.
bool advises(std::string_view argument) {
  constexpr std::string_view names[] = {"advice", "allowed", "count", "examples", "expected", "explanation",
                                        "known",  "length",  "near",  "others",   "total"};
  return argument.ends_with("line") || std::find(std::begin(names), std::end(names), argument) != std::end(names);
}

}  // namespace

std::string fingerprint(std::string_view rule, const Finding& finding, std::string_view stable_path) {
  std::string text(rule);
  const auto add = [&text](std::string_view part) { text.append(1, '\x1f').append(part); };
  add(finding.cause);
  add(finding.location.file);
  add(stable_path);
  for (const auto& [name, value] : finding.arguments) {
    if (advises(name)) continue;
    add(name);
    add(value);
  }
  return text::sha256_hex(text).substr(0, 16);
}

}  // namespace assay::report
