// Names of zip entries whose encoding nobody declared: all of a package's names vote, because one tool wrote them all.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace assay::text {

/// What the package says elsewhere about the names to be expected.
struct NameHints {
  std::set<std::string> languages;        // "zh", "zh-hant", "th": primary tags, lower case, with the script of Chinese
  std::unordered_set<std::string> steps;  // NFC of folder and file names with other letters than ASCII, as referred to
};
/// Reads hints from the text of a manifest, well-formed or not: its language tags, the scripts that it is written in,
/// and every value that could be a reference.
[[nodiscard]] NameHints read_name_hints(std::string_view manifest);

struct NameVote {
  std::string_view charset;  // "gb18030", "big5", "shift_jis", "windows-874", …; empty when nothing decodes the names
  double confidence = 0;     // 0.5 to 1
  std::uint32_t matched = 0;  // names that references of the manifest spell in this charset, and in no other
};
/// Judges names that are not UTF-8. Never fails: what decodes nowhere decides nothing.
[[nodiscard]] NameVote vote_on_names(std::span<const std::string_view> raw_names, const NameHints&);
/// A name in a charset of the vote, in NFC; false when it has bytes that the charset has not.
[[nodiscard]] bool decode_name(std::string_view raw, std::string_view charset, std::string& utf8);

/// Letters that running text and course titles use most, by language. (lib/text/frequent.cpp)
enum class Frequent : std::uint8_t { simplified, traditional, japanese, korean };
[[nodiscard]] bool is_frequent(Frequent, char32_t);

}  // namespace assay::text
