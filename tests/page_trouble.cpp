#include "page_trouble.hpp"

#include <algorithm>
#include <set>

#include "html/html.hpp"

namespace assay {
namespace {

constexpr std::string_view english_words[] = {"the", "which", "are",   "with", "this",  "from",   "that",
                                              "and", "each",  "these", "a",    "must",  "where",  "when",
                                              "an",  "there", "or",    "of",   "write", "cannot", "only"};

using html::Document;
using html::Node;

// Its own, or that of the nearest element around it.
std::string_view inherited(const Document& page, const Node& node, std::string_view name) {
  for (const Node* at = &node;; at = &page.nodes[at->parent]) {
    if (at->kind == Node::Kind::element && page.attribute(*at, name)) return page.value(*at, name);
    if (at == &page.nodes[0]) return {};
  }
}

bool is_code(const Document& page, const Node& text) {
  const std::string_view name = page.nodes[text.parent].name;
  return name == "script" || name == "style" || name == "pre";
}

class Trouble {
 public:
  explicit Trouble(const Document& page) : page_(page) {}

  std::string of(std::string_view language) {
    if (page_.value(page_.nodes[0], "lang") != language) say("lang", "of the page");
    for (const Node& node : page_.nodes) node.kind == Node::Kind::element ? element(node) : words(node, language);
    if (!policy_) say("policy", "is missing");
    if (level_ == 0) say("heading", "is missing");
    for (const std::string& id : wanted_)
      if (!ids_.contains(id)) say("no element has the id", id);
    return out_;
  }

 private:
  void say(std::string_view what, std::string_view which) { out_.append(what).append(": ").append(which).append("\n"); }

  void element(const Node& node) {
    if (node.implied) say("element without a start tag", node.name);
    if (const std::string_view id = page_.value(node, "id"); !id.empty() && !ids_.insert(std::string(id)).second)
      say("id twice", id);
    for (const std::string_view name : {"for", "aria-labelledby"})
      for (std::string_view list = page_.value(node, name); !list.empty();) {
        const std::size_t end = std::min(list.find(' '), list.size());
        wanted_.insert(std::string(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    for (const std::string_view name : {"href", "src", "action", "data", "poster", "srcset"})
      if (page_.attribute(node, name)) address(page_.value(node, name));
    if (node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6') {
      const int level = node.name[1] - '0';
      if (level > level_ + 1) say("heading left out in front of", node.name);
      level_ = level;
    }
    if (node.name == "meta" && page_.value(node, "http-equiv") == "Content-Security-Policy")
      policy_ = page_.value(node, "content").starts_with("default-src 'none'");
  }

  void address(std::string_view where) {
    if (!where.starts_with('#'))
      say("address outside of the page", where);
    else
      wanted_.insert(std::string(where.substr(1)));
  }

  void words(const Node& node, std::string_view language) {
    if (language == "en" || is_code(page_, node) || inherited(page_, node, "translate") == "no") return;
    const std::string_view tongue = inherited(page_, node, "lang");
    if (page_.nodes[node.parent].name != "option" && tongue != language) say("text of another language", node.text);
    if (const std::string left = english_left(node.text); !left.empty()) say("English left", left);
  }

  const Document& page_;
  std::set<std::string> ids_, wanted_;
  int level_ = 0;
  bool policy_ = false;
  std::string out_;
};

}  // namespace

std::string english_left(std::string_view said) {
  std::string word;
  bool quoted = false;
  for (std::size_t i = 0; i <= said.size(); ++i) {
    const char c = i < said.size() ? said[i] : ' ';
    quoted = quoted != (c == '"');
    if (!quoted && c != '"' && c != ' ' && c != ',' && c != '.') {
      word.push_back(c);
      continue;
    }
    if (std::find(std::begin(english_words), std::end(english_words), word) != std::end(english_words))
      return std::string(said);
    word.clear();
  }
  return {};
}

std::string page_trouble(const std::string& page, std::string_view language) {
  const auto parsed = html::parse("report.html", page, {});
  return parsed ? Trouble(**parsed).of(language) : parsed.problem().message;
}

}  // namespace assay
