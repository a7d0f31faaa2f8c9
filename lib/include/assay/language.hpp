// Language tags, where they stand, and what the text says.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <assay/pages.hpp>

namespace assay {

/// What the dated copy of the registry says of a tag (BCP 47). Letter case never matters.
struct TagVerdict {
  enum class Kind : std::uint8_t { good, malformed, unknown, deprecated } kind{};
  std::string_view part;       // the subtag in question
  std::string_view preferred;  // instead of a deprecated one; may be empty
};
[[nodiscard]] TagVerdict judge_tag(const Package&, std::string_view tag);
/// "zh" of "zh-Hant-TW", in lower case, without regard to extlangs.
[[nodiscard]] std::string_view primary_of(std::string_view tag);
/// The tag has this subtag, in any letter case.
[[nodiscard]] bool has_subtag(std::string_view tag, std::string_view lower_case);
/// Nothing is said: empty, und, zxx, x-none, mul.
[[nodiscard]] bool says_nothing(std::string_view tag);

/// One tag and its first place.
struct TagUse {
  enum class Where : std::uint8_t { page, metadata } where{};
  std::string_view tag;
  Place place;
  std::uint32_t count = 0;
};
[[nodiscard]] std::span<const TagUse> language_tags(const Package&);

/// A title or identifier that catalogues and systems compare.
struct Naming {
  enum class Kind : std::uint8_t { title, identifier } kind{};
  Place place;
  std::string_view text;
};
[[nodiscard]] std::span<const Naming> namings(const Package&);

/// A date or duration in metadata.
struct Dating {
  Place place;
  std::string_view text;
  bool duration = false;
};
[[nodiscard]] std::span<const Dating> datings(const Package&);

/// The code is in that dated table below schemas/acs-data-1/ ("countries", "isced-2011", "isced-f-2013").
[[nodiscard]] bool code_listed(std::string_view table, std::string_view code);
/// Codes of the table that may be meant: "0511, 0512"; empty when nothing is near.
[[nodiscard]] std::string_view nearest_codes(const Package&, std::string_view table, std::string_view code);
/// "2026-11-23"
[[nodiscard]] std::string_view date_of_table(std::string_view table);

/// A code of the International Standard Classification of Education in the metadata of the course: a level (2011), or
/// a field (2013). The last part of an address that ends in one is the code.
struct IscedCode {
  bool field = false;
  std::string_view code;
  Place place;
};
[[nodiscard]] std::span<const IscedCode> isced_codes(const Package&);

/// A language that the course has a title in, as far as its metadata says: that of the title, else of the record.
[[nodiscard]] std::span<const std::string_view> title_languages(const Package&);

/// Where the metadata of a course is missing: its declaration, else its manifest; the package when it has neither.
[[nodiscard]] Place place_of_course(const Package&);

/// A licence that the metadata of the course names. Elsewhere it is a text about rights.
struct LicenceUse {
  enum class Where : std::uint8_t { declaration, h5p, vocabulary, text } where{};  // vocabulary: Dublin Core, LRMI
  std::string_view text;
  Place place;
};
[[nodiscard]] std::span<const LicenceUse> licences(const Package&);

/// The language that a text is in, as far as its letters and commonest words tell; empty when they do not.
struct Guess {
  std::string_view tag;           // "th", "zh-Hans", "vi", "id", …
  double share = 0;               // of the letters
  Script script = Script::latin;  // that several languages share, when the tag is empty and the share is not 0
};
[[nodiscard]] Guess guess_language(const LetterCounts&);
/// There are letters enough to tell something of.
[[nodiscard]] bool has_enough_text(const LetterCounts&);
/// There is enough of the text, and its letters tell something.
[[nodiscard]] bool can_be_told(const LetterCounts&);
/// The language that a text is in when it cannot be that of the tag: "th", or several (ru", "mn); empty when it can.
[[nodiscard]] std::string_view other_language(std::string_view tag, const LetterCounts&);
/// A text in this language would be written in this script.
[[nodiscard]] bool fits(std::string_view tag, const LetterCounts&);

}  // namespace assay
