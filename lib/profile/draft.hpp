// One rule on its way from a stanza or a native constant to the flat list: before and after its parameters are joined.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <assay/profile.hpp>

#include "json/document.hpp"
#include "profile/kinds/kind.hpp"
#include "profile/param_set.hpp"

namespace assay {

// A rule before its parameters are joined.
struct Draft {
  std::string id, needs, message, fix, origin, kind_name;
  double confidence = 1;
  const RuleInfo* native = nullptr;
  const KindInfo* kind = nullptr;
  JsonNode stanza;
  std::vector<std::string> requirements;  // cited ids
  std::map<std::string, ParamValue, std::less<>> params;
  std::optional<Severity> severity;  // raised by a profile
  bool refuse = false;               // so is its class
};

/// Cited ids of those rows, among the wanted ones, that the profile has.
using Citations =
    std::function<std::vector<std::string>(const std::vector<std::string>& wanted, const std::string& owner)>;

/// Reads a stanza. Nothing when the rule is not of this version (`version` empty: an application profile, where every
/// rule has to cite something).
Result<std::optional<Draft>> read_stanza(JsonNode, const std::string& family, const std::string& version,
                                         const std::string& origin, const Citations&);
/// Applies one entry of "tighten".
[[nodiscard]] std::optional<Problem> tighten(Draft&, JsonNode change);
/// Parameters that a requirement row sets for its version; adds the names of those that the rule has to `used`.
[[nodiscard]] std::optional<Problem> apply_row(Draft&, JsonNode params, std::set<std::string, std::less<>>& used);
/// The same problem with the position of a node.
[[nodiscard]] Problem at_node(const Problem&, JsonNode);
/// Rows are large: their places are sorted, then each moves once.
void sort_by_id(std::vector<Requirement>&);
/// For digests.
[[nodiscard]] std::string canonical(const std::vector<Requirement>&);
/// Makes what the check needs; a bad path, pattern or expression is a Problem at the stanza.
Result<std::shared_ptr<const ParamSet>> compile(const Draft&);

[[nodiscard]] std::vector<std::string> words(std::string_view text);
/// The strings of a list, or one string.
[[nodiscard]] std::vector<std::string> strings(JsonNode list);

/// Stands in the chain as long as what it includes is read.
struct Link {
  Link(std::vector<std::string>& chain, const std::string& id) : chain_(chain) { chain_.push_back(id); }
  ~Link() { chain_.pop_back(); }
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;
  std::vector<std::string>& chain_;
};

}  // namespace assay
