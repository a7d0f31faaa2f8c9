#include "report/html/words.hpp"

#include <algorithm>

#include <assay/messages.hpp>

#include "json/document.hpp"
#include "messages/catalogue.hpp"
#include "messages/phrases.hpp"
#include "text/escape.hpp"
#include "text/message_format.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

constexpr char value_begins = '\x02', value_ends = '\x03';  // no visible text has them

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Plural forms and words of the library differ by language: such a text is made here, not by the script.
bool is_made_here(std::string_view english, const Words::Arguments& arguments) {
  return text::has_forms(english) || std::any_of(arguments.begin(), arguments.end(), [](const Argument& argument) {
           return messages::holds_words(argument.name);
         });
}

std::string marked(std::string_view value) {
  const std::string shown = text::visible(value);
  return is_number(value) ? shown : value_begins + shown + value_ends;
}

// A finished text whose values are marked, as markup.
std::string markup_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find(value_begins, at), text.size());
    out += text::xml_escaped(text.substr(at, open - at));
    if (open == text.size()) break;
    const std::size_t close = std::min(text.find(value_ends, open), text.size());
    out += isolated(text.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  return out;
}

}  // namespace

std::string isolated(std::string_view package_text) {
  return "<bdi translate=\"no\">" + text::xml_escaped(text::visible(package_text)) + "</bdi>";
}

std::string code(std::string_view id) {
  return "<code translate=\"no\">" + text::xml_escaped(text::visible(id)) + "</code>";
}

std::size_t Words::row_of(std::string id, Row row) {
  const auto [found, fresh] = known_.emplace(std::move(id), rows_.size());
  if (fresh) rows_.push_back(std::move(row));
  return found->second;
}

const std::pair<std::string_view, std::string>& Words::shown(std::size_t row) const {
  const Row& texts = rows_[row];
  const auto own = std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.first == language_; });
  return own == texts.end() ? texts.front() : *own;
}

std::string Words::open(std::string_view tag, std::string_view attributes, std::size_t row, std::string_view values) {
  std::string out = "<" + std::string(tag);
  if (!attributes.empty()) out.append(" ").append(attributes);
  out += " data-t=\"" + std::to_string(row) + "\"";
  if (!values.empty()) out += " data-v=\"" + text::xml_escaped(values) + "\"";
  if (const auto tongue = shown(row).first; tongue != language_) out += " lang=\"" + std::string(tongue) + "\"";
  return out + ">";
}

std::string Words::element(std::string_view tag, std::string_view key, const Arguments& arguments,
                           std::string_view attributes) {
  return element_of(tag, key, messages::text_of("en", key).text, arguments, attributes);
}

std::string Words::element_of(std::string_view tag, std::string_view key, std::string_view english,
                              const Arguments& arguments, std::string_view attributes) {
  const bool finished = is_made_here(english, arguments);
  std::string id(key), values;
  if (finished)
    for (const Argument& argument : arguments) id.append("\n").append(argument.name).append("=").append(argument.value);
  std::vector<std::string> kept;
  kept.reserve(arguments.size());
  Arguments marks = arguments;
  for (Argument& argument : marks)
    if (!messages::holds_words(argument.name)) argument.value = kept.emplace_back(marked(argument.value));
  if (!finished && !arguments.empty()) {
    json::Writer out(values);
    out.begin_object();
    for (std::size_t i = 0; i < arguments.size(); ++i)
      if (i == 0 || arguments[i].name != arguments[i - 1].name)
        out.key(arguments[i].name).string(text::visible(arguments[i].value));
    out.end_object();
  }
  Row texts;
  if (!known_.contains(id))
    for (const LanguageInfo& language : language_table()) {
      const messages::Said said = messages::text_of(language.tag, key, english);
      if (said.tag != language.tag) continue;
      texts.emplace_back(language.tag,
                         finished ? filled(said.tag, text::visible(said.text), marks) : text::visible(said.text));
    }
  const std::size_t row = row_of(std::move(id), std::move(texts));
  const auto& [tongue, text] = shown(row);
  return open(tag, attributes, row, values) + markup_of(finished ? text : text::format_message(text, marks, tongue)) +
         "</" + std::string(tag) + ">";
}

std::string Words::phrase(std::string_view tag, std::string_view english, std::string_view attributes) {
  Row texts;
  for (const LanguageInfo& language : language_table())
    if (std::string said = in_language(language.tag, english); language.tag == "en" || said != english)
      texts.emplace_back(language.tag, text::visible(said));
  const std::size_t row = row_of("=" + std::string(english), std::move(texts));
  return open(tag, attributes, row, {}) + markup_of(shown(row).second) + "</" + std::string(tag) + ">";
}

std::string Words::label(std::string_view key) {
  const std::size_t number = row(key);
  return "aria-label=\"" + text::xml_escaped(shown(number).second) + "\" data-l=\"" + std::to_string(number) + "\"";
}

std::size_t Words::row(std::string_view key) {
  Row texts;
  for (const LanguageInfo& language : language_table())
    if (const messages::Said said = messages::text_of(language.tag, key); said.tag == language.tag)
      texts.emplace_back(language.tag, said.text);
  return row_of(std::string(key), std::move(texts));
}

std::string Words::data() const {
  std::string out;
  json::Writer json(out);
  json.begin_object().key("language").string(language_).key("languages").begin_array();
  for (const LanguageInfo& language : language_table())
    json.begin_object().key("tag").string(language.tag).key("name").string(language.name).end_object();
  json.end_array().key("texts").begin_array();
  for (const Row& row : rows_) {
    json.begin_object();
    for (const auto& [tag, text] : row) json.key(tag).string(text);
    json.end_object();
  }
  json.end_array().end_object();
  std::string safe;
  for (const char c : out)
    if (c == '<')
      safe += "\\u003c";  // "</script>" in a text would end the block
    else
      safe.push_back(c);
  return safe;
}

}  // namespace assay::report
