#include "text/decode.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "text/unicode.hpp"

namespace assay::text {
namespace {

constexpr std::size_t most_undecodable = 100;

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

// The encoding pseudo-attribute of an XML declaration; `step` bytes a character, the low one at `low`.
std::string declared_encoding(std::string_view bytes, std::size_t step, std::size_t low) {
  std::string head;
  for (std::size_t i = low; i < std::min<std::size_t>(bytes.size(), 512 * step); i += step) head.push_back(bytes[i]);
  if (!head.starts_with("<?xml")) return {};
  head.resize(std::min(head.find("?>"), head.size()));
  const std::size_t at = head.find("encoding");
  if (at == std::string::npos) return {};
  const std::size_t quote = head.find_first_of("\"'", at);
  if (quote == std::string::npos) return {};
  const std::size_t end = head.find(head[quote], quote + 1);
  return end == std::string::npos ? std::string() : head.substr(quote + 1, end - quote - 1);
}

void note(Decoded& out, std::uint64_t source, std::string_view bytes) {
  ++out.undecodable_total;
  if (out.undecodable.size() < most_undecodable)
    out.undecodable.push_back({source, out.utf8.size(), std::string(bytes.substr(0, 8))});
  out.utf8 += "\xEF\xBF\xBD";
}

// Takes the bytes behind the first `base`. A large document is kept, not copied, when it is valid.
void from_utf8(std::string whole, std::uint64_t base, Decoded& out) {
  const std::string_view bytes = std::string_view(whole).substr(base);
  if (is_valid_utf8(bytes)) {
    whole.erase(0, base);
    out.utf8 = std::move(whole);
    return;
  }
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) < 0x80) ++end;
    out.utf8.append(bytes.substr(at, end - at));
    at = end;
    if (at >= bytes.size()) break;
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length > 1 && at + length <= bytes.size() && is_valid_utf8(bytes.substr(at, length))) {
      out.utf8.append(bytes.substr(at, length));
      at += length;
    } else {
      note(out, base + at, bytes.substr(at, 1));
      ++at;
    }
  }
}

struct Converter {
  explicit Converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    handle = ucnv_open(name, &status);
    if (U_FAILURE(status)) {
      handle = nullptr;
      return;
    }
    ucnv_setToUCallBack(handle, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Converter() {
    if (handle) ucnv_close(handle);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  UConverter* handle = nullptr;
};

// Decodes with an ICU converter that stops at what it cannot read; each such sequence is noted and skipped.
void from_charset(UConverter* converter, std::string_view bytes, std::uint64_t base, Decoded& out) {
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> buffer{};
  icu::UnicodeString chunk;
  bool half = false;  // the first half of a character was the last that had room
  for (bool more = true; more;) {
    UChar* target = buffer.data() + (half ? 1 : 0);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, buffer.data() + buffer.size(), &source, end, nullptr, true, &status);
    half = status == U_BUFFER_OVERFLOW_ERROR && target[-1] >= 0xD800 && target[-1] <= 0xDBFF;
    chunk.setTo(false, buffer.data(), static_cast<int32_t>(target - buffer.data()) - (half ? 1 : 0));
    chunk.toUTF8String(out.utf8);
    if (half) buffer[0] = target[-1];
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    more = U_FAILURE(status) && source < end;
    if (U_FAILURE(status)) {
      char invalid[32];
      int8_t size = sizeof invalid;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, invalid, &size, &ignored);
      const auto offset = static_cast<std::uint64_t>(source - bytes.data());
      const auto length = static_cast<std::uint64_t>(std::max<int>(size, 0));
      note(out, base + (offset >= length ? offset - length : 0), {invalid, static_cast<std::size_t>(length)});
    }
  }
}

struct Mark {
  std::string_view bytes;
  const char* name;
};
using namespace std::string_view_literals;
constexpr std::array marks = {Mark{"\xEF\xBB\xBF"sv, "UTF-8"}, Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                              Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
                              Mark{"\xFE\xFF"sv, "UTF-16BE"}};
// First characters without a byte order mark (XML 1.0 appendix F).
constexpr std::array xml_starts = {Mark{"<\0?\0"sv, "UTF-16LE"},  Mark{"\0<\0?"sv, "UTF-16BE"},
                                   Mark{"<\0\0\0"sv, "UTF-32LE"}, Mark{"\0\0\0<"sv, "UTF-32BE"},
                                   Mark{"<\0"sv, "UTF-16LE"},     Mark{"\0<"sv, "UTF-16BE"}};
constexpr std::array json_starts = {Mark{"{\0"sv, "UTF-16LE"}, Mark{"\0{"sv, "UTF-16BE"}, Mark{"[\0"sv, "UTF-16LE"},
                                    Mark{"\0["sv, "UTF-16BE"}};

template <std::size_t N>
const Mark* starts(std::string_view bytes, const std::array<Mark, N>& table) {
  for (const Mark& mark : table)
    if (bytes.starts_with(mark.bytes)) return &mark;
  return nullptr;
}

// What people write for what they mean: ICU reads "GB2312" strictly, but files so labelled are GBK in practice, and
// GB18030 contains both.
std::string charset_for(const std::string& declared) {
  const std::string name = upper(declared);
  if (name == "GB2312" || name == "GBK" || name == "GB_2312-80" || name == "CP936" || name == "EUC-CN")
    return "GB18030";
  if (name == "TIS-620" || name == "ISO-8859-11" || name == "WINDOWS-874") return "windows-874-2000";
  return declared;
}

// Encodings in which the bytes of "<" mean something else, or other bytes mean "<": markup could hide in them from
// every filter in front of a reader. UTF-7 and its like are refused by name, EBCDIC because the declaration itself,
// which was just read as ASCII, would then say something else.
bool hides_markup(const std::string& name, UConverter* converter) {
  for (std::string_view kind : {"UTF-7", "UTF7", "UNICODE-1-1-UTF-7", "IMAP", "SCSU", "BOCU", "HZ", "CESU"})
    if (name.starts_with(kind)) return true;
  UErrorCode status = U_ZERO_ERROR;
  std::array<UChar, 8> out{};
  const int32_t length = ucnv_toUChars(converter, out.data(), static_cast<int32_t>(out.size()), "<?xml", 5, &status);
  ucnv_reset(converter);
  return U_FAILURE(status) || icu::UnicodeString(out.data(), length) != icu::UnicodeString("<?xml");
}

Decoded decode(std::string bytes, const Mark* start, std::string declared) {
  Decoded out;
  out.declared = std::move(declared);
  std::string_view rest = bytes;
  std::string charset = start ? start->name : "";
  if (const Mark* mark = starts(rest, marks)) {
    out.bom = true;
    charset = mark->name;
    rest.remove_prefix(mark->bytes.size());
    const std::string name = upper(out.declared);
    out.contradiction = !name.empty() && name != upper(charset) &&
                        !(charset.starts_with("UTF-16") && name == "UTF-16") &&
                        !(charset.starts_with("UTF-32") && name == "UTF-32");
  } else if (charset.empty() && !out.declared.empty()) {
    charset = charset_for(out.declared);
    // A declaration that could be read byte by byte is not in a two-byte encoding, whatever it says.
    if (upper(charset).starts_with("UTF-16") || upper(charset).starts_with("UTF-32") ||
        upper(charset).starts_with("UCS-")) {
      out.contradiction = true;
      charset = "UTF-8";
    }
  }
  const auto base = static_cast<std::uint64_t>(bytes.size() - rest.size());
  const std::string name = upper(charset);
  if (name.empty() || name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII") {
    out.encoding = "UTF-8";
    from_utf8(std::move(bytes), base, out);
    return out;
  }
  Converter converter(charset.c_str());
  if (!converter.handle || (!out.bom && !start && hides_markup(name, converter.handle))) {
    out.unknown_encoding = true;
    out.encoding = "UTF-8";
    from_utf8(std::move(bytes), base, out);
    return out;
  }
  out.encoding = out.bom || start ? charset : out.declared;
  out.utf8.reserve(rest.size());
  from_charset(converter.handle, rest, base, out);
  return out;
}

}  // namespace

Decoded decode_xml(std::string bytes) {
  const Mark* start = starts(bytes, xml_starts);
  const std::string_view name = start ? start->name : "";
  const bool mark16le = bytes.starts_with("\xFF\xFE"), mark16be = bytes.starts_with("\xFE\xFF");
  std::string declared;
  if (mark16le || mark16be)
    declared = declared_encoding(std::string_view(bytes).substr(2), 2, mark16be ? 1 : 0);
  else if (name == "UTF-16LE" || name == "UTF-16BE")
    declared = declared_encoding(bytes, 2, name == "UTF-16BE" ? 1 : 0);
  else
    declared = declared_encoding(std::string_view(bytes).substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0), 1, 0);
  return decode(std::move(bytes), start, std::move(declared));
}

Decoded decode_json(std::string bytes) {
  const Mark* start = starts(bytes, json_starts);
  return decode(std::move(bytes), start, {});
}

Decoded decode_declared(std::string bytes, std::string declared) {
  return decode(std::move(bytes), nullptr, std::move(declared));
}

bool decode_strict(std::string_view bytes, const char* charset, std::string& utf8) {
  const Converter converter(charset);
  if (!converter.handle) return false;
  Decoded out;
  from_charset(converter.handle, bytes, 0, out);
  utf8 = std::move(out.utf8);
  return out.undecodable_total == 0;
}

}  // namespace assay::text
