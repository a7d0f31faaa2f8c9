#include "contents/content.hpp"

#include <map>

#include "contents/scan.hpp"
#include "package/package_data.hpp"
#include "text/decode.hpp"
#include "text/lines.hpp"
#include "text/unicode.hpp"

namespace assay::contents {
namespace {

constexpr std::size_t head_bytes = 64 * 1024;  // of a film or font

constexpr bool secret = true, worded = true;

struct Row {
  SignInfo info;
  unsigned classes;
};
constexpr std::array<Row, sign_count> rows = {{
    {{"program", "a program for a computer", !secret, worded}, any_file},
    {{"disguised-program", "a program whose name promises something else", !secret, worded}, any_file},
    {{"active-attachment", "an installer, a shortcut, a document with macros", !secret, worded}, any_file},
    {{"disguised-markup", "a page, drawing or program text whose name promises a picture, recording, font or PDF",
      !secret, worded},
     any_media},
    {{"disguised-archive", "an archive whose name promises a picture, recording, font or PDF", !secret, worded},
     any_media},
    {{"other-picture", "a picture of another kind than its name says", !secret, worded}, picture},
    {{"hidden-archive", "a zip archive behind a picture, recording or PDF", !secret, worded}, any_media},
    {{"server-code", "PHP inside a picture, recording or PDF"}, any_media},
    {{"oversized-picture", "a picture of more than 100 million pixels, or with more than 1 MiB of packed text", !secret,
      worded},
     picture},
    {{"overrunning-part", "a part of a picture or film that says it is longer than the file"}, any_media},
    {{"svg-script", "a script in an SVG drawing"}, svg},
    {{"svg-foreign-object", "a page inside an SVG drawing"}, svg},
    {{"svg-external", "an SVG drawing that loads from another host"}, svg},
    {{"external-script", "a page that runs a script of another host; the host"}, page},
    {{"external-resource", "a page or style sheet that loads from another host; the host"}, page | style},
    {{"mixed-content", "a page that loads code, styles or frames without encryption; the host"}, page | style},
    {{"origin-power", "a script that reaches the page around the course, cookies or service workers"}, page | script},
    {{"form-target", "a form that is sent to another host or to the root of the server; its address"}, page},
    {{"external-entity", "an entity that lets an XML reader fetch something; its address"}, xml_text | svg},
    {{"explosive-entity", "entities that grow out of proportion"}, xml_text | svg},
    {{"outside-inclusion", "an XInclude of something outside the package; its address"}, xml_text},
    {{"outside-stylesheet", "an xml-stylesheet from outside the package; its address"}, xml_text | svg},
    {{"local-schema-location", "a schemaLocation on the author's computer; its address"}, xml_text},
    {{"private-key", "a private key", true}, any_text},
    {{"credential", "a password, token or key; masked", secret, worded}, any_text},
    {{"learner-data", "a table of people with e-mail addresses", secret, worded}, other_text},
    {{"user-path", "a path in somebody's home folder; masked", true}, any_text},
    {{"lti-secret", "a secret of an LTI tool", true}, xml_text},
    {{"lti-insecure", "an LTI tool that is launched without encryption; its address"}, xml_text},
    {{"script-in-json", "a script inside JSON"}, json_text},
    {{"unsigned-token", "a signed token whose algorithm is none"}, json_text | other_text},
    {{"scorm-api", "a script that calls a learning system; SCORM 1.2 or SCORM 2004"}, page | script},
    {{"scorm-data", "a script that names data which only one version has; SCORM 1.2 or SCORM 2004"}, page | script},
}};

unsigned bit_of(FileClass each) {
  unsigned bit = 0;
  while ((each >> bit & 1u) == 0) ++bit;
  return bit;
}

class Reader {
 public:
  Reader(const PackageData& data, Content& out, Onlooker* onlooker) : data_(data), out_(out), onlooker_(onlooker) {
    for (const auto& document : data.xml) known_.emplace(document->file, &document->bytes);
    for (const auto& document : data.json) known_.emplace(document->file, &document->bytes);
  }

  // By name, so that the order of a zip decides nothing when the budget does not suffice.
  void run() {
    const auto& entries = data_.archive.entries();
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
      if (!entries[i].directory) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(entries[a].path, a) < std::tie(entries[b].path, b);
    });
    for (const std::uint32_t entry : order) look_into(entry);
    for (auto& list : out_.seen) list.shrink_to_fit();
  }

 private:
  // Too many or too much; what is damaged or encrypted has rules of its own.
  void leave_out(std::string_view name) { ++out_.left_out[bit_of(class_of(name, {}))]; }

  void look_into(std::uint32_t index) {
    const Entry& entry = data_.archive.entries()[index];
    if (entry.size == 0 && entry.compressed == 0) {
      if (onlooker_ && onlooker_->wants(index) > 0) onlooker_->see(index, {}, true, false);
      return;
    }
    if (out_.files >= data_.limits.content_files || data_.limits.stop.asked()) {
      if (onlooker_ && onlooker_->wants(index) > 0) onlooker_->see(index, {}, false, false);
      return leave_out(entry.name);
    }
    ++out_.files;
    const std::uint64_t theirs = onlooker_ ? onlooker_->wants(index) : 0;
    if (const auto known = known_.find(entry.name); known != known_.end()) {
      scan(entry, *known->second, true, true);
      if (theirs > 0) onlooker_->see(index, *known->second, true, true);
      return;
    }
    const std::uint64_t left = data_.limits.content_bytes - std::min(out_.bytes, data_.limits.content_bytes);
    const Nature promised = promised_by(entry.name);
    const bool film = promised.group == Nature::Group::recording || promised.group == Nature::Group::font;
    std::uint64_t ours = film ? head_bytes : data_.limits.content_file_bytes;
    const bool too_much = left < std::min(ours, entry.size);
    if (too_much) leave_out(entry.name);
    ours = too_much ? 0 : std::min(ours, left);
    if (too_much && theirs == 0) return;
    bool whole = false;
    auto bytes = data_.archive.read_head(index, std::max(ours, theirs), whole);
    if (!bytes) {
      if (theirs > 0) onlooker_->cannot_see(index, bytes.problem());
      return;
    }
    // What is found here does not depend on how much somebody else wants to see.
    if (!too_much) {
      const bool all = bytes->size() <= ours;
      out_.bytes += std::min<std::uint64_t>(bytes->size(), ours);
      scan(entry, all ? *bytes : bytes->substr(0, ours), whole && all, false);
    }
    if (theirs > 0) onlooker_->see(index, std::move(*bytes), whole, false);
  }

  void scan(const Entry& entry, const std::string& bytes, bool whole, bool decoded) {
    const FileClass kind = class_of(entry.name, bytes);
    const bool textual = (kind & any_text) != 0;
    // What was read of a large text is looked into all the same.
    ++out_.examined[bit_of(kind)];
    if (textual && !whole) ++out_.left_out[bit_of(kind)];
    sink_.clear();
    if (!decoded) scan_nature(entry.name, bytes, whole, entry.size, sink_);
    if (kind == picture) scan_picture(bytes, whole, sink_);
    if (kind == other_media) scan_film(bytes, entry.size, sink_);
    if (!textual) return keep(entry, {});
    std::string converted;
    const std::string* text = &bytes;
    if (!decoded && !(text::is_valid_utf8(bytes) && !bytes.starts_with("\xEF\xBB\xBF"))) {
      converted = text::decode_xml(bytes).utf8;
      text = &converted;
    }
    const auto folders = static_cast<std::size_t>(std::count(entry.path.begin(), entry.path.end(), '/'));
    if (kind == page) scan_markup(*text, Markup::html, folders, sink_);
    if (kind == style) scan_style(*text, 0, sink_);
    if (kind == script) scan_script(*text, 0, sink_);
    if (kind == svg) scan_markup(*text, Markup::svg, folders, sink_);
    if (kind == xml_text) scan_markup(*text, Markup::xml, folders, sink_);
    if (kind == svg || kind == xml_text) scan_prolog(*text, sink_);
    if (kind == json_text) scan_json(*text, sink_);
    if (kind == page || kind == script) scan_scorm_api(*text, sink_);
    scan_secrets(entry.name, *text, sink_);
    keep(entry, *text);
  }

  void keep(const Entry& entry, std::string_view text) {
    if (sink_.seen().empty()) return;
    const text::LineIndex lines(text);
    std::stable_sort(sink_.seen().begin(), sink_.seen().end(),
                     [](const Sink::Seen& a, const Sink::Seen& b) { return a.offset < b.offset; });
    for (Sink::Seen& seen : sink_.seen()) {
      Sighting sighting;
      sighting.file = entry.name;
      sighting.value = out_.strings.emplace_back(std::move(seen.value));
      if (seen.offset != npos) {
        const auto where = lines.position(seen.offset);
        sighting.line = where.line;
        sighting.column = where.column;
      }
      out_.seen[static_cast<std::size_t>(seen.sign)].push_back(sighting);
    }
  }

  const PackageData& data_;
  Content& out_;
  Onlooker* onlooker_;
  Sink sink_;
  std::map<std::string_view, const std::string*> known_;
};

std::size_t index_of(std::string_view name) {
  std::size_t i = 0;
  while (i < rows.size() && rows[i].info.name != name) ++i;
  return i;
}

}  // namespace

const SignInfo* find_sign(std::string_view name) {
  const std::size_t i = index_of(name);
  return i < rows.size() ? &rows[i].info : nullptr;
}

unsigned classes_of(Sign sign) { return rows[static_cast<std::size_t>(sign)].classes; }

Content read_content(const Package& package, Onlooker* onlooker) {
  Content content;
  Reader(package.data(), content, onlooker).run();
  return content;
}

}  // namespace assay::contents

namespace assay {

std::span<const SignInfo> sign_table() {
  static const std::vector<SignInfo> table = [] {
    std::vector<SignInfo> all;
    for (const contents::Row& row : contents::rows) all.push_back(row.info);
    return all;
  }();
  return table;
}

bool came_alone(const Package& package) { return package.data().archive.kind() == archive::Kind::document; }

bool climbs_out_of_package(std::string_view path, std::string_view file) {
  return contents::climbs_out(path, static_cast<std::size_t>(std::count(file.begin(), file.end(), '/')));
}

std::span<const Sighting> sightings(const Package& package, std::string_view sign) {
  const std::size_t i = contents::index_of(sign);
  if (i >= contents::rows.size()) return {};
  return package.data().contents(package).seen[i];
}

Looked looked_for(const Package& package, std::string_view sign) {
  Looked looked;
  const std::size_t i = contents::index_of(sign);
  if (i >= contents::rows.size()) return looked;
  const contents::Content& looked_at = package.data().contents(package);
  for (std::size_t bit = 0; bit < looked_at.examined.size(); ++bit)
    if (contents::rows[i].classes >> bit & 1u) {
      looked.files += looked_at.examined[bit];
      looked.left_out += looked_at.left_out[bit];
    }
  return looked;
}

}  // namespace assay
