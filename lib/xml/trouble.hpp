// What is wrong with a text that is not well-formed, in words for people.
#pragma once

#include <cstdint>
#include <string>

#include <assay/package.hpp>

#include "xml/document.hpp"

namespace assay::xml {

/// A fatal error as Xerces tells it: XMLErrs code, line, column in UTF-16 units, and the element that was open.
struct Trouble {
  unsigned code = 0;
  std::uint32_t line = 0, column = 0;
  std::string open_element;
  std::uint32_t open_offset = 0;
  std::string message;
};

[[nodiscard]] Problem explain(const Trouble&, const XmlDocument&);

/// A budget that was hit; thrown while reading.
struct BudgetHit {
  std::uint64_t Limits::*limit;
  const char* what;  // as over_limit takes it
  std::uint64_t offset;
};
[[nodiscard]] Problem explain(const BudgetHit&, const XmlDocument&, const Limits&);

}  // namespace assay::xml
