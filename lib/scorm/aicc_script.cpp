// AICC prerequisites: names joined by & and |, ~ in front, = or <> with a status, parentheses, and n*{a,b,c}.
#include <algorithm>
#include <array>

#include <assay/scorm.hpp>

namespace assay {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::string_view operators = "&|~=<>(){},*\"'";

class Script {
 public:
  Script(std::string_view text, ScriptVisit visit, void* context) : text_(text), visit_(visit), context_(context) {}

  // Two states alternate: an operand is wanted, or an operator. Open brackets are counted on a small stack.
  bool read() {
    bool operand = true;
    for (;;) {
      skip();
      if (at_ >= text_.size()) break;
      const char c = text_[at_];
      if (operand) {
        if (c == '~') {
          ++at_;
        } else if (c == '(') {
          if (!open('(')) return false;
        } else if (set_ahead()) {
          if (!open('{')) return false;
        } else {
          if (!name()) return false;
          operand = false;
        }
      } else if (c == '&' || c == '|' || (c == ',' && inside_set())) {
        ++at_;
        operand = true;
      } else if (c == ')' || c == '}') {
        if (depth_ == 0 || brackets_[depth_ - 1] != (c == ')' ? '(' : '{'))
          return fault("a bracket is closed that was not opened");
        --depth_;
        ++at_;
      } else if (c == '=' || text_.substr(at_, 2) == "<>") {
        at_ += c == '=' ? 1 : 2;
        if (!status()) return false;
      } else {
        const std::string_view next = text_.substr(at_, text_.find_first_of(" \t(", at_) - at_);
        const bool in_words = next == "AND" || next == "OR" || next == "and" || next == "or";
        return fault(in_words ? "write & instead of AND and | instead of OR" : "& or | is missing between two names");
      }
    }
    if (operand) return fault("a name is missing at the end");
    return depth_ == 0 || fault("a bracket is not closed");
  }

 private:
  void skip() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  bool inside_set() const { return depth_ > 0 && brackets_[depth_ - 1] == '{'; }

  bool open(char bracket) {
    if (depth_ == brackets_.size()) return fault("brackets are nested too deeply");
    brackets_[depth_++] = bracket;
    ++at_;
    return true;
  }

  // "3*{": moves on to the bracket.
  bool set_ahead() {
    std::size_t i = at_;
    while (i < text_.size() && text_[i] >= '0' && text_[i] <= '9') ++i;
    if (i == at_) return false;
    while (i < text_.size() && is_space(text_[i])) ++i;
    if (i >= text_.size() || text_[i] != '*') return false;
    ++i;
    while (i < text_.size() && is_space(text_[i])) ++i;
    if (i >= text_.size() || text_[i] != '{') return false;
    at_ = i;
    return true;
  }

  std::string_view word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && operators.find(text_[at_]) == std::string_view::npos && !is_space(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  std::string_view quoted() {
    const char quote = text_[at_];
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) return {};
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return inside;
  }

  bool name() {
    const bool has_quote = text_[at_] == '"' || text_[at_] == '\'';
    const std::string_view found = has_quote ? quoted() : word();
    if (found.empty()) return fault("a name is missing");
    visit_(context_, {ScriptPart::Kind::name, found, {}});
    return true;
  }

  bool status() {
    skip();
    if (at_ >= text_.size()) return fault("a status is missing");
    const bool has_quote = text_[at_] == '"' || text_[at_] == '\'';
    const std::string_view found = has_quote ? quoted() : word();
    if (found.empty()) return fault("a status is missing");
    visit_(context_, {ScriptPart::Kind::status, found, {}});
    return true;
  }

  bool fault(std::string_view explanation) {
    visit_(context_, {ScriptPart::Kind::fault, text_.substr(std::min(at_, text_.size())), explanation});
    return false;
  }

  std::string_view text_;
  ScriptVisit visit_;
  void* context_;
  std::size_t at_ = 0, depth_ = 0;
  std::array<char, 64> brackets_{};
};

}  // namespace

bool read_aicc_script(std::string_view script, ScriptVisit visit, void* context) {
  return Script(script, visit, context).read();
}

}  // namespace assay
