// Texts and their languages: plural forms, matching, phrases, and the gate over every translation.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include <assay/messages.hpp>

#include "../cli/verbs.hpp"
#include "embedded.hpp"
#include "messages/catalogue.hpp"
#include "messages/keys.hpp"
#include "messages/phrases.hpp"
#include "text/message_format.hpp"

using namespace assay;
using namespace assay::messages;

namespace {

// Whoever adds a text of these groups also writes it in every language; the others may lag behind and are said in
// English until a language claims them.
constexpr std::array<std::string_view, 8> always_whole = {"help",     "html",     "level",   "outcome",
                                                          "question", "severity", "trouble", "verdict"};

const std::vector<Text>& texts() {
  static const auto all = all_texts(Store(), cli_detail::help_texts());
  return all;
}

std::string formatted(std::string_view pattern, std::initializer_list<Argument> arguments, std::string_view language) {
  return text::format_message(pattern, {arguments.begin(), arguments.size()}, language);
}

// The text with blanks for what stands in placeholders, quotes or <>.
std::string without_names(std::string_view text) {
  std::string plain;
  char closing = 0;
  for (const char c : text) {
    if (closing) {
      closing = c == closing ? 0 : closing;
      plain.push_back(' ');
      continue;
    }
    closing = c == '{' ? '}' : c == '<' ? '>' : c == '"' ? '"' : 0;
    plain.push_back(closing ? ' ' : c);
  }
  return plain;
}

// Plain words of Latin letters, lower-case: no options, paths, abbreviations, nor the names of formats and tools.
std::set<std::string> latin_words(std::string_view text) {
  constexpr std::string_view names = " assay plural select other one none number size ";
  std::set<std::string> words;
  const std::string plain = without_names(text::in_general(text));
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" \n", at), plain.size());
    std::string word = plain.substr(at, end - at);
    at = end + 1;
    const std::size_t first = word.find_first_not_of("("), last = word.find_last_not_of(",.;:!?)}");
    if (first == std::string::npos || last == std::string::npos || last < first) continue;
    word = word.substr(first, last - first + 1);
    const auto all = [&](char from, char to) {
      return std::all_of(word.begin(), word.end(), [&](char c) { return c >= from && c <= to; });
    };
    for (char& c : word)
      if (&c == word.data() && word.size() > 1 && word[1] >= 'a' && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (all('a', 'z') && names.find(" " + word + " ") == std::string_view::npos) words.insert(word);
  }
  return words;
}

constexpr std::array<std::string_view, 24> english_words = {
    "the",  "which", "is",    "are",  "with",   "not", "this",  "of",   "from",  "does",  "that",   "and",
    "each", "these", "those", "must", "should", "it",  "where", "when", "there", "write", "cannot", "only"};

struct Script {
  std::string_view tag;
  std::uint32_t first, last;
};
constexpr std::array<Script, 6> scripts = {Script{"th", 0xE00, 0xE7F},   Script{"lo", 0xE80, 0xEFF},
                                           Script{"km", 0x1780, 0x17FF}, Script{"my", 0x1000, 0x109F},
                                           Script{"ta", 0xB80, 0xBFF},   Script{"zh-Hans", 0x4E00, 0x9FFF}};

std::size_t letters_of_script(std::string_view text, const Script& script) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    if ((byte(0) & 0xF0) != 0xE0) continue;
    const std::uint32_t c = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    count += c >= script.first && c <= script.last ? 1 : 0;
  }
  return count;
}

// What is wrong with a translation as a piece of text; empty when nothing is.
std::string trouble_of(std::string_view tag, std::string_view english, std::string_view own) {
  if (text::placeholders(english) != text::placeholders(own)) return "other placeholders";
  if (const auto bad = text::pattern_trouble(own, tag); !bad.empty()) return bad;
  if (own.find("''") != std::string_view::npos || own.find("'{") != std::string_view::npos) return "quoted apostrophe";
  if (own.find("\xE2\x80\x8B") != std::string_view::npos) return "zero-width space";
  const auto there = latin_words(english), left = latin_words(own);
  const bool says_something = !there.empty();
  for (const std::string_view word : english_words)
    if (left.contains(std::string(word))) return "English left in it: " + std::string(word);
  for (const Script& script : scripts) {
    if (script.tag != tag || !says_something) continue;
    if (letters_of_script(own, script) == 0) return "not in the script of the language";
    for (const std::string& word : left)
      if (!there.contains(word) && word.size() > 3) return "Latin word that the English text has not: " + word;
  }
  return {};
}

// A word of the field that the text says, not in a placeholder, a quotation or markup.
bool says(std::string_view english, std::string_view word) {
  std::string plain = without_names(english);
  for (char& c : plain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto inside_word = [&](std::size_t at) {
    const char c = at < plain.size() ? plain[at] : ' ';
    return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
  };
  for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word, at + 1))
    if (!(at > 0 && inside_word(at - 1)) && !inside_word(at + word.size())) return true;
  return false;
}

// Some form of the term stands in the translation, or the English word itself, which is then a name.
bool keeps(std::string_view own, JsonNode forms, JsonNode english) {
  std::string small(own);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const JsonNode list : {forms, english})
    for (JsonNode form = first_child(list); form; form = next_sibling(form))
      if (small.find(content(form)) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("translations use the terms of the glossary") {
  const auto glossary = json::parse("glossary", std::string(embedded_file("validators/messages/glossary.json")));
  REQUIRE(glossary.ok());
  for (JsonNode term = first_child(member(root(**glossary), "terms")); term; term = next_sibling(term))
    for (const LanguageInfo& language : language_table()) {
      if (language.tag == "en") continue;
      CHECK_MESSAGE(size(member(term, language.tag)) > 0, content(member(term, "term")) << " " << language.tag);
      for (const Text& text : texts()) {
        const std::string_view own = own_text(language.tag, text.key, text.english);
        if (own.empty() || group_of(text.key) == "cli") continue;
        bool said = false;
        for (JsonNode word = first_child(member(term, "english")); word; word = next_sibling(word))
          said = said || says(text.english, content(word));
        if (said)
          CHECK_MESSAGE(keeps(own, member(term, language.tag), member(term, "english")),
                        language.tag << " " << text.key << ": " << content(member(term, "term")));
      }
    }
}

TEST_CASE("plural forms follow the language, values go in as they are") {
  constexpr std::string_view rules = "{count, plural, one {# rule} other {# rules}}";
  CHECK(formatted(rules, {{"count", "1"}}, "en") == "1 rule");
  CHECK(formatted(rules, {{"count", "1234"}}, "en") == "1,234 rules");
  CHECK(formatted("{count, plural, other {# กฎ}}", {{"count", "1"}}, "th") == "1 กฎ");
  CHECK(formatted("{count, number}", {{"count", "1234567"}}, "id") == "1.234.567");
  CHECK(formatted("{a} and {b}", {{"a", "{b}"}, {"b", "it's '{a}'"}}, "en") == "{b} and it's '{a}'");
  CHECK(formatted("{a} of {missing}", {{"a", "1"}}, "en") == "1 of {missing}");
  CHECK(formatted("{count, plural, other {#}} {name}", {{"count", "2"}, {"name", "<{x}> '"}}, "en") == "2 <{x}> '");
  CHECK(formatted("{count, plural, other {#}}", {{"count", "many"}}, "en").find("plural") != std::string::npos);
  CHECK(text::placeholders("{b} {a, plural, one {{c}} other {#}}") == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("sizes are said in the unit that people read") {
  CHECK(text::size_in_words(0) == "0 B");
  CHECK(text::size_in_words(1'000) == "1,000 B");
  CHECK(text::size_in_words(1'536) == "1.5 KiB");
  CHECK(text::size_in_words(64ull << 20) == "64 MiB");
  CHECK(text::size_in_words(~0ull) == "16,777,216 TiB");
  CHECK(formatted("{n, plural, one {# file ({bytes, size})} other {# files ({bytes, size})}}",
                  {{"n", "2"}, {"bytes", "1610612736"}}, "vi") == "2 files (1,5 GiB)");
  CHECK(formatted("{bytes, size}", {{"bytes", "many"}}, "en") == "many");
  CHECK(text::placeholders("{bytes, size} {a}") == std::vector<std::string>{"a", "bytes"});
  CHECK(text::in_general("more than {bytes, size}") == "more than {bytes}");
  CHECK(text::pattern_trouble("{bytes, size}", "th").empty());
}

TEST_CASE("a part of a sentence can vanish") {
  constexpr std::string_view pattern = "Correct it.{near, select, none {} other { Most alike: {near}.}}";
  CHECK(formatted(pattern, {{"near", "a.html"}}, "en") == "Correct it. Most alike: a.html.");
  CHECK(formatted(pattern, {{"near", "none"}}, "en") == "Correct it.");
}

TEST_CASE("a pattern in general has no plural forms and still its placeholders") {
  CHECK(text::in_general("{count, plural, one {# file} other {# files of {total, number}}} in {place}: {…}") ==
        "{count} files of {total} in {place}: {…}");
  CHECK(text::in_general("plain, {a} {") == "plain, {a} {");
  CHECK(text::in_general("{a, plural, one {x}") == "{a}");
}

TEST_CASE("a wish finds the language that serves it") {
  CHECK(match_language("zh-CN") == "zh-Hans");
  CHECK(match_language("zh_SG.UTF-8") == "zh-Hans");
  CHECK(match_language("in") == "id");
  CHECK(match_language("tl") == "fil");
  CHECK(match_language("th_TH.UTF-8") == "th");
  CHECK(match_language("ms-MY") == "ms");
  CHECK(match_language("ta-SG") == "ta");
  CHECK(match_language("en-GB") == "en");
  CHECK(match_language("de").empty());
  CHECK(match_language("").empty());
  CHECK(match_language("not a language").empty());
}

TEST_CASE("a phrase is found again by its form") {
  const auto values = matched("\"{value}\" is no {what}.", "\"a\" is no\" is no day.");
  REQUIRE(values);
  CHECK((*values)[0].second == "a\" is no");
  CHECK((*values)[1].second == "day");
  CHECK(!matched("at most {count} characters", "at most 5 letters"));
  CHECK(matched("Write { \"max\": 10 }.", "Write { \"max\": 10 }."));
  CHECK(!matched("{a} b", ""));
}

TEST_CASE("what nobody translated is said in English, with English plural forms") {
  CHECK(say("en", "summary.error", {{"count", "1"}}) == "1 error");
  CHECK(in_language("th", "nobody ever wrote this") == "nobody ever wrote this");
  CHECK(in_language("id", "This is not a zip archive but a PDF document.") ==
        "Ini bukan arsip zip melainkan dokumen PDF.");
  CHECK(in_language("vi", "The document has too many elements: the limit xml-nodes is 5.") ==
        "Tài liệu có quá nhiều phần tử: giới hạn xml-nodes là 5.");
  CHECK(say("en", "no.such.key") == "no.such.key");
}

TEST_CASE("every catalogue can be read and has a name") {
  CHECK(language_table().size() >= 11);
  CHECK(language_table().front().tag == "en");
  for (const LanguageInfo& language : language_table()) {
    CAPTURE(language.tag);
    const Catalogue& own = *catalogue(language.tag);
    CHECK(own.size() > 100);
    for (std::uint32_t i = 0; i < own.size(); ++i) CHECK(own.find(own.entry(i).key)->text == own.entry(i).text);
    for (const auto* absent : {"", "no.such.key", "zzz"}) CHECK(!own.find(absent));
    CHECK(!language.name.empty());
  }
}

TEST_CASE("English texts are patterns, and phrases are told apart by their form") {
  std::set<std::string> seen;
  for (const Text& text : texts()) {
    const std::string& key = text.key;
    CAPTURE(key);
    CHECK_MESSAGE(text::pattern_trouble(text.english, "en").empty(), text.english);
    if (key.starts_with("phrase.")) {
      CHECK(seen.insert(text.english).second);
      CHECK_MESSAGE(matched(text.english, text.english), text.english);
    }
  }
}

TEST_CASE("every translation is one") {
  for (const LanguageInfo& language : language_table())
    for (const Text& text : texts()) {
      if (language.tag == "en" || state_of(language.tag, text) < State::draft) continue;
      const auto bad = trouble_of(language.tag, text.english, own_text(language.tag, text.key, text.english));
      CHECK_MESSAGE(bad.empty(), language.tag << " " << text.key << ": " << bad);
    }
}

TEST_CASE("a language has what it promises, and what every language has to have") {
  for (const LanguageInfo& language : language_table()) {
    if (language.tag == "en") continue;
    std::set<std::string_view> whole(catalogue(language.tag)->complete.begin(),
                                     catalogue(language.tag)->complete.end());
    for (const std::string_view group : whole) {
      CAPTURE(group);
      CHECK(std::any_of(texts().begin(), texts().end(), [&](const Text& text) { return group_of(text.key) == group; }));
    }
    whole.insert(always_whole.begin(), always_whole.end());
    for (const Text& text : texts())
      if (whole.contains(group_of(text.key)))
        CHECK_MESSAGE(state_of(language.tag, text) >= State::draft, language.tag << " " << text.key);
  }
}
