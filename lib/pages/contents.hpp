// The look at each file behind assay/pages.hpp.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <assay/language.hpp>
#include <assay/pages.hpp>

#include "language/defects.hpp"
#include "package/package_data.hpp"
#include "pages/page_terms.hpp"
#include "text/lines.hpp"

namespace assay::pages_detail {

constexpr std::size_t most_kept = 300;  // bytes of one value that is kept

/// Everything that was seen. The spans of the pages are set when all is read: vectors move while they grow.
struct Contents {
  std::vector<Page> pages;
  std::vector<PageReference> references;
  std::vector<PageElement> elements;
  std::vector<TextSighting> sightings;
  std::vector<Launch> launches;
  std::set<std::string_view> launched;  // as written
  std::vector<MediaFile> media;
  std::vector<Answer> answers;
  std::vector<PageTerm> terms;
  std::vector<LinkedData> linked_data;
  std::uint64_t linked_bytes = 0;
  std::vector<std::unique_ptr<JsonDocument>> linked_documents;  // those of them that can be read
  LetterCounts text;
  std::vector<Problem> problems;
  bool incomplete = false;
  std::deque<std::string> strings;
};

/// What assay/language.hpp tells of the documents.
struct LanguageUses {
  std::vector<TagUse> tags;
  std::vector<Naming> namings;
  std::vector<Dating> datings;
  std::vector<LicenceUse> licences;
  std::vector<std::string_view> title_languages;
  std::vector<IscedCode> isced;
};

/// What the scanners of one file write to.
class Sink {
 public:
  Sink(const PackageData& data, Contents& contents, std::uint32_t page)
      : data_(data), contents_(contents), page_(page) {}

  [[nodiscard]] Page& page() { return contents_.pages[page_]; }
  [[nodiscard]] std::string_view keep(std::string_view text);
  /// A reference as written; relative to the folder of the file, or to `base` when the page names one.
  void reference(Use use, std::string_view element, std::string_view value, text::Position position);
  void element(PageElement element) { contents_.elements.push_back(element); }
  /// Text that people read, in a language (a tag, or nothing).
  void text(std::string_view text, std::string_view language, text::Position position);
  void legacy_font(std::string_view family, text::Position position);
  void sighting(language::Defect defect, text::Position position) { add(std::move(defect), {}, position); }
  void set_base(std::string_view href);
  /// What the page that opens first says of the course; of other pages nothing is kept.
  void term(std::string_view name, std::string_view value, std::string_view language, text::Position position);
  void linked_data(std::string_view text, text::Position position);
  /// Nothing is known of this file.
  void unreadable(const Problem&);

 private:
  void add(language::Defect, std::string_view language, text::Position);
  void piece(std::string_view, std::string_view language, text::Position);
  [[nodiscard]] std::string_view package_path();
  [[nodiscard]] bool opens_first();
  [[nodiscard]] const std::string& base();  // what addresses are relative to

  const PackageData& data_;
  Contents& contents_;
  std::uint32_t page_;
  std::string base_;
  std::optional<std::string> joined_base_;
  std::array<std::uint32_t, static_cast<std::size_t>(TextDefect::count_)> known_{};  // sighting + 1
};

void scan_page(std::string utf8, const Limits&, Sink&);
/// `positions` of the whole file, `base` where the style stands in it.
void scan_style(std::string_view style, const text::LineIndex& positions, std::size_t base, Sink&);
void scan_script(std::string_view script, Sink&);
void scan_data(std::string_view text, bool markup, const text::LineIndex& positions, Sink&);
void scan_questions(const std::string& utf8, std::string_view file, const Limits&, Contents&);
void scan_captions(std::string_view text, Sink&);
/// How much of a picture or archive has to be seen; 0 for other files.
[[nodiscard]] std::uint64_t media_wanted(const Entry&);
[[nodiscard]] std::optional<MediaFile> media_of(const Entry&, const std::string& bytes, bool whole);
[[nodiscard]] std::vector<Launch> find_launches(const Package&);
/// Libraries, players and translations that the author did not write (lib/pages/vendor.cpp).
[[nodiscard]] bool in_tool_folder(std::string_view path);
[[nodiscard]] bool in_shared_folder(std::string_view path, const std::set<std::string_view>& launch_folders);
[[nodiscard]] bool is_known_library(std::string_view path);
/// A launch page that an authoring tool writes.
[[nodiscard]] bool is_driver(std::string_view path);
/// What only all files together tell: which pages belong to the author, and which pages a script sets the language of.
void connect(Contents&, std::span<const Entry> entries);

[[nodiscard]] const Contents& contents_of(const Package&);

}  // namespace assay::pages_detail
