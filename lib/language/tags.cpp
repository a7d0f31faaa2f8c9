// BCP 47 tags against the dated copy of the registry.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <assay/language.hpp>

#include "language/data.hpp"

namespace assay {
namespace {

using Words = std::unordered_set<std::string_view>;

struct Registry {
  Words languages, extlangs, scripts, regions, variants;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::string_view>> deprecated;
  std::unordered_map<std::string_view, std::string_view> whole;
};

void split(std::string_view text, char by, const auto& take) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    take(text.substr(at, end - at));
    at = end + 1;
  }
}

const Registry& registry() {
  static const Registry made = [] {
    Registry out;
    const JsonNode data = language::data_file("language-subtags");
    const auto fill = [&](const char* name, Words& words) {
      split(content(member(data, name)), ' ', [&](std::string_view word) { words.insert(word); });
    };
    fill("languages", out.languages);
    fill("extlangs", out.extlangs);
    fill("scripts", out.scripts);
    fill("regions", out.regions);
    fill("variants", out.variants);
    for (JsonNode kind = first_child(member(data, "deprecated")); kind; kind = next_sibling(kind))
      for (JsonNode each = first_child(kind); each; each = next_sibling(each))
        out.deprecated[key(kind)].emplace(key(each), content(each));
    for (JsonNode each = first_child(member(data, "whole_tags")); each; each = next_sibling(each))
      out.whole.emplace(key(each), content(each));
    return out;
  }();
  return made;
}

bool letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}
bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool alphanumeric(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}
bool private_use(std::string_view language) {
  return language.size() == 3 && language[0] == 'q' && language[1] >= 'a' && language[1] <= 't';
}

// Reads subtags in the order of the grammar; the first that does not fit ends it.
class TagReader {
 public:
  TagReader(const Package& package, std::vector<std::string_view> parts)
      : package_(package), parts_(std::move(parts)) {}

  TagVerdict read() {
    using Kind = TagVerdict::Kind;
    if (parts_[0] == "x") return rest_private(1) ? TagVerdict{} : bad(Kind::malformed, parts_[0]);
    for (const std::string_view part : parts_)
      if (part.empty() || part.size() > 8 || !alphanumeric(part)) return bad(Kind::malformed, part);
    if (!letters(parts_[0]) || parts_[0].size() < 2) return bad(Kind::malformed, parts_[0]);
    if (!registry().languages.contains(parts_[0]) && !private_use(parts_[0])) return bad(Kind::unknown, parts_[0]);
    note_deprecated("language", parts_[0]);
    std::size_t at = 1;
    const auto next = [&](auto fits) { return at < parts_.size() && fits(parts_[at]); };
    while (next([](auto p) { return p.size() == 3 && letters(p); })) {
      if (!registry().extlangs.contains(parts_[at])) return bad(Kind::unknown, parts_[at]);
      note_deprecated("extlang", parts_[at++]);
    }
    if (next([](auto p) { return p.size() == 4 && letters(p); })) {
      const bool own = parts_[at].starts_with("qaa") || parts_[at].starts_with("qab");
      if (!own && !registry().scripts.contains(parts_[at])) return bad(Kind::unknown, parts_[at]);
      ++at;
    }
    if (next([](auto p) { return (p.size() == 2 && letters(p)) || (p.size() == 3 && digits(p)); })) {
      const std::string_view region = parts_[at];
      const bool own = region == "aa" || region == "zz" || (region[0] == 'x') || (region[0] == 'q' && region[1] >= 'm');
      if (!own && !registry().regions.contains(region)) return bad(Kind::unknown, region);
      note_deprecated("region", parts_[at++]);
    }
    while (next([](auto p) { return p.size() >= 5 || (p.size() == 4 && p[0] >= '0' && p[0] <= '9'); })) {
      if (!registry().variants.contains(parts_[at])) return bad(Kind::unknown, parts_[at]);
      note_deprecated("variant", parts_[at++]);
    }
    while (next([](auto p) { return p.size() == 1; })) {
      if (parts_[at] == "x") return rest_private(at + 1) ? verdict_ : bad(Kind::malformed, "x");
      const std::size_t start = at++;
      while (next([](auto p) { return p.size() >= 2; })) ++at;
      if (at == start + 1) return bad(Kind::malformed, parts_[start]);
    }
    return at == parts_.size() ? verdict_ : bad(Kind::malformed, parts_[at]);
  }

 private:
  TagVerdict bad(TagVerdict::Kind kind, std::string_view part) { return {kind, kept(package_, part), {}}; }
  bool rest_private(std::size_t at) const { return at < parts_.size(); }
  void note_deprecated(std::string_view kind, std::string_view part) {
    const auto& table = registry().deprecated.at(kind);
    const auto found = table.find(part);
    if (found != table.end() && verdict_.kind == TagVerdict::Kind::good)
      verdict_ = {TagVerdict::Kind::deprecated, kept(package_, part), found->second};
  }

  const Package& package_;
  std::vector<std::string_view> parts_;
  TagVerdict verdict_;
};

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

}  // namespace

TagVerdict judge_tag(const Package& package, std::string_view tag) {
  const std::string lower = lower_case(tag.substr(0, 200));
  if (lower == "x-none") return {};
  if (const auto whole = registry().whole.find(lower); whole != registry().whole.end())
    return {TagVerdict::Kind::deprecated, kept(package, tag), whole->second};
  std::vector<std::string_view> parts;
  split(lower, '-', [&](std::string_view part) { parts.push_back(part); });
  return TagReader(package, std::move(parts)).read();
}

bool language::is_registered(std::string_view primary_language) {
  return primary_language.size() <= 8 && registry().languages.contains(lower_case(primary_language));
}

std::string_view primary_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool has_subtag(std::string_view tag, std::string_view wanted) {
  bool found = false;
  split(tag, '-', [&](std::string_view part) { found = found || same_word(part, wanted); });
  return found;
}

bool says_nothing(std::string_view tag) {
  for (const std::string_view word : {"", "und", "zxx", "x-none", "mul", "mis"})
    if (same_word(tag, word)) return true;
  return false;
}

}  // namespace assay
