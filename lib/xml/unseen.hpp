// What a lax wildcard lets through: names of known standards that their schema does not declare. The document is valid
// all the same, so these are no schema defects; rules may claim them ("undeclared-element:lax", …), catch-alls do not.
#pragma once

#include <vector>

#include <assay/rule.hpp>
#include <xercesc/framework/XMLGrammarPool.hpp>

#include "xml/diagnose.hpp"
#include "xml/document.hpp"

namespace assay::xml {

/// Those that are not among `defects` already, in document order.
[[nodiscard]] std::vector<SchemaDefect> unseen_names(XmlDocument&, xercesc::XMLGrammarPool&, const Declarations&,
                                                     const std::vector<SchemaDefect>& defects);

}  // namespace assay::xml
