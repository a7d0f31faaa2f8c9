#pragma once

#include <cstdint>
#include <string>

namespace assay::xml {

/// Overwrites a document type declaration with white space (line breaks kept), so that no parser ever reads it and all
/// offsets stay. Returns false when there is none.
bool blank_doctype(std::string& text, std::uint32_t& offset);

}  // namespace assay::xml
