// Any bytes as text: decoded in every way there is; what comes out is UTF-8, positions are inside it.
#include <cstdlib>

#include "text/decode.hpp"
#include "text/lines.hpp"
#include "text/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& decoded : {assay::text::decode_xml(bytes), assay::text::decode_json(bytes)}) {
    if (!assay::text::is_valid_utf8(decoded.utf8)) std::abort();
    const assay::text::LineIndex lines(decoded.utf8);
    for (const auto& row : decoded.undecodable) (void)lines.position(row.utf8_offset);
  }
  const std::string_view head = std::string_view(bytes).substr(0, 4'096);
  if (!assay::text::is_valid_utf8(assay::text::visible(head))) std::abort();
  if (assay::text::is_valid_utf8(head)) {
    (void)assay::text::folded(head).size();
    (void)assay::text::skeleton(head).size();
    (void)assay::text::is_ncname(head);
    (void)assay::text::distance(head, "imsmanifest.xml", 3);
  }
  std::string decoded;
  (void)assay::text::percent_decode(head, decoded);
  return 0;
}
