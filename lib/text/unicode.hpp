// Unicode facts that rules and look-ups need. Input is valid UTF-8 unless said otherwise.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace assay::text {

[[nodiscard]] bool is_ascii(std::string_view);
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
[[nodiscard]] std::uint64_t count_code_points(std::string_view);
/// The next code point; `at` moves behind it, never beyond the end. Inline: readers call it for every character.
[[nodiscard]] inline std::uint32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(utf8[at++]);
  if (lead < 0x80) return lead;
  const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  std::uint32_t c = lead & (0x3Fu >> more);
  for (int k = 0; k < more && at < utf8.size(); ++k) c = c << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3Fu);
  return c;
}
[[nodiscard]] std::string nfc(std::string_view);
/// Key for look-ups that ignore letter case and normalization form: NFC of the full case folding of the NFC.
/// ASCII input takes no ICU call.
[[nodiscard]] std::string folded(std::string_view);
/// xs:NCName of XML 1.0 (5th edition is what Xerces and libxml2 apply to xs:ID).
[[nodiscard]] bool is_ncname(std::string_view);
/// The nearest such name, for proposals: "1 course {A}" gives "id-1-course-A". Empty when nothing is left.
[[nodiscard]] std::string as_ncname(std::string_view);
/// The first character that cannot stand where it stands in such a name; empty when there is none.
[[nodiscard]] std::string_view wrong_in_ncname(std::string_view);
/// XML white space collapsed as xs:token does.
[[nodiscard]] std::string collapsed(std::string_view);

/// Percent-decoding. Returns false when a "%" is not followed by two hexadecimal digits (the rest is still decoded).
bool percent_decode(std::string_view, std::string& decoded);
/// The same for bytes, whatever they mean.
bool percent_undone(std::string_view, std::string& decoded);

/// At most so many bytes of the text, cut between code points, with "…" behind when something is missing.
[[nodiscard]] std::string beginning(std::string_view, std::size_t most_bytes);

/// What the text looks like to an eye: letters that resemble Latin ones become these, invisible characters vanish, case
/// is folded. Two texts with the same skeleton are hard to tell apart.
[[nodiscard]] std::string skeleton(std::string_view);
/// At the start of a text: a line end for JavaScript, a code for terminals (C1), or a character that turns the
/// direction of what follows. Legal in JSON and XML, and a trap for whoever shows it. 0 when none is there.
[[nodiscard]] std::uint32_t hidden_character(std::string_view text);

/// For people: control characters, bidi controls, unpaired bytes (input may be invalid UTF-8) become \xNN or \u{NNNN}.
[[nodiscard]] std::string visible(std::string_view);

/// Damerau-Levenshtein distance, giving up (returning limit + 1) when it exceeds the limit. Linear in the limit.
[[nodiscard]] std::uint32_t distance(std::string_view a, std::string_view b, std::uint32_t limit);
/// Indices of the candidates nearest to `wanted` (case-folded distance, then order given), at most `most`,
/// only those near enough to be a likely slip.
[[nodiscard]] std::string nearest(std::string_view wanted, std::span<const std::string_view> candidates,
                                  std::uint32_t most);

}  // namespace assay::text
