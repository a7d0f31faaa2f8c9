#include "json/expected.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace assay::json {
namespace {

using rapidjson::Value;
constexpr std::size_t most_listed = 24;

const Value* found(const Value* schema, const char* name) {
  return schema && schema->IsObject() && schema->HasMember(name) ? &(*schema)[name] : nullptr;
}

// The schema of a value: through properties, items and references, as in FormWalk.
const Value* schema_of(JsonNode node, const Value& whole) {
  std::vector<JsonNode> way;
  for (JsonNode up = node; parent(up); up = parent(up)) way.push_back(up);
  const Value* at = &whole;
  const auto follow = [&] {
    for (int steps = 0; found(at, "$ref") && found(at, "$ref")->IsString(); ++steps)
      at = steps < 16 ? at_pointer(whole, found(at, "$ref")->GetString()) : nullptr;
  };
  for (follow(); at && !way.empty(); follow()) {
    const bool member_of = type(parent(way.back())) == JsonType::object;
    const Value* own = found(found(at, "properties"), std::string(key(way.back())).c_str());
    at = member_of ? (own ? own : found(at, "additionalProperties")) : found(at, "items");
    way.pop_back();
  }
  return at;
}

std::string text_of(const Value& value) {
  if (value.IsString()) return value.GetString();
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  if (value.IsBool()) return value.GetBool() ? "true" : "false";
  if (!value.IsNumber()) return "null";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g", value.GetDouble());
  return text.data();
}

std::string listed(const std::vector<std::string>& values) {
  if (values.empty() || values.size() > most_listed) return "one of a fixed list";
  std::string text = values[0];
  for (std::size_t i = 1; i < values.size(); ++i) text += (i + 1 < values.size() ? ", " : " or ") + values[i];
  return text;
}

std::string type_in_words(const Value* type) {
  constexpr std::array<std::pair<std::string_view, const char*>, 6> words = {{{"object", "an object"},
                                                                              {"array", "a list"},
                                                                              {"string", "a text"},
                                                                              {"boolean", "true or false"},
                                                                              {"integer", "a whole number"},
                                                                              {"number", "a number"}}};
  for (const auto& [name, meaning] : words)
    if (type && type->IsString() && type->GetString() == name) return meaning;
  return "a value of another type";
}

std::string values_in_words(const Value* schema) {
  std::vector<std::string> values;
  if (const Value* list = found(schema, "enum"); list && list->IsArray())
    for (const Value& each : list->GetArray()) values.push_back(text_of(each));
  else if (const Value* one = found(schema, "const"))
    values.push_back(text_of(*one));
  return listed(values);
}

std::string members_in_words(const Value* schema) {
  std::vector<std::string> names;
  if (const Value* list = found(schema, "properties"); list && list->IsObject())
    for (const auto& each : list->GetObject()) names.emplace_back(each.name.GetString());
  return listed(names);
}

struct Bound {
  std::string_view cause, words;
  const char* keyword;
};
constexpr Bound bounds[] = {{"bad-value:minimum", "at least ", "minimum"},
                            {"bad-value:maximum", "at most ", "maximum"},
                            {"too-few", "at least ", "minItems"},
                            {"too-few", "at least ", "minProperties"},
                            {"too-many", "at most ", "maxItems"},
                            {"too-many", "at most ", "maxProperties"},
                            {"bad-value:minLength", "at least ", "minLength"},
                            {"bad-value:maxLength", "at most ", "maxLength"}};

}  // namespace

const Value* at_pointer(const Value& schema, std::string_view reference) {
  const Value* value = &schema;
  for (std::string_view rest = reference.substr(std::min<std::size_t>(2, reference.size())); !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string step(rest.substr(0, slash));
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    value = found(value, step.c_str());
    if (!value) return nullptr;
  }
  return value;
}

std::string expected_at(JsonNode node, std::string_view cause, std::string_view child, const Value& schema) {
  const Value* wanted = schema_of(node, schema);
  if (cause == "bad-type") return type_in_words(found(wanted, "type"));
  if (cause == "bad-value:enumeration") return values_in_words(wanted);
  if (cause == "missing-element") return std::string(child);
  if (cause == "undeclared-element") return members_in_words(wanted);
  for (const Bound& bound : bounds)
    if (const Value* value = cause == bound.cause ? found(wanted, bound.keyword) : nullptr) {
      const std::string number = text_of(*value);
      const bool letters = cause.ends_with("Length");
      return std::string(bound.words) + number + (!letters ? "" : number == "1" ? " character" : " characters");
    }
  return "another form";
}

}  // namespace assay::json
