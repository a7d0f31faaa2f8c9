#include "report/fingerprint.hpp"

#include "text/digest.hpp"

namespace assay::report {

std::string fingerprint(std::string_view rule, const Finding& finding, std::string_view stable_path) {
  std::string text(rule);
  const auto add = [&text](std::string_view part) { text.append(1, '\x1f').append(part); };
  add(finding.cause);
  add(finding.location.file);
  add(stable_path);
  for (const auto& [name, value] : finding.arguments) {
    if (name.ends_with("line")) continue;  // a line number shifts
    add(name);
    add(value);
  }
  return text::sha256_hex(text).substr(0, 16);
}

}  // namespace assay::report
