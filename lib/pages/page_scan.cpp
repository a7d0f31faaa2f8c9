// An HTML page: its head, its references, what people see and use, and its text with the language in force.
#include <algorithm>

#include "html/html.hpp"
#include "pages/contents.hpp"
#include "text/unicode.hpp"

namespace assay::pages_detail {
namespace {

bool is(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lower(std::string_view text) {
  std::string out(text.substr(0, 400));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool has_word(const std::string& words, std::string_view wanted) {
  for (std::size_t at = words.find(wanted); at != std::string::npos; at = words.find(wanted, at + 1)) {
    const bool starts = at == 0 || words[at - 1] == ' ';
    const std::size_t end = at + wanted.size();
    if (starts && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

bool styled_away(std::string_view style) {
  std::string words = lower(style);
  std::erase(words, ' ');
  return words.find("display:none") != std::string::npos || words.find("visibility:hidden") != std::string::npos;
}

// Private-use characters of an icon font; nobody reads them.
std::string without_icons(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const std::uint32_t c = text::next_code_point(text, at);
    if (c < 0xE000 || (c > 0xF8FF && c < 0xF0000)) out += text.substr(from, at - from);
  }
  return out;
}

class PageScan {
 public:
  PageScan(const html::Document& document, Sink& sink) : page_(document), sink_(sink) {}

  void run() {
    const html::Node& top = page_.nodes[0];
    Page& page = sink_.page();
    page.fragment = top.implied && !page.launch;
    note_language(top, page);
    languages_.push_back({top.end, page.language});
    collect_labels();
    for (std::uint32_t i = 1; i < page_.nodes.size(); ++i) {
      while (languages_.size() > 1 && i >= languages_.back().end) languages_.pop_back();
      while (!codes_.empty() && i >= codes_.back()) codes_.pop_back();
      while (!hidden_.empty() && i >= hidden_.back()) hidden_.pop_back();
      const html::Node& node = page_.nodes[i];
      if (node.kind == html::Node::Kind::text)
        text(node);
      else
        i = element(node, i);
    }
  }

 private:
  struct Language {
    std::uint32_t end;
    std::string_view tag;
  };

  [[nodiscard]] text::Position at(std::uint32_t offset) const { return page_.lines.position(offset); }

  void note_language(const html::Node& node, Page& page) {
    const html::Attribute* lang = page_.attribute(node, "lang");
    if (!lang || trimmed(lang->value).empty())
      if (const html::Attribute* other = page_.attribute(node, "xml:lang")) {
        lang = other;
        page.lang_for_xml = ends_with_word(page.file, ".html") || ends_with_word(page.file, ".htm");
      }
    page.has_lang = lang && !trimmed(lang->value).empty();
    if (lang) page.language = sink_.keep(trimmed(lang->value));
    const auto where = at(node.offset);
    page.line = node.implied ? 0 : where.line;
    page.column = node.implied ? 0 : where.column;
  }

  // Labels that say something, and which controls a <label for> names.
  void collect_labels() {
    for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
      const html::Node& node = page_.nodes[i];
      if (node.name != "label" || !says_something(i)) continue;
      labels_.push_back(i);
      if (const html::Attribute* target = page_.attribute(node, "for")) labelled_.push_back(target->value);
    }
    std::sort(labelled_.begin(), labelled_.end());
  }

  // Text or a picture with one, besides the control itself. Labels may stand in labels: what is long says something.
  [[nodiscard]] bool says_something(std::uint32_t label) const {
    constexpr std::uint32_t enough = 64;
    const std::uint32_t end = page_.nodes[label].end;
    if (!trimmed(page_.value(page_.nodes[label], "aria-label")).empty()) return true;
    for (std::uint32_t i = label + 1; i < end; ++i) {
      const html::Node& node = page_.nodes[i];
      if (i - label > enough) return true;
      if (is(node.name, {"select", "textarea", "script", "style"}))
        i = node.end - 1;
      else if (node.kind == html::Node::Kind::text
                   ? !trimmed(node.text).empty()
                   : !trimmed(page_.value(node, "alt")).empty() || !trimmed(page_.value(node, "aria-label")).empty())
        return true;
    }
    return false;
  }

  void text(const html::Node& node) {
    if (trimmed(node.text).empty()) return;
    Page& page = sink_.page();
    // No-break and narrow spaces, bullets and quotes are harmless in any encoding guess; letters are not.
    page.non_ascii = page.non_ascii || std::any_of(node.text.begin(), node.text.end(),
                                                   [](char c) { return static_cast<unsigned char>(c) >= 0xC3; });
    if (!codes_.empty()) return;
    if (hidden_.empty())
      sink_.text(node.text, languages_.back().tag, at(node.offset));
    else
      sink_.text(without_icons(node.text), languages_.back().tag, at(node.offset));
  }

  // Returns the index of the last node that is dealt with.
  std::uint32_t element(const html::Node& node, std::uint32_t index) {
    const std::string_view name = node.name;
    const auto where = at(node.offset);
    const auto value = [&](std::string_view attribute) { return page_.value(node, attribute); };
    if (const html::Attribute* lang = page_.attribute(node, "lang"))
      languages_.push_back({node.end, sink_.keep(trimmed(lang->value))});
    if (const std::string_view style = value("style"); style.find('(') != style.npos)
      scan_style(style, page_.lines, node.offset, sink_);
    if (name == "script") {
      if (page_.attribute(node, "src")) sink_.reference(Use::script, name, value("src"), where);
      const std::string_view type = value("type");
      if (node.end > index + 1 && (type.empty() || type.find("javascript") != type.npos || type == "module"))
        scan_script(page_.nodes[index + 1].text, sink_);
      if (node.end > index + 1 && lower(trimmed(type)) == "application/ld+json")
        sink_.linked_data(page_.nodes[index + 1].text, at(page_.nodes[index + 1].offset));
      return node.end - 1;
    }
    if (name == "style") {
      for (std::uint32_t i = index + 1; i < node.end; ++i)
        scan_style(page_.nodes[i].text, page_.lines, page_.nodes[i].offset, sink_);
      return node.end - 1;
    }
    if (is(name, {"pre", "code", "samp", "kbd"})) codes_.push_back(node.end);
    if (page_.attribute(node, "hidden") || trimmed(value("aria-hidden")) == "true") hidden_.push_back(node.end);
    if (name == "template" || name == "noscript") return node.end - 1;
    if (name == "title" && !sink_.page().has_title) return title(node, index);
    head(node, where);
    references(node, where);
    perceivable(node, index, where);
    return index;
  }

  std::uint32_t title(const html::Node& node, std::uint32_t index) {
    if (page_.nodes[node.parent].name != "head" && page_.nodes[node.parent].name != "html") return index;
    Page& page = sink_.page();
    const auto where = at(node.offset);
    page.has_title = true;
    page.title = sink_.keep(page_.text(index));
    page.title_line = where.line;
    page.title_column = where.column;
    sink_.text(page_.text(index), languages_.back().tag, where);
    return node.end - 1;
  }

  void head(const html::Node& node, text::Position where) {
    const auto value = [&](std::string_view attribute) { return page_.value(node, attribute); };
    if (node.name == "base" && page_.attribute(node, "href")) sink_.set_base(trimmed(value("href")));
    if (node.name == "font") sink_.legacy_font(value("face"), where);
    if (node.name != "meta") return;
    sink_.term(value("name"), value("content"), languages_.back().tag, where);
    if (page_.attribute(node, "charset")) sink_.page().declares_encoding = true;
    if (lower(value("http-equiv")) == "content-type" && lower(value("content")).find("charset") != std::string::npos)
      sink_.page().declares_encoding = true;
    if (lower(value("name")) == "viewport") {
      std::string view = lower(value("content"));
      std::erase(view, ' ');
      const std::size_t scale = view.find("maximum-scale=");
      const bool small =
          scale != std::string::npos && scale + 14 < view.size() &&
          (view[scale + 14] == '0' || (view[scale + 14] == '1' && view.compare(scale + 14, 2, "10") != 0));
      if (view.find("user-scalable=no") != std::string::npos || view.find("user-scalable=0") != std::string::npos ||
          small) {
        sink_.page().zoom_blocked = true;
        sink_.page().zoom_line = where.line;
        sink_.page().zoom_column = where.column;
      }
    }
  }

  void references(const html::Node& node, text::Position where) {
    const std::string_view name = node.name;
    const auto value = [&](std::string_view attribute) { return page_.value(node, attribute); };
    if (name == "link") {
      const std::string rel = lower(value("rel"));
      if (has_word(rel, "stylesheet"))
        sink_.reference(Use::style, name, value("href"), where);
      else if (has_word(rel, "icon") || has_word(rel, "apple-touch-icon"))
        sink_.reference(Use::icon, name, value("href"), where);
    } else if (name == "img" || (name == "input" && lower(value("type")) == "image")) {
      sink_.reference(Use::image, name, value("src"), where);
    } else if (name == "iframe" || name == "frame") {
      sink_.reference(Use::frame, name, value("src"), where);
    } else if (name == "embed") {
      sink_.reference(Use::object, name, value("src"), where);
    } else if (name == "object") {
      sink_.reference(Use::object, name, value("data"), where);
    } else if (name == "video" || name == "audio") {
      sink_.reference(Use::media, name, value("src"), where);
      sink_.reference(Use::image, name, value("poster"), where);
    } else if (name == "source") {
      const std::string_view around = page_.nodes[node.parent].name;
      if (around == "video" || around == "audio") sink_.reference(Use::media, name, value("src"), where);
    } else if (name == "track") {
      sink_.reference(Use::track, name, value("src"), where);
    } else if (name == "a" || name == "area") {
      sink_.reference(Use::link, name, value("href"), where);
    } else if (name == "form") {
      sink_.reference(Use::form, name, value("action"), where);
    } else if (name == "image" || name == "feImage") {
      sink_.reference(Use::image, name, page_.attribute(node, "href") ? value("href") : value("xlink:href"), where);
    } else if (name == "body" || name == "table" || name == "td") {
      sink_.reference(Use::image, name, value("background"), where);
    }
  }

  void perceivable(const html::Node& node, std::uint32_t index, text::Position where) {
    const std::string_view name = node.name;
    PageElement made;
    made.line = where.line;
    made.column = where.column;
    const auto value = [&](std::string_view attribute) { return trimmed(page_.value(node, attribute)); };
    const bool aria = !value("aria-label").empty() || !value("aria-labelledby").empty() || !value("title").empty();
    const std::string role = lower(value("role"));
    // Whole parts that a style hides are slides that wait for their turn; one element that hides itself is not shown.
    const bool hidden = role == "presentation" || role == "none" || !hidden_.empty() || styled_away(value("style"));
    if (name == "img" || (name == "input" && lower(value("type")) == "image")) {
      const html::Attribute* alt = page_.attribute(node, "alt");
      made.kind = PageElement::Kind::image;
      made.named = alt || aria;
      made.decorative = hidden || (alt && trimmed(alt->value).empty());
      made.name = sink_.keep(alt ? trimmed(alt->value) : std::string_view());
      made.source = address(value("src"));
    } else if (is(name, {"input", "select", "textarea"})) {
      const std::string type = name == "input" ? lower(value("type")) : std::string(name);
      if (is(type, {"hidden", "submit", "button", "reset"})) return;
      made.kind = PageElement::Kind::control;
      made.source = sink_.keep(type.empty() ? "text" : type);
      made.name = sink_.keep(!value("name").empty() ? value("name") : value("id"));
      made.named =
          aria || inside_label(node) || std::binary_search(labelled_.begin(), labelled_.end(), page_.value(node, "id"));
      made.decorative = hidden;
    } else if (name == "video" || name == "audio") {
      made.kind = name == "video" ? PageElement::Kind::film : PageElement::Kind::sound;
      made.decorative = page_.attribute(node, "muted") != nullptr;  // without sound there is nothing to caption
      made.source = sink_.keep(value("src"));
      for (std::uint32_t i = index + 1; i < node.end; ++i) {
        const html::Node& inner = page_.nodes[i];
        if (inner.name == "source" && made.source.empty()) made.source = sink_.keep(page_.value(inner, "src"));
        if (inner.name != "track") continue;
        const std::string kind = lower(page_.value(inner, "kind"));
        made.captioned = made.captioned || kind.empty() || kind == "captions" || kind == "subtitles";
      }
    } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      if (hidden) return;
      made.kind = PageElement::Kind::heading;
      made.level = static_cast<std::uint32_t>(name[1] - '0');
      made.name = sink_.keep(page_.text(index, 120).substr(0, 120));
    } else if (name == "iframe" || name == "frame") {
      made.kind = PageElement::Kind::frame;
      made.named = aria;
      made.decorative = hidden || value("width") == "0" || value("height") == "0";
      made.name = sink_.keep(!value("id").empty() ? value("id") : value("name"));
      made.source = address(value("src"));
    } else {
      return;
    }
    sink_.element(made);
  }

  // A picture inside its address says no more than its type.
  std::string_view address(std::string_view source) {
    if (lower(source.substr(0, 5)) != "data:") return sink_.keep(source);
    return sink_.keep(std::string(source.substr(0, std::min<std::size_t>(source.find_first_of(";,"), 40))) + ",…");
  }

  bool inside_label(const html::Node& node) const {
    for (std::uint32_t up = node.parent, steps = 0; steps < 64; ++steps) {
      if (std::binary_search(labels_.begin(), labels_.end(), up)) return true;
      if (page_.nodes[up].parent == up) return false;
      up = page_.nodes[up].parent;
    }
    return false;
  }

  const html::Document& page_;
  Sink& sink_;
  std::vector<Language> languages_;
  std::vector<std::uint32_t> codes_;   // ends of what is code
  std::vector<std::uint32_t> hidden_;  // ends of what nobody is told of
  std::vector<std::uint32_t> labels_;  // those that say something
  std::vector<std::string_view> labelled_;
};

}  // namespace

void scan_page(std::string utf8, const Limits& limits, Sink& sink) {
  const auto parsed = html::parse(std::string(sink.page().file), std::move(utf8), limits);
  if (!parsed) {
    sink.unreadable(parsed.problem());
    return;
  }
  PageScan(**parsed, sink).run();
}

}  // namespace assay::pages_detail
