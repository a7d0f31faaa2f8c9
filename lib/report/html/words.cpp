#include "report/html/words.hpp"

#include <algorithm>

#include <assay/messages.hpp>

#include "json/document.hpp"
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

// JSON is full of double quotes, each of which would be six bytes.
std::string in_single_quotes(std::string_view json) {
  std::string out;
  for (const char c : json)
    c == '&' ? out += "&amp;" : c == '\'' ? out += "&#39;" : c == '<' ? out += "&lt;" : out += c;
  return out;
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
  if (!values.empty()) out += " data-v='" + in_single_quotes(values) + "'";
  if (const auto tongue = shown(row).first; tongue != language_) out += " lang=\"" + std::string(tongue) + "\"";
  return out + ">";
}

std::string Words::element(std::string_view tag, std::string_view key, const Arguments& arguments,
                           std::string_view attributes) {
  return element_of(tag, key, messages::text_of("en", key).text, arguments, attributes);
}

std::string Words::told(std::string_view pattern, std::string_view tongue, const Arguments& arguments) {
  std::vector<std::string> kept;
  kept.reserve(arguments.size());
  Arguments marks = arguments;
  for (Argument& argument : marks) {
    const auto words = messages::worded(argument.name, argument.value);
    kept.push_back(!words ? marked(argument.value)
                          : told(messages::text_of(tongue, words->key, words->english).text, tongue, words->values));
    argument.value = kept.back();
  }
  return text::format_message(text::visible(pattern), marks, tongue);
}

void Words::put(json::Writer& out, const Arguments& arguments) {
  out.begin_object();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0 && arguments[i].name == arguments[i - 1].name) continue;
    out.key(arguments[i].name);
    const auto words = messages::worded(arguments[i].name, arguments[i].value);
    if (!words) {
      out.string(text::visible(arguments[i].value));
      continue;
    }
    out.begin_object().key("t").unsigned_integer(row_of(words->key, words->english, {})).key("v");
    put(out, words->values);
    out.end_object();
  }
  out.end_object();
}

std::size_t Words::row_of(std::string_view key, std::string_view english, const Arguments& finished) {
  std::string id(key);
  for (const Argument& argument : finished) id.append("\n").append(argument.name).append("=").append(argument.value);
  if (const auto known = known_.find(id); known != known_.end()) return known->second;
  Row texts;
  for (const messages::Said& said : messages::texts_of(key, english))
    texts.emplace_back(said.tag, finished.empty() ? text::visible(said.text) : told(said.text, said.tag, finished));
  return row_of(std::move(id), std::move(texts));
}

std::string Words::element_of(std::string_view tag, std::string_view key, std::string_view english,
                              const Arguments& arguments, std::string_view attributes) {
  // Plural forms differ by language: such a text is made here, not by the script.
  const bool finished = text::has_forms(english);
  const std::size_t row = row_of(key, english, finished ? arguments : Arguments());
  std::string values;
  json::Writer out(values);
  Arguments said = arguments;
  std::erase_if(said, [&](const Argument& each) {
    return english.find("{" + std::string(each.name) + "}") == std::string_view::npos;
  });
  if (!finished && !said.empty()) put(out, said);
  const auto& [tongue, text] = shown(row);
  return open(tag, attributes, row, values) + markup_of(finished ? text : told(text, tongue, arguments)) + "</" +
         std::string(tag) + ">";
}

std::string Words::phrase(std::string_view tag, std::string_view english, std::string_view attributes) {
  if (const auto words = messages::phrase_of(english))
    return element_of(tag, words->key, words->english, words->values, attributes);
  const std::size_t row = row_of("=" + std::string(english), Row{{"en", text::visible(english)}});
  return open(tag, attributes, row, {}) + markup_of(shown(row).second) + "</" + std::string(tag) + ">";
}

std::string Words::named(std::string_view tag, messages::Named what, std::string_view english) {
  const std::string key = messages::named_key(what, english);
  if (messages::texts_of(key, english).size() > 1) return element_of(tag, key, english);
  return "<" + std::string(tag) + " translate=\"no\">" + isolated(english) + "</" + std::string(tag) + ">";
}

std::string Words::label(std::string_view key) {
  const std::size_t number = row(key);
  return "aria-label=\"" + text::xml_escaped(shown(number).second) + "\" data-l=\"" + std::to_string(number) + "\"";
}

std::size_t Words::row(std::string_view key) { return row_of(key, messages::text_of("en", key).text, {}); }

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
  safe.reserve(out.size());
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t open = std::min(out.find('<', at), out.size());
    safe.append(out, at, open - at);
    if (open < out.size()) safe += "\\u003c";  // "</script>" in a text would end the block
    at = open + 1;
  }
  return safe;
}

}  // namespace assay::report
