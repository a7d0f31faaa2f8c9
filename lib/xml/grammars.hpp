// Schema sets (schemas/sets.json) as locked Xerces grammar pools: compiled at build time, serialised, deflated,
// embedded as "pools/<set>", loaded on first use. A pool is immutable and shared by all threads.
#pragma once

#include <string>
#include <string_view>

#include <xercesc/framework/XMLGrammarPool.hpp>

#include "xml/parse.hpp"
#include "xml/xerces.hpp"

namespace assay::xml {

/// Null when there is no such set.
[[nodiscard]] xercesc::XMLGrammarPool* grammar_pool(std::string_view set);

/// parse() with a pool in hand; null: no schema. For the build's probes too.
[[nodiscard]] Parsed parse_with(std::string file, std::string utf8, xercesc::XMLGrammarPool*, const Limits&);

/// For the build: bytes of a pool file, and a pool from such bytes (null when they are not of this Xerces).
[[nodiscard]] std::string serialise_pool(xercesc::XMLGrammarPool&);
[[nodiscard]] xercesc::XMLGrammarPool* load_pool(std::string_view bytes);

}  // namespace assay::xml
