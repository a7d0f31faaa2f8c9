// One language's texts by key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <assay/profile.hpp>

#include "messages/packed.hpp"

namespace assay::messages {

/// Null when there is no such language.
[[nodiscard]] const Catalogue* catalogue(std::string_view tag);
/// "rule.imscp.dangling-item-reference.message".
[[nodiscard]] std::string key_of(std::string_view rule, std::string_view part);
/// "requirement.imscp/R-031.rationale".
[[nodiscard]] std::string requirement_key(const Requirement&, std::string_view part);
/// The title of a profile or format, where a requirement is from, what a format is known by: found by its English, so
/// that it is said alike wherever it stands. Names of standards ("IMS Content Packaging 1.2") are the same in every
/// language and have no key.
enum class Named { title, clause, marker };
[[nodiscard]] std::string named_key(Named, std::string_view english);
/// Has words besides names: some word is all lower-case letters.
[[nodiscard]] bool has_words(std::string_view english);
[[nodiscard]] std::string named(std::string_view tag, Named, std::string_view english);
/// A text and the language that it is really in.
struct Said {
  std::string_view text, tag;
};
/// The translation, else English, else nothing. `english` is what stands in a rule; by default the text of en.json.
[[nodiscard]] Said text_of(std::string_view tag, std::string_view key, std::string_view english = {});
/// In every language that has it, English first; as text_of for each, but cheaper.
[[nodiscard]] std::vector<Said> texts_of(std::string_view key, std::string_view english = {});
/// As text_of, but empty where the language has none of its own.
[[nodiscard]] std::string_view own_text(std::string_view tag, std::string_view key, std::string_view english);
/// What stands in "of": changes with the English text.
[[nodiscard]] std::string digest_of(std::string_view english);

}  // namespace assay::messages
