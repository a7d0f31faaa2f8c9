// The one file that includes valijson (it takes long to compile).
#include "json/schema.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include <rapidjson/document.h>

// Without it, a schema that valijson cannot use ends the program; its adapter would change RapidJSON with it.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/exceptions.hpp>
#undef VALIJSON_USE_EXCEPTIONS
#include <valijson/adapters/rapidjson_adapter.hpp>
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "json/expected.hpp"
#include "text/regex.hpp"
#include "text/wording.hpp"

#ifdef __clang__
// RapidJSON's iterators compare in a way that C++20 finds ambiguous and resolves rightly.
#pragma clang diagnostic ignored "-Wambiguous-reversed-operator"
#endif

namespace assay::json {
namespace {

// A `pattern` or `format` that was taken out of the schema, with the RE2 expression that stands for it.
struct Form {
  std::string keyword, shown;
  text::Regex regex;
};

struct FormatPattern {
  std::string_view format, pattern;
};
constexpr FormatPattern formats[] = {
    {"date", R"(\d{4}-\d{2}-\d{2})"},
    {"date-time", R"(\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))"},
    {"uri", R"([A-Za-z][A-Za-z0-9+.-]*:[^\s]*)"},
    {"email", R"([^@\s]+@[^@\s]+)"},
    {"uuid", R"([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"},
};

}  // namespace

// The schema is walked beside the document for what was taken out; valijson judges the rest.
struct Schema::Impl {
  rapidjson::Document source;
  valijson::Schema schema;
  std::map<std::string, std::vector<Form>> forms;  // pointer of the subschema → its forms
};

namespace {

using rapidjson::Value;

// Takes pattern and format out of every subschema; a constant marker stays behind as an annotation.
std::optional<Problem> take_out(Value& value, const std::string& pointer, Schema::Impl& impl) {
  if (value.IsArray()) {
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
      if (auto problem = take_out(value[i], pointer + "/" + std::to_string(i), impl)) return problem;
    return std::nullopt;
  }
  if (!value.IsObject()) return std::nullopt;
  for (const char* keyword : {"pattern", "format"}) {
    if (!value.HasMember(keyword) || !value[keyword].IsString()) continue;
    std::string pattern = value[keyword].GetString();
    const std::string shown = pattern;
    bool whole = false;
    if (std::string_view(keyword) == "format") {
      const auto* row = std::find_if(std::begin(formats), std::end(formats),
                                     [&](const FormatPattern& f) { return f.format == pattern; });
      if (row == std::end(formats)) {
        value.RemoveMember(keyword);
        continue;
      }
      pattern = row->pattern;
      whole = true;
    }
    auto regex = text::Regex::compile(whole ? "^(?:" + pattern + ")$" : pattern);
    if (!regex) return regex.problem();
    impl.forms[pointer].push_back({keyword, shown, std::move(*regex)});
    value.RemoveMember(keyword);
  }
  for (auto& each : value.GetObject())
    if (auto problem = take_out(each.value, pointer + "/" + each.name.GetString(), impl)) return problem;
  return std::nullopt;
}

// valijson follows a reference wherever it leads, also for ever. Ours lead to a definition of the same schema.
std::optional<std::string> astray(const Value& value, const rapidjson::Document& document) {
  if (value.IsArray())
    for (const Value& each : value.GetArray())
      if (auto found = astray(each, document)) return found;
  if (!value.IsObject()) return std::nullopt;
  constexpr int longest_chain = 16;
  const Value* at = &value;
  for (int steps = 0; at->IsObject() && at->HasMember("$ref") && (*at)["$ref"].IsString(); ++steps) {
    const std::string reference((*at)["$ref"].GetString(), (*at)["$ref"].GetStringLength());
    const bool plain = reference.starts_with("#/definitions/") && reference.find_first_of("%~") == std::string::npos;
    at = plain && steps < longest_chain ? at_pointer(document, reference) : nullptr;
    if (!at) return reference;
  }
  for (const auto& each : value.GetObject())
    if (auto found = astray(each.value, document)) return found;
  return std::nullopt;
}

// Judging one value may not need more than so many schemas that stand one for another.
constexpr int most_in_place = 16;

// A schema that leads to itself through allOf, anyOf, not, … without a step into the value is followed for ever.
class InPlace {
 public:
  explicit InPlace(const rapidjson::Document& document) : document_(document) {}

  /// How many schemas judge one value from here on; most_in_place and more: too many, or without end.
  int height(const Value& schema, int above = 0) {
    if (!schema.IsObject() || above >= most_in_place) return above >= most_in_place ? most_in_place : 0;
    const auto [known, fresh] = heights_.try_emplace(&schema, most_in_place);  // while it is open: a circle
    if (!fresh) return known->second;
    int most = 0;
    const auto look = [&](const Value* next) {
      if (next && most < most_in_place) most = std::max(most, height(*next, above + 1) + 1);
    };
    for (const char* keyword : {"allOf", "anyOf", "oneOf"})
      if (const Value* list = find(schema, keyword); list && list->IsArray())
        for (const Value& each : list->GetArray()) look(&each);
    for (const char* keyword : {"not", "if", "then", "else"}) look(find(schema, keyword));
    if (const Value* all = find(schema, "dependencies"); all && all->IsObject())
      for (const auto& each : all->GetObject()) look(&each.value);
    if (const Value* reference = find(schema, "$ref"); reference && reference->IsString())
      look(at_pointer(document_, {reference->GetString(), reference->GetStringLength()}));
    return heights_[&schema] = std::min(most, most_in_place);
  }

  /// The pointer of a subschema that has no end; nothing when all have.
  std::optional<std::string> endless(const Value& value, const std::string& pointer) {
    if (height(value) >= most_in_place) return pointer;
    if (value.IsArray())
      for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
        if (auto found = endless(value[i], pointer + "/" + std::to_string(i))) return found;
    if (value.IsObject())
      for (const auto& each : value.GetObject())
        if (auto found = endless(each.value, pointer + "/" + each.name.GetString())) return found;
    return std::nullopt;
  }

 private:
  static const Value* find(const Value& object, const char* name) {
    const auto member = object.FindMember(name);
    return member == object.MemberEnd() ? nullptr : &member->value;
  }

  const rapidjson::Document& document_;
  std::unordered_map<const Value*, int> heights_;
};

// Follows properties, items and $ref only: patterns below a choice are tried by nobody, so our schemas keep them out.
class FormWalk {
 public:
  FormWalk(const Schema::Impl& impl, std::vector<SchemaDefect>& defects) : impl_(impl), defects_(defects) {}

  void walk(JsonNode node, const Value& schema, const std::string& pointer, int depth) {
    if (!schema.IsObject() || depth > 64) return;
    if (schema.HasMember("$ref") && schema["$ref"].IsString()) {
      const std::string reference = schema["$ref"].GetString();
      if (const Value* target = at_pointer(impl_.source, reference))
        walk(node, *target, reference.substr(1), depth + 1);
      return;
    }
    if (const auto found = impl_.forms.find(pointer); found != impl_.forms.end() && type(node) == JsonType::string)
      for (const Form& form : found->second)
        if (!form.regex.found_in(content(node))) {
          SchemaDefect defect;
          defect.cause = form.keyword == "pattern" ? "bad-value:pattern" : "bad-value:format";
          defect.json = node;
          defect.value = content(node);
          defect.expected = form.shown;
          defects_.push_back(defect);
        }
    if (schema.HasMember("properties") && type(node) == JsonType::object)
      for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
        const std::string name(key(each));
        if (schema["properties"].HasMember(name.c_str()))
          walk(each, schema["properties"][name.c_str()], pointer + "/properties/" + name, depth + 1);
      }
    if (schema.HasMember("items") && schema["items"].IsObject() && type(node) == JsonType::array)
      for (JsonNode each = first_child(node); each; each = next_sibling(each))
        walk(each, schema["items"], pointer + "/items", depth + 1);
  }

 private:
  const Schema::Impl& impl_;
  std::vector<SchemaDefect>& defects_;
};

// valijson names a place as a list: "<root>", "[rules]", "[3]". What a value holds is listed once, however many of its
// members are wrong.
class Places {
 public:
  explicit Places(const JsonDocument& document) : document_(document) {}

  JsonNode find(const std::vector<std::string>& context) {
    JsonNode node = root(document_);
    for (const std::string& step : context) {
      if (step.size() < 3 || step.front() != '[') continue;
      const std::string_view inner = std::string_view(step).substr(1, step.size() - 2);
      const Held& held = held_by(node);
      if (type(node) == JsonType::object) {
        const auto found = held.members.find(inner);
        if (found == held.members.end()) break;
        node = found->second;
      } else {
        std::uint32_t index = 0;
        std::from_chars(inner.data(), inner.data() + inner.size(), index);
        if (index >= held.items.size()) break;
        node = held.items[index];
      }
    }
    return node;
  }

 private:
  struct Held {
    std::vector<JsonNode> items;
    std::unordered_map<std::string_view, JsonNode> members;
  };
  const Held& held_by(JsonNode node) {
    const auto [place, fresh] = held_.try_emplace(node.index);
    for (JsonNode each = fresh ? first_child(node) : JsonNode(); each; each = next_sibling(each)) {
      if (type(node) == JsonType::object)
        place->second.members.emplace(key(each), each);
      else
        place->second.items.push_back(each);
    }
    return place->second;
  }

  const JsonDocument& document_;
  std::unordered_map<std::uint32_t, Held> held_;
};

struct Wording {
  std::string_view part, cause;
};
constexpr Wording wordings[] = {
    {"Missing required property", "missing-element"},
    {"additionalProperties", "undeclared-element"},
    {"no schema", "undeclared-element"},
    {"type", "bad-type"},
    {"const", "bad-value:enumeration"},
    {"enum", "bad-value:enumeration"},
    {"greater", "bad-value:minimum"},
    {"less", "bad-value:maximum"},
    {"String should be no fewer", "bad-value:minLength"},
    {"String should be no more", "bad-value:maxLength"},
    {"fewer", "too-few"},
    {"more than", "too-many"},
    {"unique", "not-unique"},
};

std::string_view cause_of(const std::string& description) {
  for (const Wording& wording : wordings)
    if (description.find(wording.part) != std::string::npos) return wording.cause;
  return "bad-value:other";
}

std::string quoted_in(const std::string& description) {
  const std::size_t open = description.find('\'');
  const std::size_t close = open == std::string::npos ? open : description.find('\'', open + 1);
  return close == std::string::npos ? std::string() : description.substr(open + 1, close - open - 1);
}

}  // namespace

Schema::Schema() : impl_(std::make_unique<Impl>()) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

Result<Schema> Schema::compile(const JsonDocument& document) {
  Schema made;
  Impl& impl = *made.impl_;
  impl.source.Parse(document.bytes.c_str());
  const auto unusable = [&](const std::string& why) {
    return problem_at(root(document), "bad-schema", "The JSON Schema cannot be used: " + why + ".");
  };
  if (impl.source.HasParseError()) return unusable("it is no JSON");
  if (const auto reference = astray(impl.source, impl.source))
    return unusable(text::quoted(*reference) + " leads to no definition");
  if (const auto pointer = InPlace(impl.source).endless(impl.source, "#"))
    return unusable(text::quoted(*pointer) + " leads back to itself, or through more than " +
                    std::to_string(most_in_place) + " others");
  if (auto problem = take_out(impl.source, "", impl)) return *problem;
  try {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(impl.source), impl.schema);
  } catch (const std::exception& error) {
    return unusable(error.what());
  }
  return made;
}

SchemaDefects Schema::validate(const JsonDocument& document) const {
  SchemaDefects found;
  std::vector<SchemaDefect>& defects = found.rows;
  Places places(document);
  rapidjson::Document target;
  target.Parse<rapidjson::kParseIterativeFlag>(document.bytes.c_str(), document.bytes.size());
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  bool valid = true;
  try {
    const valijson::adapters::RapidJsonAdapter adapter(target);
    valid = validator.validate(impl_->schema, adapter, &results);
  } catch (const std::exception&) {
    valid = false;
  }
  valijson::ValidationResults::Error error;
  while (!valid && results.popError(error)) {
    SchemaDefect defect;
    defect.cause = cause_of(error.description);
    // Errors of parents only repeat what is wrong below them.
    const bool leaf = error.description.find("Failed to validate") == std::string::npos &&
                      error.description.find("Object contains") == std::string::npos;
    if (!leaf && defect.cause != "undeclared-element") continue;
    defect.json = places.find(error.context);
    defect.child = found.kept.emplace_back(quoted_in(error.description));
    defect.value = content(defect.json);
    defect.expected = found.kept.emplace_back(expected_at(defect.json, defect.cause, defect.child, impl_->source));
    defects.push_back(defect);
  }
  FormWalk(*impl_, defects).walk(root(document), impl_->source, "", 0);
  const auto order = [](const SchemaDefect& a, const SchemaDefect& b) {
    return std::tie(a.json.index, a.cause, a.child) < std::tie(b.json.index, b.cause, b.child);
  };
  std::stable_sort(defects.begin(), defects.end(), order);
  const auto same = [](const SchemaDefect& a, const SchemaDefect& b) {
    return a.json.index == b.json.index && a.cause == b.cause && a.child == b.child;
  };
  defects.erase(std::unique(defects.begin(), defects.end(), same), defects.end());
  return found;
}

}  // namespace assay::json
