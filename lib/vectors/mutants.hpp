// Small changes of declarative rules: each makes a rule that is a little wrong.
#pragma once

#include <string>
#include <vector>

#include "json/document.hpp"

namespace assay::vectors {

struct Mutant {
  std::string rule;
  std::string change;      // "max raised by one"
  std::string rules_json;  // the whole file with the change
};

/// All mutants of a rules.json; only of rules whose id contains the filter.
[[nodiscard]] std::vector<Mutant> mutants_of(const JsonDocument& rules, const std::string& filter);

}  // namespace assay::vectors
