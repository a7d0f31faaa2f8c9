// open(): bytes → entries → format → documents → course.
#include <algorithm>

#include "limits.hpp"
#include "package/package_data.hpp"
#include "package/trees.hpp"
#include "text/decode.hpp"
#include "text/unicode.hpp"
#include "xml/parse.hpp"

namespace assay {
namespace {

// Decoded texts while the package is being opened: a document that recognition looked at is not inflated again.
class Texts {
 public:
  explicit Texts(PackageData& data) : data_(data) {}

  struct Text {
    std::string utf8;
    Problem problem;  // code empty when all is well
    std::string encoding, declared;
    bool contradiction = false;
  };

  Text& get(std::uint32_t entry) {
    const auto found = texts_.find(entry);
    if (found != texts_.end()) return found->second;
    Text& text = texts_[entry];
    const std::string name(data_.archive.entries()[entry].name);
    const std::uint64_t left = data_.limits.inflated_bytes - std::min(data_.inflated, data_.limits.inflated_bytes);
    const bool last = left < data_.limits.document_bytes;
    bool whole = false;
    auto bytes = data_.archive.read_head(entry, last ? left : data_.limits.document_bytes, whole);
    if (!bytes || !whole) {
      text.problem =
          !bytes ? bytes.problem()
          : last ? over_limit(data_.limits, &Limits::inflated_bytes, "The documents are too large together", name)
                 : over_limit(data_.limits, &Limits::document_bytes, "The document is too large", name);
      return text;
    }
    data_.inflated += bytes->size();
    auto decoded = text::decode_xml(std::move(*bytes));
    text.utf8 = std::move(decoded.utf8);
    text.encoding = decoded.encoding;
    text.declared = decoded.declared;
    text.contradiction = decoded.contradiction;
    if (decoded.unknown_encoding)
      text.problem = {
          ProblemKind::unreadable,
          "unknown-encoding",
          "The XML declaration names the encoding \"" + text::visible(decoded.declared) + "\", which nobody knows.",
          "Save the file as UTF-8 and write encoding=\"UTF-8\".",
          name,
          1,
          1};
    if (decoded.undecodable_total > 0) {
      const auto where = text::LineIndex(text.utf8).position(decoded.undecodable[0].utf8_offset);
      text.problem = {
          ProblemKind::unreadable,
          "undecodable",
          "A byte stands here that is not " + decoded.encoding + " (byte " +
              std::to_string(decoded.undecodable[0].source_offset) + " of the file)" +
              (decoded.undecodable_total > 1 ? "; " + std::to_string(decoded.undecodable_total) + " such bytes in all."
                                             : "."),
          "Save the file as UTF-8, or let the XML declaration name the encoding it is really in.",
          name,
          where.line,
          where.column};
    }
    return text;
  }

 private:
  PackageData& data_;
  std::map<std::uint32_t, Text> texts_;
};

void add_document(PackageData& data, Texts& texts, const DocumentRequest& request) {
  if (data.limits.stop.asked()) return;  // open() tells it
  if (data.documents.size() >= data.limits.documents) {
    data.problems.push_back(
        over_limit(data.limits, &Limits::documents, "The package has too many documents", data.source.path));
    return;
  }
  Texts::Text& text = texts.get(request.entry);
  Document& document = data.documents.emplace_back();
  document.file = data.archive.entries()[request.entry].name;
  document.read_as = text.encoding;
  document.role = request.role;
  document.standard = request.set;
  document.problem = text.problem;
  if (text.contradiction) {
    document.encoding = text.encoding;
    document.declared_encoding = text.declared;
  }
  if (request.json) {
    auto parsed = json::parse(document.file, text.utf8, data.limits);
    if (!parsed) {
      if (document.problem.code.empty()) document.problem = parsed.problem();
    } else {
      document.well_formed = text.problem.code.empty();
      data.json.push_back(std::move(*parsed));
      document.json = document.well_formed ? data.json.back().get() : nullptr;
    }
  } else if (!text.problem.code.empty() && text.utf8.empty()) {
    // Not even bytes: nothing to show.
  } else {
    auto parsed = xml::parse(document.file, std::move(text.utf8), request.set, data.limits);
    text.utf8.clear();
    document.doctype = doctype_position(*parsed.document);
    document.well_formed = parsed.well_formed && document.problem.code.empty();
    if (!parsed.well_formed && document.problem.code.empty()) document.problem = std::move(parsed.problem);
    document.validated = parsed.validated && document.well_formed;
    if (document.validated) document.defects = std::move(parsed.defects), document.unseen = std::move(parsed.unseen);
    if (document.well_formed) document.xml = parsed.document.get();
    data.xml.push_back(std::move(parsed.document));
  }
  // Linked data is extra: what cannot be read of it is a finding, and no reason to refuse the course.
  if (document.problem.kind == ProblemKind::refused && !document.problem.code.empty() &&
      document.problem.code != "timeout" && document.role != "linked-data")
    data.problems.push_back(document.problem);
  data.roles[document.role].push_back(static_cast<std::uint32_t>(data.documents.size() - 1));
}

bool names_record(const Course& course, const Reference& reference) {
  if (reference.attribute.empty()) return true;  // adlcp:location
  return reference.resource != none && course.resources[reference.resource].type.starts_with("resourcemetadata");
}

// External metadata records: what the manifest's adlcp:location elements and its resources of type resourcemetadata
// point at. Each is judged by the schemas of its own standard, else by those of the manifest.
// `set` is a copy: the documents it was taken from move when one is added.
void add_metadata(PackageData& data, Texts& texts, std::string set) {
  std::vector<bool> done(data.archive.entries().size());
  for (const Reference& reference : data.course.references) {
    if (reference.entry.empty() || !names_record(data.course, reference)) continue;
    const std::uint32_t entry = data.archive.find(reference.entry);
    if (entry == none || done[entry]) continue;
    done[entry] = true;
    const std::string own = record_set(xml::peek(texts.get(entry).utf8).root_namespace);
    add_document(data, texts, {entry, "metadata", own.empty() ? set : own});
  }
}

// What a package declares of itself: beside the manifest, or in META-INF.
void add_declaration(PackageData& data, Texts& texts) {
  if (data.archive.kind() == archive::Kind::document) return;
  for (const std::string& path :
       {data.recognised.root + "acs-profile.json", data.recognised.root + "META-INF/acs-profile.json"})
    if (const std::uint32_t entry = data.archive.find(path); entry != none)
      return add_document(data, texts, {entry, "declaration", "", true});
}

// JSON-LD that the package carries beside its manifest: files of that ending, and a metadata.json that says so.
void add_linked_data(PackageData& data, Texts& texts) {
  if (data.archive.kind() == archive::Kind::document) return;
  constexpr std::size_t most = 20;
  std::size_t count = 0;
  const std::string& root = data.recognised.root;
  const auto& entries = data.archive.entries();
  for (std::uint32_t i = 0; i < entries.size() && count < most; ++i) {
    const std::string_view path = entries[i].path;
    if (entries[i].directory || !path.starts_with(root)) continue;
    const std::string_view name = path.substr(root.size());
    if (name.find('/') != std::string_view::npos) continue;
    const bool named = text::folded(name).ends_with(".jsonld");
    if (!named && name != "metadata.json") continue;
    if (!named && texts.get(i).utf8.find("schema.org") == std::string::npos) continue;
    ++count;
    add_document(data, texts, {i, "linked-data", "", true});
  }
}

constexpr std::string_view kind_names[] = {"zip", "directory", "document"};

}  // namespace

Result<Package> open(const Source& source, const Limits& limits) {
  auto opened = archive::Archive::open(source, limits);
  if (!opened) return opened.problem();
  auto owned = std::make_unique<PackageData>(source, limits, std::move(*opened));
  PackageData& data = *owned;
  const auto& entries = data.archive.entries();
  data.problems = data.archive.problems();
  Texts texts(data);
  Contents contents;
  contents.entries = entries;
  contents.kind = kind_names[static_cast<int>(data.archive.kind())];
  contents.path = source.path;
  contents.text = [&](std::uint32_t entry) -> const std::string* {
    const Texts::Text& text = texts.get(entry);
    return text.utf8.empty() ? nullptr : &text.utf8;
  };
  data.recognised = recognise(contents);
  // The manifest, whose own name is ASCII as a rule, tells what language the other names are in and how they are spelt.
  if (data.archive.undeclared_names() && !data.recognised.documents.empty()) {
    const std::uint32_t manifest = data.recognised.documents[0].entry;
    data.archive.decide_names(text::read_name_hints(texts.get(manifest).utf8));
    if (!data.recognised.root.empty()) {
      const std::string_view path = entries[manifest].path;
      data.recognised.root = path.substr(0, path.rfind('/') + 1);
    }
  }
  for (const DocumentRequest& request : data.recognised.documents) add_document(data, texts, request);
  add_declaration(data, texts);
  add_linked_data(data, texts);
  if (!data.documents.empty() && data.documents[0].role == "manifest" && data.documents[0].xml) {
    data.course = make_course(data, *data.documents[0].xml);
    if (data.course.too_long)
      data.problems.push_back(over_limit(limits, &Limits::address_bytes,
                                         "The addresses of the manifest, each with its xml:base, are too long",
                                         data.documents[0].file, "Shorten xml:base."));
    add_metadata(data, texts, data.documents[0].standard);
  } else {
    data.course.listed.resize(entries.size());
  }
  if (limits.stop.asked()) data.problems.push_back(early_end(limits.stop));
  return PackageAccess::make(std::move(owned));
}

Package::Package(std::unique_ptr<PackageData> data) : data_(std::move(data)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

const std::string& Package::path() const { return data_->source.path; }
std::string_view Package::kind() const { return kind_names[static_cast<int>(data_->archive.kind())]; }
std::uint64_t Package::bytes() const { return data_->archive.bytes(); }
const Format& Package::format() const { return data_->recognised.format; }
std::span<const Entry> Package::entries() const { return data_->archive.entries(); }
std::span<const Document> Package::documents() const { return data_->documents; }
std::span<const Problem> Package::problems() const { return data_->problems; }
std::string Package::sha256() const { return data_->archive.sha256(); }

std::uint32_t entry_count(const Package& package) { return static_cast<std::uint32_t>(package.entries().size()); }

EntryView entry(const Package& package, std::uint32_t index) {
  const Entry& e = package.entries()[index];
  EntryView view;
  view.name = e.name;
  view.path = e.path;
  view.size = e.size;
  view.compressed = e.compressed;
  view.method = e.method;
  view.directory = e.directory;
  view.flags = e.flags;
  view.host = e.host;
  view.external_attributes = e.external_attributes;
  return view;
}

std::uint32_t find_entry(const Package& package, std::string_view name) { return package.data().archive.find(name); }

std::uint32_t find_entry_folded(const Package& package, std::string_view name) {
  return package.data().archive.find_folded(text::folded(name));
}

std::string_view package_root(const Package& package) { return package.data().recognised.root; }

const XmlDocument* manifest(const Package& package) { return xml_document(package, "manifest", 0); }

namespace {
const Document* find_document(const Package& package, std::string_view role, std::uint32_t index) {
  if (role == "documents") return index < package.documents().size() ? &package.documents()[index] : nullptr;
  const auto& roles = package.data().roles;
  const auto found = roles.find(role);
  return found == roles.end() || index >= found->second.size() ? nullptr
                                                               : &package.data().documents[found->second[index]];
}
}  // namespace

std::uint32_t document_count(const Package& package, std::string_view role) {
  if (role == "documents") return static_cast<std::uint32_t>(package.documents().size());
  const auto& roles = package.data().roles;
  const auto found = roles.find(role);
  return found == roles.end() ? 0 : static_cast<std::uint32_t>(found->second.size());
}

DocumentView document(const Package& package, std::string_view role, std::uint32_t index) {
  const Document* found = find_document(package, role, index);
  if (!found) return {};
  const Problem& problem = found->problem;
  return {found->file,    found->role,   found->well_formed, problem.code,    problem.message,
          problem.advice, problem.line,  problem.column,     found->encoding, found->declared_encoding,
          found->read_as, found->doctype};
}

const XmlDocument* xml_document(const Package& package, std::string_view role, std::uint32_t index) {
  const Document* found = find_document(package, role, index);
  return found ? found->xml : nullptr;
}

const JsonDocument* json_document(const Package& package, std::string_view role, std::uint32_t index) {
  const Document* found = find_document(package, role, index);
  return found ? found->json : nullptr;
}

const contents::Content& PackageData::contents(const Package& package, contents::Onlooker* onlooker) const {
  bool read = false;
  std::call_once(contents_once_, [&] {
    contents_ = std::make_unique<contents::Content>(contents::read_content(package, onlooker));
    read = true;
  });
  // Somebody asked for less before: validate() sees to it that this does not happen there.
  if (onlooker && !read) (void)contents::read_content(package, onlooker);
  return *contents_;
}

std::string_view PackageData::keep(std::string text) const {
  const std::lock_guard lock(mutex_);
  return kept_.emplace_back(std::move(text));
}

}  // namespace assay
