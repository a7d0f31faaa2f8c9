// The parameters of one rule after joining, with everything that was compiled from them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <assay/result.hpp>
#include <assay/rule.hpp>

#include "json/document.hpp"
#include "json/schema.hpp"
#include "profile/selector.hpp"
#include "text/regex.hpp"
#include "xpath/xpath.hpp"

namespace assay {

struct ParamValue {
  Join join = Join::fixed;
  std::string text;               // a single value: string, or the literal of a number or boolean
  std::vector<std::string> list;  // a list value; also holds a single value
  std::map<std::string, std::string, std::less<>> table;
  std::vector<std::string_view> views;  // of `list`, made when resolution is over
  std::vector<JsonNode> from;           // where it stands, for messages about conflicts
  bool shipped = true;                  // none of these places is a user's
};

struct ParamSet {
  std::map<std::string, ParamValue, std::less<>> values;

  // Made by the kind at resolve time, so that a bad path, pattern or expression is an error of the profile.
  std::vector<Selector> at, to;
  std::vector<text::Regex> patterns;
  std::unordered_set<std::string> allowed;
  std::optional<xpath::Expression> context, test;
  std::vector<std::pair<std::string, xpath::Expression>> arguments;
  std::unique_ptr<JsonDocument> schema_document;
  std::optional<json::Schema> schema;
  std::string needs;        // roles of the rule, for kinds that walk documents
  std::string_view tables;  // dated tables that it judges by

  [[nodiscard]] const ParamValue* find(std::string_view name) const;
};

struct ParamsAccess {
  static Params make(const ParamSet& set) {
    Params params;
    params.state_ = &set;
    return params;
  }
  static const ParamSet& of(const Params& params) { return *static_cast<const ParamSet*>(params.state_); }
};

/// Reads a JSON value as a parameter; Problem at the value when its type does not fit the join.
Result<ParamValue> read_param(JsonNode, Join, const std::string& name);
/// As read_param, but from the JSON text of a native rule's default.
Result<ParamValue> read_default(const ParamInfo&, std::string_view rule_id);
[[nodiscard]] Problem fixed_parameter(const std::string& rule, const std::string& name);
/// Law 5: the tighter of both. Problem when it would loosen nothing-knows-how (join fixed), or nothing is left.
Result<ParamValue> join_params(const std::string& rule, const std::string& name, const ParamValue&, const ParamValue&);
/// Nothing is left between "min" and "max": names both origins. Without a position.
[[nodiscard]] std::optional<Problem> empty_range(const std::string& rule, const ParamValue& min, const ParamValue& max);
/// Canonical text, for digests.
[[nodiscard]] std::string canonical(const ParamValue&);

}  // namespace assay
