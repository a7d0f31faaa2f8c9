// Pages, SVG drawings and other XML: tags and attributes, without a tree and without a browser's repairs. Linear.
#include "contents/scan.hpp"

#include "xml/doctype.hpp"

namespace assay::contents {
namespace {

struct Attribute {
  std::string_view name, value;
};

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == npos ? name : name.substr(colon + 1);
}

class Scanner {
 public:
  Scanner(std::string_view text, Markup kind, std::size_t folders, Sink& sink)
      : text_(text), kind_(kind), folders_(folders), sink_(sink) {}

  void run() {
    while ((at_ = text_.find('<', at_)) != npos) {
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with("<!--"))
        skip("-->", 4);
      else if (rest.starts_with("<![CDATA["))
        skip("]]>", 9);
      else if (rest.starts_with("<?"))
        instruction();
      else if (rest.size() > 1 && (letter(rest[1]) || rest[1] == '_'))
        tag();
      else
        ++at_;
    }
  }

 private:
  void skip(std::string_view end, std::size_t from) {
    const std::size_t found = find(text_, end, at_ + from);
    at_ = found == npos ? text_.size() : found + end.size();
  }

  void instruction() {
    const std::size_t start = at_;
    if (kind_ == Markup::html) return skip(">", 2);
    skip("?>", 2);
    const std::string_view all = text_.substr(start, std::min<std::size_t>(at_ - start, 2'000));
    if (!all.starts_with("<?xml-stylesheet")) return;
    const std::size_t href = find(all, "href");
    const std::size_t quote = href == npos ? npos : all.find_first_of("\"'", href);
    if (quote == npos) return;
    const std::string_view address = all.substr(quote + 1, all.find(all[quote], quote + 1) - quote - 1);
    if (leaves_package(address)) sink_.see(Sign::outside_stylesheet, start, address);
  }

  static bool leaves_package(std::string_view address) {
    address = trimmed_address(address);
    return !host_of(address).empty() || starts(address, "file:") || starts(address, "ftp:") ||
           starts(address, "http:") || starts(address, "https:") || address.starts_with("\\\\");
  }

  void tag() {
    start_ = at_++;
    const std::size_t name_at = at_;
    while (at_ < text_.size() && !space(text_[at_]) && text_[at_] != '>' && text_[at_] != '/') ++at_;
    name_ = text_.substr(name_at, std::min<std::size_t>(at_ - name_at, 200));
    attributes_.clear();
    while (at_ < text_.size() && text_[at_] != '>') {
      if (space(text_[at_]) || text_[at_] == '/')
        ++at_;
      else
        attribute();
    }
    if (at_ < text_.size()) ++at_;
    if (kind_ == Markup::svg)
      drawing();
    else if (kind_ == Markup::html)
      page();
    else
      record();
  }

  void attribute() {
    const std::size_t name_at = at_;
    while (at_ < text_.size() && !space(text_[at_]) && text_[at_] != '=' && text_[at_] != '>' && text_[at_] != '/')
      ++at_;
    if (at_ == name_at) ++at_;  // a stray "="
    Attribute read{text_.substr(name_at, at_ - name_at), {}};
    std::size_t after = at_;
    while (after < text_.size() && space(text_[after])) ++after;
    if (after < text_.size() && text_[after] == '=') {
      at_ = after + 1;
      while (at_ < text_.size() && space(text_[at_])) ++at_;
      if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
        const std::size_t open = at_ + 1, end = std::min(text_.find(text_[at_], open), text_.size());
        read.value = text_.substr(open, end - open);
        at_ = std::min(end + 1, text_.size());
      } else {
        const std::size_t open = at_;
        while (at_ < text_.size() && !space(text_[at_]) && text_[at_] != '>') ++at_;
        read.value = text_.substr(open, at_ - open);
      }
    }
    if (attributes_.size() < most_attributes) attributes_.push_back(read);
  }

  std::string_view value(std::string_view name) const {
    for (const Attribute& each : attributes_)
      if (same(each.name, name)) return each.value;
    return {};
  }
  bool has(std::string_view name) const {
    return std::any_of(attributes_.begin(), attributes_.end(), [&](const Attribute& a) { return same(a.name, name); });
  }
  std::size_t offset_of(std::string_view part) const { return static_cast<std::size_t>(part.data() - text_.data()); }

  // A page's own scripts and styles stand between tags and end at theirs alone.
  std::string_view raw_text(std::string_view end_tag) {
    const std::size_t start = at_;
    std::size_t end = start;
    while ((end = find(text_, "</", end)) != npos && !starts(text_.substr(end), end_tag)) end += 2;
    at_ = end == npos ? text_.size() : end;
    return text_.substr(start, at_ - start);
  }

  void see_resource(std::string_view address, bool active) {
    const std::string host = host_of(address);
    if (host.empty()) return;
    sink_.see(Sign::external_resource, start_, host);
    if (active && insecure(address)) sink_.see(Sign::mixed_content, start_, host);
  }

  void page() {
    const std::string_view name = name_;
    if (same(name, "script")) {
      const std::string_view address = value("src"), type = value("type");
      if (const std::string host = host_of(address); !host.empty()) {
        sink_.see(Sign::external_script, start_, host);
        if (insecure(address)) sink_.see(Sign::mixed_content, start_, host);
      }
      const std::size_t at = at_;
      const std::string_view code = raw_text("</script");
      const bool data = !type.empty() && find_folded(type, "javascript") == npos && !same(type, "module");
      if (!data) scan_script(code, at, sink_);
    } else if (same(name, "style")) {
      const std::size_t at = at_;
      scan_style(raw_text("</style"), at, sink_);
    } else if (same(name, "textarea")) {
      raw_text("</textarea");
    } else if (same(name, "link")) {
      const std::string_view rel = value("rel");
      if (find_folded(rel, "stylesheet") != npos)
        see_resource(value("href"), true);
      else if (find_folded(rel, "icon") != npos)
        see_resource(value("href"), false);
    } else if (same(name, "iframe") || same(name, "frame") || same(name, "embed")) {
      see_resource(value("src"), true);
    } else if (same(name, "object")) {
      see_resource(value("data"), true);
    } else if (same(name, "img") || same(name, "video") || same(name, "audio") || same(name, "source")) {
      see_resource(value("src"), false);
    } else if (same(name, "form")) {
      const std::string_view action = trimmed_address(value("action"));
      if (action.starts_with('/') || !host_of(action).empty()) sink_.see(Sign::form_target, start_, action);
    }
    for (const Attribute& each : attributes_)
      if (each.name.size() > 2 && starts(each.name, "on")) scan_script(each.value, offset_of(each.value), sink_);
  }

  void drawing() {
    const std::string_view name = local(name_);
    if (same(name, "script")) sink_.see(Sign::svg_script, start_, "<script>");
    // Illustrator keeps its own form of the drawing in a foreignObject that names an extension nobody has.
    if (same(name, "foreignobject") && !has("requiredextensions"))
      sink_.see(Sign::svg_foreign_object, start_, "<foreignObject>");
    for (const Attribute& each : attributes_) {
      if (each.name.size() > 2 && starts(each.name, "on") && letter(each.name[2]))
        sink_.see(Sign::svg_script, start_, each.name);
      if (!same(local(each.name), "href")) continue;
      const std::string_view address = trimmed_address(each.value);
      if (starts(address, "javascript:")) sink_.see(Sign::svg_script, start_, "javascript:");
      if (const std::string host = host_of(address); !host.empty() && !same(name, "a"))
        sink_.see(Sign::svg_external, start_, host);
    }
  }

  void record() {
    const std::string_view name = local(name_);
    if (name == "include" && (name_.size() > name.size() || find(value("xmlns"), "XInclude") != npos)) {
      const std::string_view address = value("href");
      if (leaves_package(address) || address.starts_with('/') || climbs_out(address, folders_))
        sink_.see(Sign::outside_inclusion, start_, address);
    }
    for (const Attribute& each : attributes_)
      if (local(each.name) == "schemaLocation" || local(each.name) == "noNamespaceSchemaLocation")
        if (const std::size_t at = find_folded(each.value, "file:"); at != npos)
          sink_.see(Sign::local_schema_location, start_,
                    each.value.substr(at, each.value.find_first_of(" \t\r\n", at) - at));
    lti(name);
  }

  // Links to tools (IMS LTI): a secret in the package is known to everybody who has it.
  void lti(std::string_view name) {
    const bool property = name == "property" && (value("name") == "secret" || value("name") == "shared_secret");
    const std::string_view text = text_.substr(at_, std::min<std::size_t>(text_.find('<', at_), text_.size()) - at_);
    if ((property || name == "shared_secret" || name == "sharedSecret") && !trimmed_address(text).empty())
      sink_.see(Sign::lti_secret, start_, name_);
    if ((name == "launch_url" || name == "secure_launch_url") && insecure(text))
      sink_.see(Sign::lti_insecure, start_, trimmed_address(text));
  }

  static constexpr std::size_t most_attributes = 64;
  std::string_view text_;
  Markup kind_;
  std::size_t folders_;
  Sink& sink_;
  std::size_t at_ = 0, start_ = 0;
  std::string_view name_;
  std::vector<Attribute> attributes_;
};

}  // namespace

void scan_markup(std::string_view text, Markup kind, std::size_t folders, Sink& sink) {
  Scanner(text, kind, folders, sink).run();
}

void scan_prolog(std::string_view text, Sink& sink) {
  // A second declaration is no XML; a reader that takes it all the same takes what it declares.
  std::size_t at = 0;
  for (int i = 0; i < 8; ++i) {
    const auto doctype = xml::find_doctype(text, at);
    if (!doctype.present) return;
    for (const xml::Entity& entity : doctype.entities)
      if (!entity.system.empty() && !entity.unparsed) sink.see(Sign::external_entity, entity.offset, entity.system);
    if (const xml::Entity* entity = xml::explosive_entity(doctype, text))
      sink.see(Sign::explosive_entity, entity->offset, entity->name);
    at = doctype.end;
  }
}

}  // namespace assay::contents
