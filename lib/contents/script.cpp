// Scripts: a tokenizer that knows comments, strings, templates and regular expressions, and looks at chains of names
// such as window.parent.document. Linear, whatever comes.
#include "contents/scan.hpp"

namespace assay::contents {
namespace {

// What a page of a course can do to the learning system that shows it from the same host.
struct Power {
  std::string_view chain, says;
};
constexpr std::array powers = {
    Power{"document.cookie", "document.cookie"},
    Power{"parent.document", "parent.document"},
    Power{"top.document", "top.document"},
    Power{"top.location", "top.location"},
    Power{"parent.location", "parent.location"},
    Power{"opener.location", "opener.location"},
    Power{"opener.document", "opener.document"},
    Power{"navigator.serviceWorker", "navigator.serviceWorker"},
    Power{"parent.M.cfg", "parent.M.cfg"},
    Power{"M.cfg.sesskey", "M.cfg.sesskey"},
    Power{"top.M.cfg", "top.M.cfg"},
};

// Behind these words a "/" starts a regular expression.
constexpr std::array<std::string_view, 13> operators = {"return", "typeof", "case", "in", "of",    "delete", "void",
                                                        "throw",  "new",    "else", "do", "await", "yield"};

// Does the chain contain these links one after another?
bool contains(std::string_view chain, std::string_view part) {
  for (std::size_t at = chain.find(part); at != npos; at = chain.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || chain[at - 1] == '.') && (end == chain.size() || chain[end] == '.')) return true;
  }
  return false;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t base, Sink& sink) : text_(text), base_(base), sink_(sink) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
      if (space(c)) {
        ++at_;
      } else if (c == '/' && next == '/') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '/' && next == '*') {
        const std::size_t end = find(text_, "*/", at_ + 2);
        at_ = end == npos ? text_.size() : end + 2;
      } else if (c == '"' || c == '\'') {
        string(c);
      } else if (c == '`') {
        backtick();
      } else if (c == '}' && !templates_.empty() && templates_.back() == braces_) {
        templates_.pop_back();
        ++at_;
        template_text();
      } else if (c == '/' && !value_before_) {
        expression();
      } else if (word_character(c)) {
        chain();
      } else {
        if (c == '{') ++braces_;
        if (c == '}' && braces_ > 0) --braces_;
        value_before_ = c == ')' || c == ']' || c == '}';
        ++at_;
      }
    }
  }

 private:
  void string(char quote) {
    for (++at_; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_)
      if (text_[at_] == '\\') ++at_;
    at_ = std::min(at_ + 1, text_.size());
    value_before_ = true;
  }

  void backtick() {
    ++at_;
    template_text();
  }
  // Up to the closing backtick, or to a "${", whose matching "}" leads back here.
  void template_text() {
    value_before_ = true;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '`') {
        ++at_;
        return;
      } else if (text_[at_] == '$' && at_ + 1 < text_.size() && text_[at_ + 1] == '{') {
        at_ += 2;
        templates_.push_back(braces_);
        value_before_ = false;
        return;
      }
    }
  }

  // A regular expression ends on its line; what does not was a division. One attempt that fails answers for all that
  // start in what it has read, so that the whole stays linear.
  void expression() {
    value_before_ = false;
    if (at_ < no_expression_before_) {
      ++at_;
      return;
    }
    bool set = false;
    std::size_t i = at_ + 1;
    for (; i < text_.size() && text_[i] != '\n' && i - at_ < longest_expression; ++i) {
      const char c = text_[i];
      if (c == '\\') {
        ++i;
      } else if (c == '[') {
        set = true;
      } else if (c == ']') {
        set = false;
      } else if (c == '/' && !set) {
        at_ = i + 1;
        value_before_ = true;
        return;
      }
    }
    no_expression_before_ = i;
    ++at_;
  }

  void chain() {
    const std::size_t start = at_;
    std::size_t links = 0;
    bool telling = false;
    std::string_view last;
    for (;;) {
      const std::size_t word = at_;
      while (at_ < text_.size() && word_character(text_[at_])) ++at_;
      last = text_.substr(word, at_ - word);
      telling = telling || tells(last);
      ++links;
      if (at_ + 1 < text_.size() && text_[at_] == '.' && word_character(text_[at_ + 1]))
        ++at_;
      else if (at_ + 2 < text_.size() && text_[at_] == '?' && text_[at_ + 1] == '.' && word_character(text_[at_ + 2]))
        at_ += 2;
      else
        break;
    }
    value_before_ = std::find(operators.begin(), operators.end(), last) == operators.end();
    if (!telling || links < 2) return;
    std::string chain(text_.substr(start, std::min(at_ - start, longest_chain)));
    std::erase(chain, '?');
    for (const Power& power : powers)
      if (contains(chain, power.chain)) {
        sink_.see(Sign::origin_power, base_ + start, power.says);
        return;
      }
  }

  static bool tells(std::string_view word) {
    switch (word.size()) {
      case 3: return word == "cfg";
      case 6: return word == "cookie";
      case 8: return word == "document" || word == "location";
      case 13: return word == "serviceWorker";
      default: return false;
    }
  }

  static constexpr std::size_t longest_chain = 200, longest_expression = 5'000;
  std::string_view text_;
  std::size_t base_;
  Sink& sink_;
  std::size_t at_ = 0, no_expression_before_ = 0;
  bool value_before_ = false;
  std::uint32_t braces_ = 0;
  std::vector<std::uint32_t> templates_;
};

}  // namespace

void scan_script(std::string_view text, std::size_t base, Sink& sink) { Scanner(text, base, sink).run(); }

void scan_scorm_api(std::string_view text, Sink& sink) {
  if (const std::size_t at = find(text, "LMSInitialize"); at != npos) sink.see(Sign::scorm_api, at, "SCORM 1.2");
  if (const std::size_t at = find(text, "API_1484_11"); at != npos) sink.see(Sign::scorm_api, at, "SCORM 2004");
  constexpr std::string_view start = "cmi.";
  bool old = false, late = false;
  for (std::size_t at = find(text, start); at != npos && !(old && late); at = find(text, start, at + 1)) {
    const std::string_view rest = text.substr(at + start.size(), 24);
    if (!old && rest.starts_with("core.")) {
      sink.see(Sign::scorm_data, at, "SCORM 1.2");
      old = true;
    }
    for (const std::string_view name : {"completion_status", "success_status", "score.", "location", "progress_measure",
                                        "session_time", "learner_"}) {
      if (late || !rest.starts_with(name)) continue;
      sink.see(Sign::scorm_data, at, "SCORM 2004");
      late = true;
    }
  }
}

}  // namespace assay::contents
