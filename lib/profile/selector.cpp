#include "profile/selector.hpp"

#include "text/wording.hpp"
#include "xml/namespaces.hpp"

namespace assay {
namespace {

bool good_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (name.empty() || name == "*") return name == "*";
  if (name.find_first_of(" \t\n@()[]=") != std::string_view::npos) return false;
  return colon == std::string_view::npos || xml::is_prefix(name.substr(0, colon)) || name.starts_with("xmlns:");
}

}  // namespace

bool Selector::is_name(std::string_view name) { return good_name(name); }

std::string Selector::how_to_write() {
  return "Write names such as cp:item; a path may end in @attribute or text(). Prefixes are " +
         text::listed(xml::prefixes()) + ".";
}

Result<Selector> Selector::parse(std::string_view path) {
  const auto bad = [&](std::string_view step) {
    return Problem{ProblemKind::usage, "bad-path", text::quoted(step) + " is no step of a path.", how_to_write(), ""};
  };
  Selector made;
  made.path_ = path;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view step = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    if (step == "text()" && rest.empty() && !made.element_.empty()) break;
    if (step.starts_with("@") && rest.empty() && !made.element_.empty() && good_name(step.substr(1)) && step != "@*") {
      made.attribute_ = step.substr(1);
      break;
    }
    if (!good_name(step) || !made.parent_.empty()) return bad(step);
    made.parent_ = std::move(made.element_);
    made.element_ = step;
  }
  if (made.element_.empty()) return bad(path);
  if (made.parent_ == "*") made.parent_.clear();
  return made;
}

}  // namespace assay
