// Any text, any language: the defects that it has, within the text.
#include "language/defects.hpp"
#include "language/identity.hpp"
#include "language/scripts.hpp"
#include "text/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  constexpr const char* languages[] = {"", "my", "vi", "th", "zh-Hans", "ms-Arab", "shn"};
  if (size == 0) return 0;
  const char* language = languages[data[0] % 7];
  const auto decoded = assay::text::decode_json({reinterpret_cast<const char*>(data + 1), size - 1});
  assay::LetterCounts counts;
  assay::language::count_letters(decoded.utf8, counts);
  for (const auto& defect : assay::language::examine(decoded.utf8, language))
    if (defect.count == 0) __builtin_trap();
  (void)assay::language::examine_identity(decoded.utf8);
  (void)assay::language::examine_mailbox(decoded.utf8);
  (void)assay::language::examine_font(decoded.utf8);
  return 0;
}
