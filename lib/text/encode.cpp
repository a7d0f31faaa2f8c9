#include "text/encode.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace assay::text {
namespace {

constexpr std::size_t most = 64u << 20;  // ICU counts the bytes of its result in 31 bits

}  // namespace

std::optional<std::string> encode(const std::string& utf8, const std::string& charset) {
  if (utf8.size() > most) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(
      static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(text.length(), ucnv_getMaxCharSize(converter))) + 16,
      '\0');
  const int32_t size = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()), text.getBuffer(),
                                       text.length(), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace assay::text
