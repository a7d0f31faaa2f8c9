// The families as read, on demand, from the embedded files.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <assay/store.hpp>

#include "json/document.hpp"

namespace assay {

struct FamilyVersion {
  std::string version, title, schema_set;
  std::vector<std::string> includes;
};

struct Family {
  std::string id, title;
  std::vector<FamilyVersion> versions;  // in the order of family.json
  std::unique_ptr<JsonDocument> family, requirements, rules;
  std::map<std::string, JsonNode, std::less<>> rows;  // "R-031" → row
  [[nodiscard]] const FamilyVersion* find(std::string_view version) const;
};

struct StoreData {
  std::vector<const RuleInfo*> natives;
  std::vector<std::string> directories;
  std::map<std::string, std::string, std::less<>> overrides;  // instead of an embedded file: for the mutation check

  /// Null when there is no such family; a Problem when its files are broken.
  Result<const Family*> family(std::string_view id) const;
  /// Bytes of a file of the project: an override, else the embedded one; data() null when absent.
  [[nodiscard]] std::string_view file(const std::string& path) const;
  /// The same file read; nothing to parse in one of those that the build packs (json/packed.hpp).
  [[nodiscard]] Result<std::unique_ptr<JsonDocument>> document(const std::string& path) const;
  /// True when file() is the embedded one.
  [[nodiscard]] bool ships(const std::string& path) const;
  [[nodiscard]] std::vector<std::string> family_ids() const;
  /// Of the families and of native rules; rules of profiles are not among them.
  [[nodiscard]] std::vector<std::string> rule_ids() const;
  /// Every application profile and overlay there is, with where it came from.
  void each_profile(const std::function<void(JsonNode, const std::string&)>& visit) const;
  [[nodiscard]] std::vector<std::string> profile_rule_ids() const;
  [[nodiscard]] bool has_rule(std::string_view id) const {
    const std::vector<std::string> all = rule_ids();
    return std::find(all.begin(), all.end(), id) != all.end();
  }
  /// Splits "scorm-1.2" into a family and one of its versions; empty version when it is none.
  [[nodiscard]] std::pair<std::string, std::string> split(std::string_view id) const;

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<Family>, std::less<>> families_;
};

/// Problems "not-found", "not-readable".
[[nodiscard]] Result<std::string> read_profile_file(const std::string& path);
/// A path rather than an id: it has a "/" or ends in ".json".
inline bool is_profile_path(std::string_view id) { return id.find('/') != id.npos || id.ends_with(".json"); }
/// The path of a profile file that a profile names: below the folder of the one that does.
Result<std::string> included_profile_path(const std::string& id, JsonNode where);

/// An object with exactly these keys (space separated); Problem at the first other one.
[[nodiscard]] std::optional<Problem> only_keys(JsonNode object, std::string_view allowed);

/// The keys of an application profile or overlay and what stands behind them, without the rules themselves.
[[nodiscard]] std::optional<Problem> check_profile(JsonNode top);
/// "There is no profile …", with the nearest ids.
[[nodiscard]] Problem unknown_profile(const StoreData&, const std::string& id, JsonNode where);
/// Level, testable and id of a requirement row.
[[nodiscard]] std::optional<Problem> check_row(JsonNode row);

}  // namespace assay
