#pragma once

#include <string>

#include <assay/store.hpp>

namespace assay::vectors {

/// spec/COVERAGE.md: every row of every family with its rules and vectors, and the gaps.
Result<std::string> coverage_markdown(const Store&);

}  // namespace assay::vectors
