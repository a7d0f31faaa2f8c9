#include "xml/doctype.hpp"

#include <algorithm>
#include <unordered_map>

namespace assay::xml {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::uint64_t most_expanded = 1 << 20;  // bytes of one entity, or of all references to it
constexpr std::uint64_t most_proportion = 10;     // and this many times the whole document
constexpr std::uint32_t most_nested = 16;

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Reads the declarations of an internal subset one by one; what it does not understand it skips.
class Subset {
 public:
  Subset(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  /// Behind "<!DOCTYPE".
  Doctype read() {
    Doctype found;
    found.present = true;
    bool inside = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        found.system = quoted();
      } else if (!inside && c == '[') {
        inside = true;
        ++at_;
      } else if (inside && c == ']') {
        inside = false;
        ++at_;
      } else if (!inside && c == '>') {
        found.closed = true;
        ++at_;
        break;
      } else if (inside && c == '<') {
        const std::string_view kept = found.system;
        declaration(found);
        found.system = kept;
      } else {
        ++at_;
      }
    }
    found.end = std::min(at_, text_.size());
    return found;
  }

 private:
  void skip_to(std::string_view mark) {
    const std::size_t end = text_.find(mark, at_);
    at_ = end == npos ? text_.size() : end + mark.size();
  }
  std::string_view quoted() {
    const std::size_t open = at_++, end = text_.find(text_[open], at_);
    at_ = end == npos ? text_.size() : end + 1;
    return text_.substr(open + 1, end == npos ? npos : end - open - 1);
  }
  std::string_view word() {
    while (at_ < text_.size() && space(text_[at_])) ++at_;
    const std::size_t start = at_;
    while (at_ < text_.size() && !space(text_[at_]) && std::string_view("\"'<>[]").find(text_[at_]) == npos) ++at_;
    return text_.substr(start, at_ - start);
  }

  void declaration(Doctype& out) {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ += 4;
      return skip_to("-->");
    }
    if (rest.starts_with("<?")) return skip_to("?>");
    Entity entity;
    entity.offset = at_;
    const bool wanted = rest.starts_with("<!ENTITY");
    at_ += wanted ? 8 : 1;
    if (wanted) {
      entity.name = word();
      if (entity.name == "%") {
        entity.parameter = true;
        entity.name = word();
      }
    }
    bool external = false;
    std::string_view last;
    while (at_ < text_.size() && text_[at_] != '>') {
      if (text_[at_] == '"' || text_[at_] == '\'') {
        last = quoted();
      } else if (const std::string_view next = word(); !next.empty()) {
        external = external || next == "SYSTEM" || next == "PUBLIC";
        entity.unparsed = entity.unparsed || next == "NDATA";
      } else if (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '"' && text_[at_] != '\'') {
        ++at_;
      }
    }
    if (at_ < text_.size()) ++at_;
    (external ? entity.system : entity.value) = last;
    if (wanted && !entity.name.empty()) out.entities.push_back(entity);
  }

  std::string_view text_;
  std::size_t at_;
};

/// Calls visit(name) for every &name; in the text.
template <class Visit>
void each_reference(std::string_view text, Visit visit) {
  for (std::size_t at = text.find('&'); at != npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.find_first_of(";& <\"", at + 1);
    if (end != npos && text[end] == ';' && end - at > 1 && text[at + 1] != '#')
      visit(text.substr(at + 1, end - at - 1));
  }
}

struct Expansion {
  std::uint64_t bytes = 0;
  std::uint32_t depth = 0;
  enum class State : std::uint8_t { fresh, open, done } state = State::fresh;
};

}  // namespace

Doctype find_doctype(std::string_view text, std::size_t from) {
  std::size_t at = from;
  for (;;) {  // prolog: white space, comments, processing instructions
    at = text.find('<', at);
    if (at == npos) return {};
    if (text.substr(at, 4) == "<!--") {
      at = text.find("-->", at + 4);
    } else if (text.substr(at, 2) == "<?") {
      at = text.find("?>", at + 2);
    } else {
      break;
    }
    if (at == npos) return {};
  }
  if (text.substr(at, 9) != "<!DOCTYPE") return {};
  Doctype found = Subset(text, at + 9).read();
  found.begin = at;
  return found;
}

const Entity* explosive_entity(const Doctype& doctype, std::string_view text) {
  const auto& entities = doctype.entities;
  if (entities.empty()) return nullptr;
  std::unordered_map<std::string_view, std::size_t> by_name;
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (!entities[i].parameter) by_name.emplace(entities[i].name, i);  // the first declaration binds
  std::vector<Expansion> sizes(entities.size());
  struct Step {
    std::size_t entity;
    std::vector<std::size_t> inner;
    std::size_t next = 0;
  };
  const auto too_much = [&](std::uint64_t bytes) {
    return bytes > most_expanded && bytes / most_proportion > text.size();
  };
  for (std::size_t start = 0; start < entities.size(); ++start) {
    if (sizes[start].state != Expansion::State::fresh) continue;
    std::vector<Step> stack;
    const auto enter = [&](std::size_t index) {
      sizes[index].state = Expansion::State::open;
      sizes[index].bytes = entities[index].value.size();
      Step& step = stack.emplace_back(Step{index, {}});
      each_reference(entities[index].value, [&](std::string_view name) {
        if (const auto found = by_name.find(name); found != by_name.end()) step.inner.push_back(found->second);
      });
    };
    enter(start);
    while (!stack.empty()) {
      Step& step = stack.back();
      Expansion& mine = sizes[step.entity];
      if (step.next == step.inner.size()) {
        mine.state = Expansion::State::done;
        if (mine.depth >= most_nested || too_much(mine.bytes)) return &entities[step.entity];
        stack.pop_back();
        continue;
      }
      const std::size_t inner = step.inner[step.next];
      if (sizes[inner].state == Expansion::State::open) return &entities[step.entity];  // a loop
      if (sizes[inner].state == Expansion::State::fresh) {
        enter(inner);
        continue;
      }
      mine.bytes = std::min<std::uint64_t>(mine.bytes + sizes[inner].bytes, 1ull << 60);
      mine.depth = std::max(mine.depth, sizes[inner].depth + 1);
      ++step.next;
    }
  }
  std::uint64_t total = 0;
  const Entity* gravest = nullptr;
  each_reference(text.substr(doctype.end), [&](std::string_view name) {
    const auto found = by_name.find(name);
    if (found == by_name.end()) return;
    total += sizes[found->second].bytes;
    if (!gravest && too_much(total)) gravest = &entities[found->second];
  });
  return gravest;
}

bool blank_doctype(std::string& text, std::uint32_t& offset) {
  Doctype found = find_doctype(text);
  if (!found.present) return false;
  offset = static_cast<std::uint32_t>(found.begin);
  for (int number = 1; found.present; ++number) {
    for (std::size_t i = found.begin; i < found.end; ++i)
      if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
    // An empty declaration in the place of the second says what is wrong here, and declares nothing.
    if (number == 2 && found.closed && found.end - found.begin > 10) {
      text.replace(found.begin, 9, "<!DOCTYPE");
      text[found.end - 1] = '>';
    }
    found = find_doctype(text, found.end);
  }
  return true;
}

}  // namespace assay::xml
