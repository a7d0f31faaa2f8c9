// What a page says of itself in its head.
#pragma once

#include <string_view>

#include <assay/rule.hpp>

namespace assay::pages_detail {

/// <meta name="DC.title" content="…">
struct PageTerm {
  std::string_view name, value, language;
  Place place;
};

}  // namespace assay::pages_detail
