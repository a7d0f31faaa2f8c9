// Xerces says that an element is defective; this says what is wrong with it and where. An element is examined again
// against its own declaration: attributes, children, character data, values. At most one defect per node, cause and
// attribute.
#pragma once

#include <cstdint>
#include <vector>

#include <assay/rule.hpp>
#include <xercesc/framework/XMLGrammarPool.hpp>
#include <xercesc/validators/schema/SchemaElementDecl.hpp>

#include "xml/document.hpp"
#include "xml/xerces.hpp"

namespace assay::xml {

/// An element that the validator complained about, or that stands next to such a one.
struct Suspect {
  std::uint32_t element = 0;
  bool reused_id = false;  // the validator met one of its ID values before
};

using Declarations = std::vector<const xercesc::SchemaElementDecl*>;  // of each element; null when undeclared

/// `dangling_idrefs`: the validator met IDREF values without an ID somewhere in the document.
[[nodiscard]] std::vector<SchemaDefect> diagnose(XmlDocument&, xercesc::XMLGrammarPool&, const Declarations&,
                                                 std::vector<Suspect>, bool dangling_idrefs);

}  // namespace assay::xml
