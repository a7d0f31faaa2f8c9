// What every file of this directory needs of Xerces: start-up and UTF-16 ↔ UTF-8. Not included from elsewhere.
#pragma once

#include <string>
#include <string_view>

#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLString.hpp>

namespace assay::xml {

namespace xercesc = XERCES_CPP_NAMESPACE;

/// Initialises Xerces once for the process (its own global state, the only one of the library); never terminated.
void initialise();

/// Appends UTF-16 as UTF-8. Unpaired surrogates, which well-formed XML cannot contain, become U+FFFD.
void append_utf8(std::string& out, const XMLCh* text, std::size_t size);
[[nodiscard]] std::string utf8(const XMLCh* text);
[[nodiscard]] std::u16string utf16(std::string_view utf8);

}  // namespace assay::xml
