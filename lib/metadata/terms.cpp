// Vocabulary terms of both bindings.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <assay/record.hpp>

#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::size_t most_listed = 160;  // bytes of a list of values in a message

Node text_of(Node part) {
  const Node inside = child(part, "imsmd:langstring");
  return inside ? inside : part;
}

std::string joined(std::span<const std::string_view> values) {
  std::string text;
  for (std::string_view value : values) text.append(text.empty() ? "" : ", ").append(value);
  return text;
}

struct Vocabulary {
  std::span<const std::string_view> values;
  std::unordered_map<std::string, std::string_view> folded;
  std::string all;
};

Vocabulary read(const Params& params, std::string_view name) {
  Vocabulary made;
  if (!params.has(name)) return made;
  made.values = params.list(name);
  for (std::string_view value : made.values) made.folded.emplace(text::folded(value), value);
  made.all = joined(made.values);
  if (made.all.size() > most_listed) made.all = joined(made.values.subspan(0, 6)) + ", …";
  return made;
}

}  // namespace

void visit_parents(const Package& package, std::string_view child_name, void* context, void (*visit)(void*, Node)) {
  const XmlDocument* document = nullptr;
  std::unordered_set<std::uint32_t> seen;  // children of one element need not stand together
  each_in_records(package, child_name, [&](Node node) {
    if (node.document != document) seen.clear();
    document = node.document;
    const Node up = parent(node);
    if (up && seen.insert(up.index).second) visit(context, up);
  });
}

void visit_terms(const Package& package, std::string_view prefix, void* context, void (*visit)(void*, const Term&)) {
  const bool lom = prefix == "lom";
  each_parent(package, lom ? "lom:value" : "imsmd:value", [&](Node node) { visit(context, term_of(node)); });
  each_parent(package, lom ? "lom:source" : "imsmd:source", [&](Node node) {
    if (local_name(node) == "taxonPath" || local_name(node) == "taxonpath") return;
    if (const Term term = term_of(node); !term.value) visit(context, term);
  });
}

Term term_of(Node node) {
  Term term;
  term.node = node;
  for (Node part = first_child(node); part; part = next_sibling(part)) {
    if (!term.source && local_name(part) == "source") term.source = part;
    if (!term.value && local_name(part) == "value") term.value = part;
  }
  if (term.source) term.source_text = trimmed(content(text_of(term.source)));
  if (term.value) term.value_text = trimmed(content(text_of(term.value)));
  return term;
}

std::string_view vocabulary_of(Node term) {
  if (local_name(term) != "role") return local_name(term);
  const std::string_view category = local_name(parent(parent(term)));
  return category == "metaMetadata" || category == "metametadata" ? "record-role" : "role";
}

void report_terms(const Package& package, const Params& params, Reporter& report, std::string_view prefix,
                  bool letter_case) {
  std::unordered_map<std::string_view, Vocabulary> vocabularies;
  each_term(package, prefix, [&](const Term& term) {
    if (!term.value || term.source_text != "LOMv1.0") return;
    if (term.value_text.empty() && prefix == "imsmd") return;  // an empty langstring is told by another rule
    const std::string_view name = vocabulary_of(term.node);
    auto [found, fresh] = vocabularies.try_emplace(name);
    if (fresh) found->second = read(params, name);
    const Vocabulary& vocabulary = found->second;
    if (vocabulary.values.empty()) return;
    report.judged();
    const auto& values = vocabulary.values;
    if (std::find(values.begin(), values.end(), term.value_text) != values.end()) return;
    const auto same = vocabulary.folded.find(text::folded(text::collapsed(term.value_text)));
    if ((same != vocabulary.folded.end()) != letter_case) return;
    report.report(term.value, {{"value", term.value_text},
                               {"element", local_name(term.node)},
                               {"allowed", vocabulary.all},
                               {"near", letter_case ? same->second : std::string_view()}});
  });
}

}  // namespace assay
