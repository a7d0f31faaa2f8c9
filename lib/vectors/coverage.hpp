// Which rule and which vector stand behind a requirement row: spec/COVERAGE.md, and what the traceability test asks.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "vectors/vector.hpp"

namespace assay::vectors {

/// What a family promises and what stands behind it.
struct TracedRow {
  std::string id, level, testable, statement, source;  // source: what xref names
  std::size_t versions = 0;
  std::set<std::string> rules;
  std::set<std::string> failing, passing;  // ids of vectors
  std::string gap;                         // reason, when gaps.json has one
};
struct TracedRule {
  std::set<std::string> rows;  // as cited: "R-031"
  std::string kind;            // "native" or the declarative kind
  std::string message, fix;
  std::set<std::string> failing, passing;
};
struct TracedFamily {
  std::string id, title;
  std::map<std::string, TracedRow> rows;
  std::map<std::string, TracedRule> rules;
  std::map<std::string, std::string> gaps;  // row → reason
};
Result<std::vector<TracedFamily>> trace(const Store&, const Suite&);

Result<std::string> coverage_markdown(const Store&);

}  // namespace assay::vectors
