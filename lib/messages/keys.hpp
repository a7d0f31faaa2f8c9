// Everything that can be translated, with the English that it is translated from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <assay/store.hpp>

namespace assay::messages {

struct Text {
  std::string key, english;
};

/// Texts of en.json, of rules and requirements that ship, and `more` (the help of the command line); sorted by key.
[[nodiscard]] std::vector<Text> all_texts(const Store&, std::vector<Text> more = {});
/// "cause", "phrase.problem", "rule.imscp", "requirement.scorm": what a language promises to have whole.
[[nodiscard]] std::string_view group_of(std::string_view key);

enum class State { missing, stale, draft, reviewed };
[[nodiscard]] State state_of(std::string_view language, const Text&);

}  // namespace assay::messages
