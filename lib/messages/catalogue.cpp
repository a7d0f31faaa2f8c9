#include "messages/catalogue.hpp"

#include <algorithm>
#include <mutex>

#include <assay/messages.hpp>

#include "embedded.hpp"
#include "text/digest.hpp"
#include "text/locale.hpp"

namespace assay {
namespace messages {
namespace {

constexpr std::string_view folder = "validators/messages/", ending = ".json", english_tag = "en";

std::unique_ptr<Catalogue> read(std::string_view tag, std::string_view bytes) {
  auto made = std::make_unique<Catalogue>();
  made->tag = tag;
  auto parsed = json::parse(std::string(folder) + std::string(tag) + std::string(ending), std::string(bytes));
  if (!parsed) {
    made->trouble = parsed.problem().message;
    return made;
  }
  made->document = std::move(*parsed);
  const JsonNode top = root(*made->document), texts = member(top, "texts");
  made->name = content(member(top, "name"));
  for (JsonNode group = first_child(member(top, "complete")); group; group = next_sibling(group))
    made->complete.push_back(content(group));
  made->entries.reserve(size(texts));
  for (JsonNode each = first_child(texts); each; each = next_sibling(each)) {
    if (type(each) == JsonType::string)
      made->entries.emplace(key(each), Entry{content(each), {}, false});
    else
      made->entries.emplace(
          key(each), Entry{content(member(each, "text")), content(member(each, "of")), boolean(member(each, "draft"))});
  }
  return made;
}

// Read once and never changed: what is embedded is the same for every caller.
struct Shelf {
  std::once_flag once;
  std::unique_ptr<Catalogue> catalogue;
};

std::vector<std::string_view> tags() {
  std::vector<std::string_view> found = {english_tag};
  for (const EmbeddedFile& file : embedded_under(folder)) {
    std::string_view tag = file.path.substr(folder.size());
    tag.remove_suffix(ending.size());
    if (tag != english_tag && tag != "glossary") found.push_back(tag);
  }
  return found;
}

const std::vector<std::string_view>& all_tags() {
  static const std::vector<std::string_view> all = tags();
  return all;
}

}  // namespace

const Catalogue* catalogue(std::string_view tag) {
  static std::vector<Shelf> shelves(all_tags().size());
  const auto found = std::find(all_tags().begin(), all_tags().end(), tag);
  if (found == all_tags().end()) return nullptr;
  Shelf& shelf = shelves[static_cast<std::size_t>(found - all_tags().begin())];
  std::call_once(shelf.once, [&] {
    shelf.catalogue = read(tag, embedded_file(std::string(folder) + std::string(tag) + std::string(ending)));
  });
  return shelf.catalogue.get();
}

std::string key_of(std::string_view rule, std::string_view part) {
  return "rule." + std::string(rule) + "." + std::string(part);
}

std::string requirement_key(const Requirement& row, std::string_view part) {
  return "requirement." + row.family + "/" + row.row + "." + std::string(part);
}

std::string digest_of(std::string_view english) { return text::sha256_hex(english).substr(0, 8); }

std::string_view own_text(std::string_view tag, std::string_view key, std::string_view english) {
  const Catalogue* own = tag == english_tag ? nullptr : catalogue(tag);
  const auto entry = own ? own->entries.find(key) : decltype(own->entries.find(key)){};
  if (!own || entry == own->entries.end()) return {};
  return entry->second.of == digest_of(english) ? entry->second.text : std::string_view();
}

Said text_of(std::string_view tag, std::string_view key, std::string_view english) {
  if (english.empty() && !key.starts_with("rule.")) {
    const auto entry = catalogue(english_tag)->entries.find(key);
    if (entry == catalogue(english_tag)->entries.end()) return {{}, english_tag};
    english = entry->second.text;
  }
  const std::string_view own = own_text(tag, key, english);
  return own.empty() ? Said{english, english_tag} : Said{own, tag};
}

}  // namespace messages

std::span<const LanguageInfo> language_table() {
  static const auto table = [] {
    std::vector<LanguageInfo> rows;
    for (const std::string_view tag : messages::all_tags()) rows.push_back({tag, messages::catalogue(tag)->name});
    return rows;
  }();
  return table;
}

std::string_view match_language(std::string_view wanted) {
  const auto index = text::match_language(wanted, messages::all_tags());
  return index ? messages::all_tags()[*index] : std::string_view();
}

}  // namespace assay
