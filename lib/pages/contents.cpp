// Looks on while lib/contents reads each file once.
#include "pages/contents.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "contents/scan.hpp"
#include "html/html.hpp"
#include "language/defects.hpp"
#include "language/identity.hpp"
#include "language/scripts.hpp"
#include "limits.hpp"
#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace assay::pages_detail {
namespace {

constexpr std::size_t most_references = 1'000'000;  // of a package
constexpr std::size_t most_address = 4'096;         // bytes of an address, and of what it is relative to
constexpr std::size_t most_piece = 1 << 20;         // bytes of text that are looked at together

bool is_among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Nothing else has text that a rule asks for. Small files of any ending that are launched are pages, too.
bool kind_of(const std::string& ending, Page::Kind& kind) {
  if (is_among(ending, {"html", "htm", "xhtml", "xht"}))
    kind = Page::Kind::page;
  else if (ending == "css")
    kind = Page::Kind::style;
  else if (is_among(ending, {"js", "mjs"}))
    kind = Page::Kind::script;
  else if (is_among(ending, {"json", "xml", "txt", "vtt", "srt"}))
    kind = Page::Kind::data;
  else
    return false;
  return true;
}

class Reader : public contents::Onlooker {
 public:
  Reader(const Package& package, Contents& contents)
      : package_(package), data_(package.data()), contents_(contents), left_(data_.limits.inflated_bytes) {
    left_ -= std::min(left_, data_.inflated);
    contents_.launches = find_launches(package_);
    for (const Launch& launch : contents_.launches) {
      contents_.launched.insert(launch.value);
      if (!launch.entry.empty()) {
        bool& tracked = launched_[launch.entry];
        tracked = tracked || launch.kind == Launch::Kind::tracked;
        std::size_t end = launch.entry.find('/');
        for (int depth = 0; depth < 32 && end != launch.entry.npos; ++depth, end = launch.entry.find('/', end + 1))
          launch_folders_.insert(launch.entry.substr(0, end + 1));
      }
    }
    for (const Document& document : package_.documents()) {
      // Manifests and records are judged as what they are.
      if (is_among(document.role, {"manifest", "metadata", "linked-data", "declaration"}))
        judged_elsewhere_.insert(document.file);
      if (is_among(document.problem.code, {"undecodable", "unknown-encoding"}))
        undecodable_.emplace(document.file, &document.problem);
    }
  }

  std::uint64_t wants(std::uint32_t index) override {
    const Entry& entry = package_.entries()[index];
    Page::Kind kind{};
    if (is_system_residue(entry.path) || judged_elsewhere_.contains(entry.name)) return 0;
    if (is_page(entry, kind)) return std::max<std::uint64_t>(1, std::min(most_of(kind), left_));
    return std::min(media_wanted(entry), left_);
  }

  void see(std::uint32_t index, std::string bytes, bool whole, bool decoded) override {
    const Entry& entry = package_.entries()[index];
    left_ -= std::min<std::uint64_t>(left_, bytes.size());
    Page::Kind kind{};
    if (!is_page(entry, kind)) {
      if (auto file = media_of(entry, bytes, whole)) contents_.media.push_back(*file);
      return;
    }
    const std::uint32_t number = begin(index, kind);
    if (whole) return scan(std::move(bytes), number, decoded);
    contents_.incomplete = true;
    if (kind == Page::Kind::page && entry.size > most_of(kind))
      contents_.problems.push_back(
          over_limit(data_.limits, &Limits::html_bytes, "The page is too large", std::string(entry.name)));
  }

  void cannot_see(std::uint32_t index, const Problem& problem) override {
    Page::Kind kind{};
    if (!is_page(package_.entries()[index], kind)) return;
    begin(index, kind);
    if (problem.kind != ProblemKind::refused) return;
    contents_.incomplete = true;
    contents_.problems.push_back(problem);
  }

  void finish() {
    first_reference_.push_back(contents_.references.size());
    first_element_.push_back(contents_.elements.size());
    for (std::size_t i = 0; i < contents_.pages.size(); ++i) {
      Page& page = contents_.pages[i];
      const auto from = std::min(first_reference_[i], contents_.references.size());
      const auto to = std::min(first_reference_[i + 1], contents_.references.size());
      page.references = std::span(contents_.references).subspan(from, to - from);
      page.elements =
          std::span(contents_.elements).subspan(first_element_[i], first_element_[i + 1] - first_element_[i]);
    }
    connect(contents_, package_.entries());
    for (const Page& page : contents_.pages)
      if (!page.vendor) contents_.text.add(page.text);
  }

 private:
  [[nodiscard]] std::uint64_t most_of(Page::Kind kind) const {
    return kind == Page::Kind::page ? std::min(data_.limits.html_bytes, data_.limits.document_bytes)
                                    : data_.limits.document_bytes;
  }

  bool is_page(const Entry& entry, Page::Kind& kind) const {
    const std::string ending = contents::extension_of(entry.path);
    if (kind_of(ending, kind)) return true;
    kind = Page::Kind::page;
    return launched_.contains(std::string_view(entry.path)) &&
           is_among(ending, {"", "php", "asp", "aspx", "jsp", "shtml"});
  }

  std::uint32_t begin(std::uint32_t index, Page::Kind kind) {
    const Entry& entry = package_.entries()[index];
    const auto launched = launched_.find(std::string_view(entry.path));
    Page& page = contents_.pages.emplace_back();
    page.kind = kind;
    page.file = entry.name;
    page.entry = index;
    page.bytes = entry.size;
    page.launch = launched != launched_.end();
    page.vendor = !page.launch && (in_tool_folder(entry.path) || in_shared_folder(entry.path, launch_folders_) ||
                                   is_known_library(entry.path));
    page.driver = page.launch && is_driver(entry.path);
    page.tracked = page.launch && launched->second;
    first_reference_.push_back(contents_.references.size());
    first_element_.push_back(contents_.elements.size());
    return static_cast<std::uint32_t>(contents_.pages.size() - 1);
  }

  text::Decoded decode(std::string bytes, const Page& page, bool xml) {
    if (page.kind == Page::Kind::page) {
      std::string declared = html::declared_encoding(bytes);
      return text::decode_declared(std::move(bytes), std::move(declared));
    }
    return xml ? text::decode_xml(std::move(bytes)) : text::decode_json(std::move(bytes));
  }

  void scan(std::string bytes, std::uint32_t number, bool is_decoded) {
    Page& page = contents_.pages[number];
    const bool xml = page.kind == Page::Kind::data && contents::extension_of(page.file) == "xml";
    text::Decoded decoded;
    if (is_decoded)
      decoded.utf8 = std::move(bytes);
    else
      decoded = decode(std::move(bytes), page, xml);
    page.declares_encoding = page.declares_encoding || decoded.bom || !decoded.declared.empty();
    page.bad_bytes = decoded.undecodable_total;
    page.undecodable = decoded.undecodable_total > 0 || decoded.unknown_encoding;
    const text::LineIndex positions(decoded.utf8);
    if (page.undecodable && !decoded.undecodable.empty()) {
      const auto where = positions.position(decoded.undecodable[0].utf8_offset);
      page.bad_line = where.line;
      page.bad_column = where.column;
    }
    if (const auto known = undecodable_.find(page.file); is_decoded && known != undecodable_.end()) {
      page.undecodable = true;
      page.bad_line = known->second->line;
      page.bad_column = known->second->column;
    }
    Sink sink(data_, contents_, number);
    page.read = true;
    switch (page.kind) {
      case Page::Kind::page: scan_page(std::move(decoded.utf8), data_.limits, sink); break;
      case Page::Kind::style: scan_style(decoded.utf8, positions, 0, sink); break;
      case Page::Kind::script: scan_script(decoded.utf8, sink); [[fallthrough]];
      case Page::Kind::data:
        if (!contents_.pages[number].vendor) scan_data(decoded.utf8, xml, positions, sink);
        if (xml) scan_questions(decoded.utf8, contents_.pages[number].file, data_.limits, contents_);
        scan_captions(decoded.utf8, sink);
        break;
    }
    // A limit inside one page leaves that page unread.
    if (!contents_.pages[number].read) contents_.incomplete = true;
    if (contents_.references.size() > most_references) {
      contents_.references.resize(most_references);
      contents_.incomplete = true;
    }
  }

  const Package& package_;
  const PackageData& data_;
  Contents& contents_;
  std::uint64_t left_;
  std::map<std::string_view, bool> launched_;  // entry → as a SCO or assignable unit
  std::set<std::string_view> launch_folders_;
  std::set<std::string_view> judged_elsewhere_;
  std::map<std::string_view, const Problem*> undecodable_;  // documents
  std::vector<std::size_t> first_reference_, first_element_;
};

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

// Marks that something else fills in before a browser sees the address.
bool is_template(std::string_view value) {
  for (const std::string_view mark : {"{{", "${", "<%", "<?", "%24", "$IMS", "@@", "[[", "{%", "{orgUnit", "%%"})
    if (value.find(mark) != std::string_view::npos) return true;
  return false;
}

std::string host_of(std::string_view address) {
  const std::size_t start = address.find("//");
  if (start == std::string_view::npos) return {};
  std::string_view host = address.substr(start + 2);
  host = host.substr(0, host.find_first_of("/?#\\"));
  host = host.substr(host.rfind('@') + 1);
  host = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return text::folded(host.substr(0, 253));
}

}  // namespace

std::string_view Sink::keep(std::string_view text) {
  std::size_t size = std::min(text.size(), most_kept);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return size == 0 ? std::string_view() : contents_.strings.emplace_back(text.substr(0, size));
}

void Sink::unreadable(const Problem& problem) {
  page().read = false;
  if (problem.kind == ProblemKind::refused) contents_.problems.push_back(problem);
}

void Sink::set_base(std::string_view href) {
  base_ = href.substr(0, most_address + 1);
  joined_base_.reset();
}

const std::string& Sink::base() {
  if (!joined_base_) {
    std::string& base = joined_base_.emplace();
    for (const char c : folder_of(package_path())) base.append(c == '%' ? "%25" : std::string(1, c));
    if (!base_.empty()) base = base_.find("//") != std::string::npos ? base_ : base + base_;
  }
  return *joined_base_;
}

void Sink::reference(Use use, std::string_view element, std::string_view value, text::Position position) {
  value = trimmed(value);
  const auto scheme_is = [&](std::string_view scheme) {
    return value.size() >= scheme.size() && text::folded(value.substr(0, scheme.size())) == scheme;
  };
  if (value.empty() || value.front() == '#' || scheme_is("data:") || scheme_is("javascript:") || scheme_is("about:") ||
      scheme_is("blob:") || scheme_is("mailto:") || scheme_is("tel:"))
    return;
  PageReference made;
  made.page = page_;
  made.use = use;
  made.element = element;
  made.line = position.line;
  made.column = position.column;
  made.insecure = scheme_is("http:");
  made.rooted = value.front() == '/' && !value.starts_with("//");
  made.value = keep(value);
  const Page& own = page();
  if (value.size() > most_address || base().size() > most_address || is_template(value)) {
    made.resolution = Resolution::not_looked_up;
  } else {
    Resolved resolved = resolve_from(data_, "", base(), value);
    made.resolution = resolved.resolution;
    if (resolved.resolution == Resolution::external)
      made.host = keep(host_of(value.find("//") != value.npos ? value : std::string_view(base())));
    made.target = keep(resolved.target);
    if (resolved.entry != none) made.entry = data_.archive.entries()[resolved.entry].path;
  }
  if (own.fragment && made.resolution != Resolution::external) made.resolution = Resolution::not_looked_up;
  contents_.references.push_back(made);
}

std::string_view Sink::package_path() { return data_.archive.entries()[page().entry].path; }

void Sink::text(std::string_view text, std::string_view language, text::Position position) {
  for (; text.size() > most_piece; text.remove_prefix(most_piece))
    piece(text.substr(0, most_piece), language, position);
  piece(text, language, position);
}

void Sink::piece(std::string_view text, std::string_view language, text::Position position) {
  // What says another language for itself is a quotation, and no evidence of that of its page.
  if (language.empty() || page().language.empty() || same_word(primary_of(language), primary_of(page().language)))
    language::count_letters(text, page().text);
  if (auto number = language::examine_identity(text)) add(std::move(*number), language, position);
  for (language::Defect& defect : language::examine(text, language)) add(std::move(defect), language, position);
}

void Sink::legacy_font(std::string_view family, text::Position position) {
  if (auto defect = language::examine_font(family)) add(std::move(*defect), {}, position);
}

// One sighting for each file and defect: the first place, and how often.
void Sink::add(language::Defect defect, std::string_view language, text::Position position) {
  std::uint32_t& known = known_[static_cast<std::size_t>(defect.defect)];
  if (known != 0) {
    contents_.sightings[known - 1].count += defect.count;
    return;
  }
  TextSighting made;
  made.page = page_;
  made.defect = defect.defect;
  made.count = defect.count;
  made.line = position.line;
  made.column = position.column;
  made.confidence = defect.confidence;
  made.sample = keep(defect.sample);
  made.points = keep(defect.points);
  made.suggestion = keep(defect.suggestion);
  made.language = keep(language);
  contents_.sightings.push_back(made);
  known = static_cast<std::uint32_t>(contents_.sightings.size());
}

const Contents& contents_of(const Package& package) {
  return package.data().page_facts([&package] {
    auto made = std::make_shared<Contents>();
    Reader reader(package, *made);
    (void)package.data().contents(package, &reader);
    reader.finish();
    return made;
  });
}

}  // namespace assay::pages_detail

namespace assay {

std::span<const Page> pages(const Package& package) { return pages_detail::contents_of(package).pages; }
const LetterCounts& package_text(const Package& package) { return pages_detail::contents_of(package).text; }
std::span<const TextSighting> text_sightings(const Package& package) {
  return pages_detail::contents_of(package).sightings;
}
bool pages_incomplete(const Package& package) { return pages_detail::contents_of(package).incomplete; }
bool depends_on_encoding(const Page& page) {
  const std::uint64_t letters = page.text.letters + page.bad_bytes;
  const std::uint64_t foreign = letters - page.text.in(Script::latin);
  return foreign * 10 >= letters || page.text.vietnamese * 33 >= letters;
}
std::span<const Launch> launches(const Package& package) { return pages_detail::contents_of(package).launches; }

}  // namespace assay
