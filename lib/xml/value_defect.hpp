// One value against one simple type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <xercesc/validators/datatype/DatatypeValidator.hpp>

#include "xml/xerces.hpp"

namespace assay::xml {

struct ValueDefect {
  std::string_view cause;  // "bad-value:<facet>"
  std::string expected;    // in words: "at most 200 characters", "true or false"
};
[[nodiscard]] std::optional<ValueDefect> value_defect(xercesc::DatatypeValidator&, std::string_view value);

}  // namespace assay::xml
