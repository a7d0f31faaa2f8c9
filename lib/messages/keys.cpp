#include "messages/keys.hpp"

#include <algorithm>
#include <map>

#include <assay/package.hpp>
#include <assay/render.hpp>

#include "messages/catalogue.hpp"

namespace assay::messages {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void add_named(Texts& texts, Named what, std::string_view english) {
  if (has_words(english)) texts.emplace(named_key(what, english), english);
}

void add_profiles(const Store& store, Texts& texts) {
  for (const ProfileInfo& info : store.profiles()) {
    if (info.origin != "built in") continue;
    add_named(texts, Named::title, info.title);
    const bool overlay = info.kind == "overlay";
    const auto profile = overlay ? resolve(store, {{}, {info.id}}) : resolve(store, {{info.id}, {}});
    if (!profile) continue;
    for (const Rule& rule : (*profile)->rules) {
      texts.emplace(key_of(rule.id, "message"), rule.message);
      if (!rule.fix.empty()) texts.emplace(key_of(rule.id, "fix"), rule.fix);
    }
    for (const Requirement& row : (*profile)->requirements) {
      texts.emplace(requirement_key(row, "statement"), row.statement);
      if (!row.rationale.empty()) texts.emplace(requirement_key(row, "rationale"), row.rationale);
      add_named(texts, Named::clause, row.clause);
    }
  }
}

}  // namespace

std::vector<Text> all_texts(const Store& store, std::vector<Text> more) {
  Texts texts;
  const Catalogue& own = *catalogue("en");
  for (std::uint32_t i = 0; i < own.size(); ++i) texts.emplace(own.entry(i).key, own.entry(i).text);
  for (const LimitInfo& limit : limit_table()) {
    texts.emplace("limit." + std::string(limit.name), limit.meaning);
    texts.emplace("unit." + std::string(limit.unit), limit.unit);
  }
  for (const RendererInfo& row : renderer_table()) texts.emplace("renderer." + std::string(row.id), row.summary);
  for (const FormatInfo& format : format_table()) {
    add_named(texts, Named::title, format.title);
    add_named(texts, Named::marker, format.markers);
  }
  add_profiles(store, texts);
  for (Text& text : more) texts.emplace(std::move(text.key), std::move(text.english));
  std::vector<Text> out;
  for (auto& [key, english] : texts)
    if (!english.empty()) out.push_back({key, english});
  return out;
}

std::string_view group_of(std::string_view key) {
  const std::size_t dot = key.find('.');
  const std::string_view first = key.substr(0, dot);
  if (first != "rule" && first != "requirement" && first != "phrase") return first;
  return key.substr(0, key.find_first_of("./", dot + 1));
}

State state_of(std::string_view language, const Text& text) {
  const Catalogue* own = catalogue(language);
  const auto entry = own ? own->find(text.key) : std::nullopt;
  if (!entry || entry->text.empty()) return State::missing;
  if (entry->of != digest_of(text.english)) return State::stale;
  return entry->draft ? State::draft : State::reviewed;
}

}  // namespace assay::messages
