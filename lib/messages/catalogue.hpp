// One language's texts by key, read from its file on the first question and kept.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <assay/profile.hpp>

#include "json/document.hpp"

namespace assay::messages {

struct Entry {
  std::string_view text;
  std::string_view of;  // digest of the English text that was translated; empty in English
  bool draft = false;   // nobody who speaks the language has looked at it yet
};

struct Catalogue {
  std::string tag;
  std::string_view name;
  std::vector<std::string_view> complete;  // groups of keys that are promised to be whole: "cause", "rule.imscp"
  std::unordered_map<std::string_view, Entry> entries;
  std::unique_ptr<JsonDocument> document;
  std::string trouble;  // why the file cannot be read; empty when all is well
};

/// Null when there is no such language.
[[nodiscard]] const Catalogue* catalogue(std::string_view tag);
/// "rule.imscp.dangling-item-reference.message".
[[nodiscard]] std::string key_of(std::string_view rule, std::string_view part);
/// "requirement.imscp/R-031.rationale".
[[nodiscard]] std::string requirement_key(const Requirement&, std::string_view part);
/// A text and the language that it is really in.
struct Said {
  std::string_view text, tag;
};
/// The translation, else English, else nothing. `english` is what stands in a rule; by default the text of en.json.
[[nodiscard]] Said text_of(std::string_view tag, std::string_view key, std::string_view english = {});
/// As text_of, but empty where the language has none of its own.
[[nodiscard]] std::string_view own_text(std::string_view tag, std::string_view key, std::string_view english);
/// What stands in "of": changes with the English text.
[[nodiscard]] std::string digest_of(std::string_view english);

}  // namespace assay::messages
