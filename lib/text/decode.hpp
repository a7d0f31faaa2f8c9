// A document is decoded once to valid UTF-8; everything after works on that text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>

namespace assay::text {

struct Undecodable {
  std::uint64_t source_offset = 0;  // in the bytes as they came
  std::uint64_t utf8_offset = 0;    // of the U+FFFD that stands for it
  std::string bytes;                // at most 8 of them
};

struct Decoded {
  std::string utf8;      // valid UTF-8 without BOM
  std::string encoding;  // what was used: "UTF-8", "UTF-16LE", "GB18030", "Big5", "TIS-620", …
  std::string declared;  // what the XML declaration says; empty when it says nothing
  bool bom = false;
  bool unknown_encoding = false;         // declared but not known: read as UTF-8
  bool contradiction = false;            // BOM and declaration disagree (the BOM wins)
  std::vector<Undecodable> undecodable;  // at most 100; each replaced by U+FFFD
  std::uint64_t undecodable_total = 0;
};

/// BOM, else the XML declaration, else UTF-8 (UTF-16 without BOM is recognised by its first bytes, as XML 1.0 F says).
[[nodiscard]] Decoded decode_xml(std::string bytes);
/// BOM, else the encoding that somebody found declared, else UTF-8.
[[nodiscard]] Decoded decode_declared(std::string bytes, std::string declared);
/// BOM, else UTF-8 (UTF-16 recognised by zero bytes).
[[nodiscard]] Decoded decode_json(std::string bytes);
/// ICU converter by name, strict; empty optional-like: ok=false when a byte does not decode.
[[nodiscard]] bool decode_strict(std::string_view bytes, const char* charset, std::string& utf8);

}  // namespace assay::text
