// Each file is read once, looked into, and let go of.
#include "pages/contents.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "html/html.hpp"
#include "language/defects.hpp"
#include "language/identity.hpp"
#include "language/scripts.hpp"
#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace assay::pages_detail {
namespace {

constexpr std::size_t most_references = 1'000'000;  // of a package
constexpr std::size_t most_kept = 300;              // bytes of one value that is kept

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

class Reader {
 public:
  Reader(const Package& package, Contents& contents)
      : package_(package), data_(package.data()), contents_(contents), left_(data_.limits.inflated_bytes) {
    left_ -= std::min(left_, data_.inflated);
  }

  void read_all() {
    contents_.launches = find_launches(package_, contents_);
    for (const Launch& launch : contents_.launches)
      if (!launch.entry.empty()) {
        bool& tracked = launched_[launch.entry];
        tracked = tracked || launch.kind == Launch::Kind::tracked;
      }
    const auto entries = package_.entries();
    std::vector<std::uint32_t> order(entries.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return entries[a].path < entries[b].path; });
    for (const std::uint32_t i : order) read(i);
    scan_media(package_, left_, contents_);
    finish();
  }

 private:
  void read(std::uint32_t index) {
    const Entry& entry = package_.entries()[index];
    if (entry.directory || is_system_residue(entry.path)) return;
    Page::Kind kind{};
    // Manifests and records are judged as what they are.
    for (const Document& document : package_.documents())
      if (document.file == entry.name && is_among(document.role, {"manifest", "metadata", "declaration"})) return;
    const auto launched = launched_.find(std::string_view(entry.path));
    if (!kind_of(ending_of(entry.path), kind)) {
      if (launched == launched_.end() || !is_among(ending_of(entry.path), {"", "php", "asp", "aspx", "jsp", "shtml"}))
        return;
      kind = Page::Kind::page;
    }
    const auto number = static_cast<std::uint32_t>(contents_.pages.size());
    Page& page = contents_.pages.emplace_back();
    page.kind = kind;
    page.file = entry.name;
    page.entry = index;
    page.bytes = entry.size;
    page.vendor = is_vendor(entry.path);
    page.launch = launched != launched_.end();
    page.tracked = page.launch && launched->second;
    first_reference_.push_back(contents_.references.size());
    first_element_.push_back(contents_.elements.size());
    auto bytes = data_.archive.read(index, std::min(data_.limits.document_bytes, left_));
    if (!bytes) {
      contents_.incomplete = contents_.incomplete || bytes.problem().kind == ProblemKind::refused;
      if (bytes.problem().kind == ProblemKind::refused) contents_.problems.push_back(bytes.problem());
      return;
    }
    left_ -= std::min<std::uint64_t>(left_, bytes->size());
    scan(std::move(*bytes), number);
  }

  void scan(std::string bytes, std::uint32_t number) {
    Page& page = contents_.pages[number];
    const bool markup = page.kind == Page::Kind::page;
    const bool xml = page.kind == Page::Kind::data && ending_of(page.file) == "xml";
    text::Decoded decoded = markup ? text::decode_declared(std::move(bytes), std::string(html_encoding(bytes, page)))
                            : xml  ? text::decode_xml(std::move(bytes))
                                   : text::decode_json(std::move(bytes));
    page.declares_encoding = page.declares_encoding || decoded.bom || !decoded.declared.empty();
    page.undecodable = decoded.undecodable_total > 0 || decoded.unknown_encoding;
    const text::LineIndex positions(decoded.utf8);
    if (page.undecodable && !decoded.undecodable.empty()) {
      const auto where = positions.position(decoded.undecodable[0].utf8_offset);
      page.bad_line = where.line;
      page.bad_column = where.column;
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

  std::string_view html_encoding(const std::string& bytes, const Page&) {
    return contents_.strings.emplace_back(html::declared_encoding(bytes));
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
      if (!page.vendor) contents_.text.add(page.text);
    }
  }

  const Package& package_;
  const PackageData& data_;
  Contents& contents_;
  std::uint64_t left_;
  std::map<std::string_view, bool> launched_;  // entry → as a SCO or assignable unit
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

void Sink::set_base(std::string_view href) { base_ = href; }

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
  if (is_template(value) || value.size() > 4'096) {
    made.resolution = Resolution::not_looked_up;
  } else {
    std::string base;
    for (const char c : folder_of(package_path())) base.append(c == '%' ? "%25" : std::string(1, c));
    if (!base_.empty()) base = base_.find("//") != std::string::npos ? base_ : base + base_;
    Resolved resolved = resolve_from(data_, "", base, value);
    made.resolution = resolved.resolution;
    if (resolved.resolution == Resolution::external)
      made.host = keep(host_of(value.find("//") != value.npos ? value : base));
    made.target = keep(resolved.target);
    if (resolved.entry != none) made.entry = data_.archive.entries()[resolved.entry].path;
  }
  if (own.fragment && made.resolution != Resolution::external) made.resolution = Resolution::not_looked_up;
  contents_.references.push_back(made);
}

std::string_view Sink::package_path() { return data_.archive.entries()[page().entry].path; }

void Sink::text(std::string_view text, std::string_view language, text::Position position) {
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
    Reader(package, *made).read_all();
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
std::span<const Launch> launches(const Package& package) { return pages_detail::contents_of(package).launches; }

}  // namespace assay
