// Trees for XPath, made once per package on first use.
#pragma once

#include <cstdint>
#include <string_view>

#include <assay/package.hpp>

#include "xpath/xpath.hpp"

namespace assay {

/// The budgets the package was opened with.
[[nodiscard]] const Limits& limits_of(const Package&);

/// The document of that role, or with role "inventory" everything the rules may see. Null when there is none.
[[nodiscard]] const xpath::Tree* xpath_tree(const Package&, std::string_view role, std::uint32_t index);

}  // namespace assay
