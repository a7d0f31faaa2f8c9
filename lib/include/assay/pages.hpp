// What the pages, style sheets, scripts and data files of a package hold, as far as rules ask: one look at each file,
// made when the first rule asks. Views live as long as the Package.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include <assay/rule.hpp>

namespace assay {

enum class Script : std::uint8_t {
  latin,
  han,
  kana,
  hangul,
  thai,
  lao,
  khmer,
  myanmar,
  arabic,
  tamil,
  devanagari,
  cyrillic,
  tibetan,
  yi,
  mongolian,
  other,
  count_  // not a script
};
constexpr auto script_count = static_cast<std::size_t>(Script::count_);

/// Letters of a text, by script.
struct LetterCounts {
  std::uint64_t letters = 0;
  std::array<std::uint64_t, script_count> of{};
  std::uint64_t vietnamese = 0;          // Latin letters that only Vietnamese has: dot below, hook above, horn
  std::uint64_t hans = 0, hant = 0;      // Han characters that only one of the two orthographies uses
  std::uint64_t indonesian_malay = 0;    // function words that both languages have
  std::uint64_t english = 0, words = 0;  // function words, Latin words
  void add(const LetterCounts&);
  [[nodiscard]] std::uint64_t in(Script script) const { return of[static_cast<std::size_t>(script)]; }
};

/// What a reference is for.
enum class Use : std::uint8_t { script, style, image, font, frame, media, track, object, icon, link, form };

struct PageReference {
  std::uint32_t page = 0;  // index into pages()
  Use use = Use::link;
  bool insecure = false;                        // http:
  bool rooted = false;                          // starts with one "/"
  Resolution resolution = Resolution::missing;  // not_looked_up: a template mark, or a fragment that an LMS completes
  std::uint32_t line = 0, column = 0;
  std::string_view element;  // "img", "url()"
  std::string_view value;    // as written, without blanks at its ends
  std::string_view host;     // of an external address, lower case
  std::string_view target;   // where it should lead to
  std::string_view entry;    // the entry found, or the near miss
};

/// An element of a page that people have to be able to perceive or use.
struct PageElement {
  enum class Kind : std::uint8_t { image, control, film, sound, heading, frame, table, other_language } kind{};
  bool named = false;       // alt, label, title: there is one, if only an empty one
  bool decorative = false;  // says of itself that it carries no meaning
  bool captioned = false;   // a film with a track of captions
  std::uint32_t level = 0;  // of a heading; rows × columns of text cells of a table
  std::uint32_t line = 0, column = 0;
  std::string_view name;    // alternative text, label, text of a heading, name of a frame
  std::string_view source;  // of an image or a film, as written; type of a control
};

/// What the language engine saw in a text.
enum class TextDefect : std::uint8_t {
  private_use,        // code points without a meaning that everybody shares
  kangxi,             // radicals and compatibility ideographs instead of characters
  decomposed,         // not in normalization form C, where that matters for search
  zawgyi,             // Burmese in the pre-Unicode order of Zawgyi fonts
  mark_order,         // Thai and Lao marks in an order that no normalization repairs
  khmer_order,        // Khmer signs in an order that no normalization repairs
  jawi_letters,       // look-alikes of Jawi letters
  legacy_vietnamese,  // TCVN3 or VNI text
  legacy_font,        // a font family whose text is no Unicode
  identity_number,    // a number with the form and check digit of a national identity card
  mailbox,            // an e-mail address in a statement that is no example
  count_              // not a defect
};
struct TextSighting {
  std::uint32_t page = 0;
  TextDefect defect{};
  std::uint32_t count = 0;  // how often in the file
  std::uint32_t line = 0, column = 0;
  double confidence = 1;
  std::string_view sample;      // the text in question, short
  std::string_view points;      // "U+1031 U+1000"
  std::string_view suggestion;  // what it should be; may be empty
  std::string_view language;    // tag in force there; may be empty
};

/// A file that was looked into.
struct Page {
  enum class Kind : std::uint8_t { page, style, script, data } kind{};
  std::string_view file;
  std::uint32_t entry = none;
  bool read = false;      // false: damaged, too large, or too costly to parse; nothing below is known then
  bool launch = false;    // what a learning system opens
  bool tracked = false;   // launched as a SCO or assignable unit
  bool fragment = false;  // a page without an <html> tag that nothing launches
  bool vendor = false;    // code of others: libraries, players, translations; never what is launched
  bool driver = false;    // launched, but a page that an authoring tool writes and its author cannot change
  bool has_title = false, has_lang = false;
  bool lang_for_xml = false;  // the language stands in xml:lang only, and the page is HTML
  bool declares_encoding = false;
  bool non_ascii = false;    // visible text beyond ASCII (of a data file: anywhere)
  bool undecodable = false;  // bytes that are not what the file declares, or not UTF-8 when it declares nothing
  std::uint64_t bad_bytes = 0;
  bool zoom_blocked = false;
  bool uses_api = false;       // speaks to a learning system (SCORM, AICC, xAPI, cmi5)
  bool loads_scripts = false;  // from elsewhere
  bool sets_language = false;  // a script of the page assigns its language
  bool writes_remote_script = false;
  std::uint64_t bytes = 0;
  std::uint32_t backward_line = 0;                 // of captions: where the time runs backward
  std::uint32_t line = 0, column = 0;              // of the html tag
  std::uint32_t title_line = 0, title_column = 0;  // of the title
  std::uint32_t zoom_line = 0, zoom_column = 0;    // of what blocks it
  std::uint32_t bad_line = 0, bad_column = 0;      // of the first byte that does not decode
  std::string_view language, title, encoding;      // encoding: as declared
  LetterCounts text;
  std::span<const PageReference> references;
  std::span<const PageElement> elements;
};

[[nodiscard]] std::span<const Page> pages(const Package&);
/// A launch page does not work without it.
[[nodiscard]] constexpr bool is_page_part(const Page& page, const PageReference& reference) {
  return page.launch && page.read && page.kind == Page::Kind::page &&
         (reference.use == Use::script || reference.use == Use::frame);
}
/// Read under a wrong encoding, the text of the page is no text any more: not a few accents, but its letters.
[[nodiscard]] bool depends_on_encoding(const Page&);
/// Letters of pages and data files without those of vendors.
[[nodiscard]] const LetterCounts& package_text(const Package&);
/// In the order of files and defects; one for each file and defect.
[[nodiscard]] std::span<const TextSighting> text_sightings(const Package&);
/// Not everything could be read: a limit was hit.
[[nodiscard]] bool pages_incomplete(const Package&);

/// A picture or an archive: what its own bytes say. Films and sounds: assay/media.hpp.
struct MediaFile {
  enum class Kind : std::uint8_t { picture, archive } kind{};
  std::string_view file;
  std::uint64_t bytes = 0;
  std::string_view format;  // by its first bytes: "jpeg", "png", …; empty when unknown
  std::uint32_t width = 0, height = 0;
  bool located = false;  // EXIF with a place
  bool course = false;   // an archive with the manifest of a course
};
/// In the order of file names; only what could be read within the limits.
[[nodiscard]] std::span<const MediaFile> media_files(const Package&);

/// An answer that a question takes for right.
struct Answer {
  std::string_view file, value, response;
  std::uint32_t line = 0, column = 0;
  bool typed = false;  // compared with what learners type
  bool known = true;   // the question offers this choice
};
[[nodiscard]] std::span<const Answer> answers(const Package&);

/// JSON-LD in the page that opens first; `problem` says why it cannot be read.
struct LinkedData {
  Place place;
  std::string_view problem;
};
[[nodiscard]] std::span<const LinkedData> linked_data(const Package&);

/// What the dated list says of a licence (schemas/acs-data-1/licences.json).
enum class LicenceKind : std::uint8_t {
  unknown,
  known,
  invented
};  // invented: a Creative Commons licence that is none
[[nodiscard]] LicenceKind licence_of(std::string_view);

/// The dated lists of hosts (schemas/acs-data-1/hosts.json): the host or one of its parents is on the list.
[[nodiscard]] bool host_listed(std::string_view list, std::string_view host);

/// What a learning system opens, in any format.
struct Launch {
  enum class Kind : std::uint8_t { tracked, content } kind{};  // tracked: SCO, assignable unit, activity
  Place place;                                                 // where the manifest names it
  std::string_view value;                                      // as written
  std::string_view title;
  std::string_view entry;  // the entry found; empty when there is none
  Resolution resolution = Resolution::missing;
};
[[nodiscard]] std::span<const Launch> launches(const Package&);
/// The reference is what a learning system opens.
[[nodiscard]] bool is_launched(const Package&, std::string_view href);
/// Addresses of the learning system that exported the package, and marks that it fills in.
[[nodiscard]] bool belongs_to_exporter(std::string_view href);
[[nodiscard]] constexpr bool is_absent(Resolution resolution) {
  return resolution == Resolution::missing || resolution == Resolution::escapes ||
         resolution == Resolution::malformed_escape;
}

/// Folders and files of tools, systems and authors: "__MACOSX/…", "._x", ".DS_Store", "Thumbs.db".
[[nodiscard]] bool is_system_residue(std::string_view entry_name);

/// Several places of one defect as one finding: at the first place, with {count} and {names} ("a.png, b.png, …").
class Tally {
 public:
  explicit Tally(const Package& package) : package_(package) {}
  void add(const Place& place, std::string_view name);
  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// Reports when there is anything to report.
  void report(Reporter&, std::string_view cause = {}, std::initializer_list<Argument> more = {}) const;

 private:
  static constexpr std::uint64_t most_names = 10;
  const Package& package_;
  Place first_;
  std::array<std::string_view, most_names> names_{};
  std::uint64_t count_ = 0, named_ = 0;
};

/// A reference, and whether its file has exactly that name.
struct Aim {
  Place place;
  std::string_view value;
  Resolution resolution = Resolution::missing;
};
/// One finding for each way in which references differ from the names of their files: {names} {count} {why}.
void report_differing(const Package&, Reporter&, std::span<const Aim>);
/// One finding for all that differ in letter case: {names} {count}.
void report_letter_case(const Package&, Reporter&, std::span<const Aim>);

/// A line of a page, for findings.
[[nodiscard]] inline Place place_of(const Page& page, std::uint32_t line, std::uint32_t column) {
  return line == 0 ? Place::of_file(page.file) : Place::at(page.file, line, column);
}
/// One finding for a defect of text in the pages that authors wrote: {names} {count}, and of the first place {sample}
/// {points} {suggestion}.
void report_text_defect(const Package&, Reporter&, TextDefect);
/// Every such element of the pages that authors wrote: visit(page, element).
template <typename Visit>
void each_element(const Package& package, PageElement::Kind kind, Visit visit) {
  for (const Page& page : pages(package))
    for (const PageElement& each : page.vendor || page.driver ? std::span<const PageElement>() : page.elements)
      if (each.kind == kind) visit(page, each);
}
/// Text that lives as long as the package, for arguments that a rule makes.
[[nodiscard]] std::string_view kept(const Package&, std::string_view text);
[[nodiscard]] std::string_view kept(const Package&, std::uint64_t number);
/// In Unicode normalization form C.
[[nodiscard]] bool is_composed(std::string_view);
[[nodiscard]] std::string_view composed(const Package&, std::string_view);
/// Code points of valid UTF-8.
[[nodiscard]] std::uint64_t characters(std::string_view);
/// The next code point; `at` moves behind it.
[[nodiscard]] std::uint32_t next_character(std::string_view, std::size_t& at);
/// Lower case of ASCII letters, for comparisons with words of ours.
[[nodiscard]] bool same_word(std::string_view text, std::string_view lower_case);
[[nodiscard]] bool ends_with_word(std::string_view text, std::string_view lower_case);
[[nodiscard]] bool holds_word(std::string_view text, std::string_view lower_case);

}  // namespace assay
