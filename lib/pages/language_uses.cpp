// Where languages, titles, identifiers and dates stand: pages, XML and JSON documents.
#include <algorithm>
#include <map>

#include <assay/language.hpp>
#include <assay/metadata.hpp>

#include "pages/contents.hpp"

namespace assay {
namespace {

using pages_detail::Contents;

bool is(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Collector {
 public:
  Collector(const Package& package, pages_detail::LanguageUses& out) : package_(package), out_(out) {}

  void run() {
    for (const Document& document : package_.documents()) {
      if (document.xml) xml(*document.xml);
      if (document.json) json(root(*document.json), document.role);
    }
    for (const MetadataRecord& record : metadata_records(package_)) {
      if (record.standard == "lrmi" || record.standard == "dublin-core") values(record);
      if (record.subject == Subject::package || record.subject == Subject::unknown) course(record);
    }
    for (const Page& page : pages(package_))
      if (page.has_lang && !page.vendor && page.kind == Page::Kind::page)
        tag(TagUse::Where::page, page.language, place_of(page, page.line, page.column));
    // A page's own title is judged with the page's text.
  }

 private:
  void tag(TagUse::Where where, std::string_view text, const Place& place) {
    text = trimmed(text);
    if (text.empty()) return;
    const auto [found, fresh] = known_.emplace(text, out_.tags.size());
    if (fresh) out_.tags.push_back({where, text, place, 0});
    ++out_.tags[found->second].count;
  }

  void xml(const XmlDocument& document) {
    for (Node node = root(document); node;) {
      element(node);
      Node next = first_child(node);
      for (Node up = node; !next && up; up = parent(up)) next = next_sibling(up);
      node = next;
    }
  }

  void element(Node node) {
    const std::string_view local = local_name(node);
    for (Attribute each = first_attribute(node); each; each = next_attribute(each)) {
      const std::string_view name_of = name(each);
      if (name_of == "xml:lang" ||
          (is(name_of, {"lang", "language"}) && is(local, {"langstring", "langString", "string"})))
        tag(TagUse::Where::metadata, value(each), node);
      if (name_of == "identifier" || (name_of == "id" && is(local, {"au", "block", "course"})))
        naming(Naming::Kind::identifier, node, value(each));
    }
    const std::string_view text = trimmed(content(node));
    if (text.empty()) return;
    if (local == "language") tag(TagUse::Where::metadata, text, node);
    const std::string_view up = local_name(parent(node));
    if ((local == "title" && name(node) == "cp:title") || (up == "title" && is(local, {"langstring", "string"})))
      naming(Naming::Kind::title, node, text);
    if (local == "entry" || (up == "entry" && local == "langstring")) naming(Naming::Kind::identifier, node, text);
    if (is(local, {"datetime", "dateTime"})) {
      const bool duration = is(up, {"duration", "typicallearningtime", "typicalLearningTime"});
      out_.datings.push_back({node, text, duration});
    } else if (local == "duration" && !first_child(node)) {
      out_.datings.push_back({node, text, true});
    }
  }

  // Records whose elements are not told apart by their names alone.
  void values(const MetadataRecord& record) {
    const auto keep = [&](const std::string& text) { return package_.data().keep(text); };
    for (const MetaText& each : record.languages) tag(TagUse::Where::metadata, keep(each.text), each.place);
    for (const MetaText& each : record.titles) {
      tag(TagUse::Where::metadata, keep(each.language), each.place);
      naming(Naming::Kind::title, each.place, keep(each.text));
    }
    for (const MetaContribution& each : record.contributions)
      for (const MetaText& date : each.dates) out_.datings.push_back({date.place, keep(date.text), false});
    for (const MetaText& each : record.learning_time) out_.datings.push_back({each.place, keep(each.text), true});
  }

  void course(const MetadataRecord& record) {
    for (const MetaClassification& each : record.classifications)
      for (const MetaTaxonPath& path : each.paths) isced(path);
    const std::string_view own = record.languages.size() == 1 ? record.languages[0].text : std::string_view();
    for (const MetaText& each : record.titles)
      if (const std::string_view tag = each.language.empty() ? own : std::string_view(each.language); !tag.empty())
        out_.title_languages.push_back(package_.data().keep(std::string(tag)));
    using Where = LicenceUse::Where;
    const std::string_view standard = record.standard;
    const bool h5p = standard.starts_with("h5p");
    const Where where = standard.starts_with("acs-profile")               ? Where::declaration
                        : h5p                                             ? Where::h5p
                        : standard == "lrmi" || standard == "dublin-core" ? Where::vocabulary
                                                                          : Where::text;
    for (const MetaText& each : record.rights)
      if (!h5p || each.text != "U")  // H5P's word for "undisclosed"
        out_.licences.push_back({where, package_.data().keep(each.text), each.place});
  }

  void isced(const MetaTaxonPath& path) {
    if (path.sources.empty() || path.taxa.empty()) return;
    const Isced scheme = isced_of(path.sources[0].text);
    const std::string_view id = path.taxa.back().id;
    if (scheme == Isced::other || id.empty()) return;
    out_.isced.push_back({scheme == Isced::field,
                          package_.data().keep(std::string(id.substr(id.find_last_of("/#") + 1))),
                          path.taxa.back().place});
  }

  void naming(Naming::Kind kind, const Place& place, std::string_view text) {
    text = trimmed(text);
    if (!text.empty()) out_.namings.push_back({kind, place, text});
  }

  // h5p.json and the declaration; other JSON has no place of ours for languages.
  void json(JsonNode top, std::string_view role) {
    if (role == "manifest") {
      if (const JsonNode language = member(top, "language")) tag(TagUse::Where::metadata, content(language), language);
      if (const JsonNode title = member(top, "title")) naming(Naming::Kind::title, title, content(title));
    } else if (role == "declaration") {
      for (JsonNode each = first_child(member(top, "languages")); each; each = next_sibling(each))
        tag(TagUse::Where::metadata, content(each), each);
      for (JsonNode each = first_child(member(top, "title")); each; each = next_sibling(each)) {
        tag(TagUse::Where::metadata, key(each), each);
        naming(Naming::Kind::title, each, content(each));
      }
      if (const JsonNode date = member(top, "changed")) out_.datings.push_back({date, content(date), false});
      if (const JsonNode time = member(top, "learningTime")) out_.datings.push_back({time, content(time), true});
    }
  }

  const Package& package_;
  pages_detail::LanguageUses& out_;
  std::map<std::string_view, std::size_t> known_;
};

const pages_detail::LanguageUses& uses(const Package& package) {
  return package.data().language_uses([&package] {
    auto made = std::make_shared<pages_detail::LanguageUses>();
    Collector(package, *made).run();
    return made;
  });
}

}  // namespace

std::span<const TagUse> language_tags(const Package& package) { return uses(package).tags; }
std::span<const Naming> namings(const Package& package) { return uses(package).namings; }
std::span<const std::string_view> title_languages(const Package& package) { return uses(package).title_languages; }
Place place_of_course(const Package& package) {
  for (const std::string_view role : {"declaration", "manifest"}) {
    if (const JsonDocument* json = json_document(package, role, 0)) return Place(root(*json));
    if (const XmlDocument* xml = xml_document(package, role, 0)) return Place(root(*xml));
  }
  return {};
}
std::span<const IscedCode> isced_codes(const Package& package) { return uses(package).isced; }
std::span<const LicenceUse> licences(const Package& package) { return uses(package).licences; }
std::span<const Dating> datings(const Package& package) { return uses(package).datings; }

}  // namespace assay
