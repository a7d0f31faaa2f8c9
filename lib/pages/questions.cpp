// Questions: which answers are right, and whether the question has them. QTI 2 and 3, and the QTI 1.2 of cartridges.
#include <algorithm>
#include <map>
#include <set>

#include "pages/contents.hpp"
#include "xml/parse.hpp"

namespace assay::pages_detail {
namespace {

// "qti-simple-choice" and "simpleChoice" are the same element of two versions.
std::string word(std::string_view name) {
  std::string out;
  if (name.starts_with("qti-")) name.remove_prefix(4);
  for (const char c : name)
    if (c != '-' && c != '_') out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  return out;
}

std::string_view attribute_of(Node node, std::initializer_list<std::string_view> names) {
  for (const std::string_view each : names)
    if (const Attribute found = attribute(node, each)) return trimmed(value(found));
  return {};
}

class Questions {
 public:
  Questions(const XmlDocument& document, std::string_view file, Contents& contents)
      : document_(document), file_(file), contents_(contents) {}

  void run() {
    item_.resize(document_.elements.size());
    response_.resize(document_.elements.size(), none);
    walk([&](Node node, const std::string& name) { place(node, name); });
    walk([&](Node node, const std::string&) { choices(node); });
    walk([&](Node node, const std::string& name) { answers(node, name); });
  }

 private:
  template <class Visit>
  void walk(Visit visit) {
    for (Node node = root(document_); node;) {
      visit(node, word(local_name(node)));
      Node next = first_child(node);
      for (Node up = node; !next && up; up = parent(up)) next = next_sibling(up);
      node = next;
    }
  }

  // What an element stands in is asked of its parent, which was placed before.
  void place(Node node, const std::string& name) {
    const Node up = parent(node);
    // Two items of one file may use one identifier.
    item_[node.index] = name == "item" || name == "assessmentitem" ? node.index : up ? item_[up.index] : 0;
    const bool lid = name == "responselid" || name == "responsegrp";
    response_[node.index] = lid || !fed(node).empty() ? node.index : up ? response_[up.index] : none;
  }

  static std::string_view fed(Node node) { return attribute_of(node, {"responseIdentifier", "response-identifier"}); }

  // Identifiers that an interaction offers, by the response that it feeds.
  void choices(Node node) {
    const std::string_view own = attribute_of(node, {"identifier", "ident"});
    if (own.empty()) return;
    const Node up = parent(node);
    const std::uint32_t holder = !fed(node).empty() ? node.index : up ? response_[up.index] : none;
    if (holder == none) return;
    const Node around{&document_, holder};
    const std::string_view response = fed(around);
    offered_[item_of(node)][std::string(response.empty() ? attribute_of(around, {"ident"}) : response)].insert(own);
  }

  [[nodiscard]] std::uint32_t item_of(Node node) const { return item_[node.index]; }

  void answers(Node node, const std::string& name) {
    if (name == "value" && word(local_name(parent(node))) == "correctresponse") {
      const Node declaration = parent(parent(node));
      const std::string_view base = attribute_of(declaration, {"baseType", "base-type"});
      const std::string_view response = attribute_of(declaration, {"identifier"});
      if (base == "string") return add(node, response, content(node), true, true);
      if (base != "identifier" && base != "pair" && base != "directedPair") return;
      const auto& all = offered_[item_of(node)];
      const auto found = all.find(std::string(response));
      if (found == all.end()) return;  // a response that a custom interaction or a script fills
      std::string_view rest = trimmed(content(node));
      bool known = true;
      while (!rest.empty()) {
        const std::size_t space = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        known = known && (space == 0 || found->second.contains(rest.substr(0, space)));
        rest = rest.substr(std::min(space + 1, rest.size()));
      }
      add(node, response, content(node), false, known);
    } else if (name == "mapentry" || name == "varequal") {
      other(node, name);
    }
  }

  void other(Node node, const std::string& name) {
    const auto& all = offered_[item_of(node)];
    if (name == "varequal") {
      const std::string_view response = attribute_of(node, {"respident"});
      const auto found = all.find(std::string(response));
      const std::string_view text = trimmed(content(node));
      if (found == all.end()) return;
      if (text.empty()) return;
      // A fill-in offers one label for what is typed; only choices have several.
      if (found->second.size() > 1) add(node, response, text, false, found->second.contains(text));
    }
  }

  void add(Node node, std::string_view response, std::string_view text, bool typed, bool known) {
    const auto position = xml::position(node);
    Answer made;
    made.file = file_;
    made.line = position.line;
    made.column = position.column;
    made.typed = typed;
    made.known = known;
    made.value = contents_.strings.emplace_back(text.substr(0, 200));
    made.response = contents_.strings.emplace_back(response.substr(0, 200));
    contents_.answers.push_back(made);
  }

  const XmlDocument& document_;
  std::string_view file_;
  Contents& contents_;
  std::vector<std::uint32_t> item_, response_;  // by element: the item around it, and what holds its choices
  std::map<std::uint32_t, std::map<std::string, std::set<std::string_view>>> offered_;
};

}  // namespace

void scan_questions(const std::string& utf8, std::string_view file, const Limits& limits, Contents& contents) {
  const std::string_view head = std::string_view(utf8).substr(0, 4'000);
  bool questions = false;
  for (const std::string_view root : {"assessmentItem", "qti-assessment-item", "questestinterop"})
    questions = questions || head.find(root) != head.npos;
  if (!questions) return;
  const auto parsed = xml::parse(std::string(file), utf8, "", limits);
  if (parsed.well_formed && parsed.document) Questions(*parsed.document, file, contents).run();
}

}  // namespace assay::pages_detail

namespace assay {

std::span<const Answer> answers(const Package& package) { return pages_detail::contents_of(package).answers; }

}  // namespace assay
