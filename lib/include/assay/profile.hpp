// A resolved profile: a flat list of rules with the requirements they trace to. Native and declarative rules are
// the same value here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <assay/rule.hpp>

namespace assay {

enum class Level : std::uint8_t { must, should, may };
enum class Testable : std::uint8_t { automatic, manual, no };

/// A requirement row as it stands for one version of a family.
struct Requirement {
  std::string id;      // cited form: "imscp-1.1.2/R-031"
  std::string family;  // "imscp"
  std::string row;     // "R-031"
  Level level = Level::must;
  Testable testable = Testable::automatic;
  bool refuse = false;  // class refuse: a package that breaks it is not taken in at all
  std::string statement, rationale, clause, trust;
  std::string wild;  // where its defect was seen: "packages", "texts" (not in a package yet), "none"; empty: not noted
  std::vector<std::string> xref;
};

struct ParamSet;  // lib/profile: the joined parameters behind Params

struct Rule {
  std::string id;
  std::vector<std::uint32_t> requirements;  // indices into Profile::requirements
  std::string needs;                        // roles, space separated
  std::string kind;                         // "native" or the declarative kind
  bool refuse = false;  // an error of it makes the verdict "refused": a row's class, or a profile's wish
  Severity severity = Severity::error;  // from the gravest requirement; capped at warning by confidence < 1
  double confidence = 1.0;
  std::string message, fix;  // English
  std::string origin;        // family version or profile that brought it: "imscp-1.1.2"
  std::shared_ptr<const ParamSet> params;
  Check check = nullptr;
  [[nodiscard]] Params parameters() const;  // valid as long as the rule
};

struct AppliedOverlay {
  std::string id, digest, origin;  // origin: "command line" or "acs-profile.json:4"
};

struct Profile {
  std::string id, title, digest;  // digest: "sha256:…" over the canonical resolved content
  std::string question = "conforms";
  std::vector<Rule> rules;                // sorted by id
  std::vector<Requirement> requirements;  // sorted by id
  std::vector<AppliedOverlay> overlays;
  bool takes_declared = false;  // "overlays": "declared"
  /// The floor rules are part of `rules`; their ids start with this prefix and answer the question "safe".
  static constexpr std::string_view floor_family = "safe-package";
  static constexpr std::string_view floor_id = "safe-package-1";
};

}  // namespace assay
