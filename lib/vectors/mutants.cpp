#include "vectors/mutants.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace assay::vectors {
namespace {

// Lists of which each entry is needed; a single value among these cannot be dropped, only replaced.
constexpr std::array<std::string_view, 7> kept = {"at", "to", "values", "patterns", "require", "deny", "cause"};
// Conditions on a schema defect: without them the rule claims more than its own.
constexpr std::array<std::string_view, 6> constraints = {"element",   "parent", "child",
                                                         "attribute", "value",  "standards"};
constexpr std::array<std::string_view, 5> flags = {"trim", "skip_empty", "collapse", "once", "group"};

template <class List>
bool among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end.ptr};
}

std::string string_text(std::string_view value) {
  std::string text;
  json::Writer(text).string(value);
  return text;
}

/// Copies a JSON tree with one place replaced; without a replacement the place is left out.
class Copier {
 public:
  Copier(JsonNode place, std::string_view replacement) : place_(place), replacement_(replacement) {}

  void copy(json::Writer& out, JsonNode node) const {
    if (node == place_) {
      out.raw(replacement_);
      return;
    }
    const JsonType kind = type(node);
    if (kind == JsonType::string) {
      out.string(content(node));
    } else if (kind == JsonType::object || kind == JsonType::array) {
      kind == JsonType::object ? out.begin_object() : out.begin_array();
      for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
        if (each == place_ && replacement_.empty()) continue;
        if (kind == JsonType::object) out.key(key(each));
        copy(out, each);
      }
      kind == JsonType::object ? out.end_object() : out.end_array();
    } else {
      out.raw(content(node));
    }
  }

 private:
  JsonNode place_;
  std::string_view replacement_;
};

class Mutator {
 public:
  explicit Mutator(const JsonDocument& rules) : rules_(rules) {}

  std::vector<Mutant> all(const std::string& filter) {
    for (JsonNode stanza = first_child(member(root(rules_), "rules")); stanza; stanza = next_sibling(stanza)) {
      rule_ = content(member(stanza, "id"));
      schema_defect_ = content(member(stanza, "kind")) == "schema-defect";
      if (rule_.find(filter) == std::string::npos) continue;
      for (JsonNode field = first_child(stanza); field; field = next_sibling(field)) mutate(field);
    }
    return std::move(mutants_);
  }

 private:
  void mutate(JsonNode field) {
    const std::string name(key(field));
    if ((name == "min" || name == "max") && type(field) == JsonType::number) {
      put(field, name + " lowered by one", number_text(number(field) - 1));
      put(field, name + " raised by one", number_text(number(field) + 1));
    } else if (name == "test") {
      put(field, "test negated", string_text("not(" + std::string(content(field)) + ")"));
    } else if (among(flags, name)) {
      put(field, name + " dropped", "");
    } else if (among(kept, name) || among(constraints, name)) {
      mutate_list(field, name);
    }
  }

  void mutate_list(JsonNode field, const std::string& name) {
    if (type(field) == JsonType::array && size(field) > 1) {
      for (JsonNode entry = first_child(field); entry; entry = next_sibling(entry))
        put(entry, name + " without " + std::string(content(entry)), "");
    } else if (name == "values") {
      put(field, "values replaced", R"(["no such value"])");
    } else if (name == "patterns") {
      put(field, "pattern accepts anything", R"(["(?s).*"])");
    } else if (name == "require" || name == "deny") {
      put(field, name + " replaced", R"(["no such entry"])");
    } else if (schema_defect_ ? among(constraints, name) : name == "standards") {
      put(field, name + " dropped", "");
    }
  }

  void put(JsonNode place, std::string change, const std::string& replacement) {
    Mutant& mutant = mutants_.emplace_back(Mutant{rule_, std::move(change), {}});
    json::Writer out(mutant.rules_json);
    Copier(place, replacement).copy(out, root(rules_));
  }

  const JsonDocument& rules_;
  std::string rule_;
  bool schema_defect_ = false;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const JsonDocument& rules, const std::string& filter) {
  return Mutator(rules).all(filter);
}

}  // namespace assay::vectors
