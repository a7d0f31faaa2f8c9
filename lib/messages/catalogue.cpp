#include "messages/catalogue.hpp"

#include <optional>
#include <vector>

#include <assay/messages.hpp>

#include "embedded.hpp"
#include "text/digest.hpp"
#include "text/locale.hpp"

namespace assay {
namespace messages {
namespace {

constexpr std::string_view folder = "catalogues/", english_tag = "en";

// English first.
const std::vector<Catalogue>& catalogues() {
  static const auto all = [] {
    std::vector<Catalogue> found;
    for (const EmbeddedFile& file : embedded_under(folder)) {
      Catalogue made(file.path.substr(folder.size()), file.bytes);
      found.insert(made.tag == english_tag ? found.begin() : found.end(), std::move(made));
    }
    return found;
  }();
  return all;
}

const std::vector<std::string_view>& all_tags() {
  static const auto all = [] {
    std::vector<std::string_view> tags;
    for (const Catalogue& each : catalogues()) tags.push_back(each.tag);
    return tags;
  }();
  return all;
}

std::string_view english_of(std::string_view key, std::string_view english) {
  if (!english.empty() || key.starts_with("rule.")) return english;
  const Catalogue* texts = catalogue(english_tag);
  const auto entry = texts ? texts->find(key) : std::nullopt;
  return entry ? entry->text : std::string_view();
}

}  // namespace

const Catalogue* catalogue(std::string_view tag) {
  for (const Catalogue& each : catalogues())
    if (each.tag == tag) return &each;
  return nullptr;
}

std::string key_of(std::string_view rule, std::string_view part) {
  return "rule." + std::string(rule) + "." + std::string(part);
}

std::string requirement_key(const Requirement& row, std::string_view part) {
  return "requirement." + row.family + "/" + row.row + "." + std::string(part);
}

std::string named_key(Named what, std::string_view english) {
  constexpr std::string_view groups[] = {"title.", "clause.", "marker."};
  return std::string(groups[static_cast<int>(what)]).append(english);
}

bool has_words(std::string_view english) {
  bool lower = false, other = false;
  for (const char c : std::string(english) + " ") {
    if (c == ' ' && lower && !other) return true;
    if (c == ' ') lower = other = false;
    lower = lower || (c >= 'a' && c <= 'z');
    other = other || !((c >= 'a' && c <= 'z') || std::string_view(" -,()").find(c) != std::string_view::npos);
  }
  return false;
}

std::string named(std::string_view tag, Named what, std::string_view english) {
  const std::string_view own = own_text(tag, named_key(what, english), english);
  return std::string(own.empty() ? english : own);
}

std::string digest_of(std::string_view english) { return text::sha256_hex(english).substr(0, 8); }

std::string_view own_text(std::string_view tag, std::string_view key, std::string_view english) {
  const Catalogue* own = tag == english_tag ? nullptr : catalogue(tag);
  const auto entry = own ? own->find(key) : std::nullopt;
  return entry && entry->of == digest_of(english) ? entry->text : std::string_view();
}

Said text_of(std::string_view tag, std::string_view key, std::string_view english) {
  english = english_of(key, english);
  const std::string_view own = own_text(tag, key, english);
  return own.empty() ? Said{english, english_tag} : Said{own, tag};
}

std::vector<Said> texts_of(std::string_view key, std::string_view english) {
  english = english_of(key, english);
  std::vector<Said> texts = {{english, english_tag}};
  const std::string digest = digest_of(english);
  for (const Catalogue& each : catalogues())
    if (const auto entry = each.find(key); entry && entry->of == digest && !entry->text.empty())
      texts.push_back({entry->text, each.tag});
  return texts;
}

}  // namespace messages

std::span<const LanguageInfo> language_table() {
  static const auto table = [] {
    std::vector<LanguageInfo> rows;
    for (const messages::Catalogue& each : messages::catalogues()) rows.push_back({each.tag, each.name});
    return rows;
  }();
  return table;
}

std::string_view match_language(std::string_view wanted) {
  const auto index = text::match_language(wanted, messages::all_tags());
  return index ? messages::all_tags()[*index] : std::string_view();
}

}  // namespace assay
