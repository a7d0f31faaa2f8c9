// What the scanners share. Each takes the text of one file and tells the sink what it saw, by byte offset.
#pragma once

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "contents/content.hpp"

namespace assay::contents {

constexpr std::size_t npos = std::string_view::npos;

/// Takes what is seen in one file. Per sign and file a bounded number is kept.
class Sink {
 public:
  struct Seen {
    Sign sign;
    std::size_t offset;
    std::string value;
  };
  /// A place in the text of the file.
  void see(Sign sign, std::size_t offset, std::string_view value) {
    if (++counts_[static_cast<std::size_t>(sign)] <= most_a_file)
      seen_.push_back({sign, offset, std::string(value.substr(0, most_value))});
  }
  /// The file as a whole.
  void see(Sign sign, std::string_view value) { see(sign, npos, value); }
  [[nodiscard]] std::vector<Seen>& seen() { return seen_; }
  void clear() {
    seen_.clear();
    counts_.fill(0);
  }

 private:
  static constexpr std::uint32_t most_a_file = 50;
  static constexpr std::size_t most_value = 200;
  std::vector<Seen> seen_;
  std::array<std::uint32_t, sign_count> counts_{};
};

/// What the first bytes of a file say that it is. `words` reads on after "is": "a PNG picture".
struct Nature {
  enum class Group : std::uint8_t { unknown, program, archive, picture, recording, font, document, markup };
  Group group = Group::unknown;
  std::string_view name;  // "png"; empty when unknown
  std::string_view words;
};
[[nodiscard]] Nature nature_of(std::string_view head);

/// The same, as its name says: group unknown for a name that promises nothing.
[[nodiscard]] Nature promised_by(std::string_view name);
/// Lower-case extension without dot; empty when there is none.
[[nodiscard]] std::string extension_of(std::string_view name);
[[nodiscard]] FileClass class_of(std::string_view name, std::string_view head);

void scan_nature(std::string_view name, std::string_view bytes, bool whole, std::uint64_t size, Sink&);
void scan_picture(std::string_view bytes, bool whole, Sink&);
/// Boxes of a film that say more than the file holds.
void scan_film(std::string_view bytes, std::uint64_t size, Sink&);
enum class Markup : std::uint8_t { html, svg, xml };
/// `folders`: how deep the file stands in the package.
void scan_markup(std::string_view text, Markup, std::size_t folders, Sink&);
/// A relative path that climbs above the package root, however it is written.
[[nodiscard]] bool climbs_out(std::string_view path, std::size_t folders);
void scan_prolog(std::string_view text, Sink&);
void scan_script(std::string_view text, std::size_t base, Sink&);
void scan_style(std::string_view text, std::size_t base, Sink&);
void scan_secrets(std::string_view name, std::string_view text, Sink&);
void scan_json(std::string_view text, Sink&);
/// The names that a course needs to reach the learning system of either version; the first place of each.
void scan_scorm_api(std::string_view text, Sink&);

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
inline bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
inline bool digit(char c) { return c >= '0' && c <= '9'; }
inline bool word_character(char c) { return letter(c) || digit(c) || c == '_' || c == '$' || (c & 0x80) != 0; }
[[nodiscard]] inline bool same(std::string_view a, std::string_view lower_case) {
  return a.size() == lower_case.size() &&
         std::equal(a.begin(), a.end(), lower_case.begin(), [](char x, char y) { return lower(x) == y; });
}
[[nodiscard]] inline bool starts(std::string_view a, std::string_view lower_case) {
  return a.size() >= lower_case.size() && same(a.substr(0, lower_case.size()), lower_case);
}
/// First place of `needle` at or behind `from`; memmem is several times faster than string_view::find.
[[nodiscard]] inline std::size_t find(std::string_view text, std::string_view needle, std::size_t from = 0) {
  if (from >= text.size()) return npos;
  const void* at = ::memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return at ? static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) : npos;
}
/// Without letter case; the needle starts with a letter.
[[nodiscard]] std::size_t find_folded(std::string_view text, std::string_view lower_case, std::size_t from = 0);

/// Host of an address that names one ("https://cdn.example.org/x.js", "//cdn.example.org"); empty for any other.
[[nodiscard]] std::string host_of(std::string_view address);
[[nodiscard]] bool insecure(std::string_view address);  // http://
[[nodiscard]] std::string_view trimmed_address(std::string_view);

}  // namespace assay::contents
