// Any bytes as a page: refused, or a tree whose places lie inside the text.
#include "html/html.hpp"
#include "text/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  auto decoded = assay::text::decode_declared(bytes, assay::html::declared_encoding(bytes));
  const auto page = assay::html::parse("fuzz.html", std::move(decoded.utf8), {});
  if (!page) return 0;
  for (std::uint32_t i = 0; i < (*page)->nodes.size(); ++i) {
    const auto& node = (*page)->nodes[i];
    if (node.offset > (*page)->bytes.size() || node.end <= i || node.end > (*page)->nodes.size()) __builtin_trap();
    (void)(*page)->lines.position(node.offset);
  }
  if (!(*page)->nodes.empty()) (void)(*page)->text(0).size();
  return 0;
}
