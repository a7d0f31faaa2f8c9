// What rules about metadata records need beyond the tree. Records stand inside the manifest or in documents of their
// own, and in two bindings that say the same things under other names: IMS MD ("imsmd") and IEEE LOM ("lom").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <assay/rule.hpp>

namespace assay {

/// Visits every element of that canonical name, in the manifest and in records of their own.
template <class Visit>
void each_in_records(const Package& package, std::string_view canonical_name, Visit visit) {
  for (std::string_view role : {"manifest", "metadata"})
    for (std::uint32_t i = 0; i < document_count(package, role); ++i)
      if (const XmlDocument* document = xml_document(package, role, i))
        for (Node node : nodes_named(*document, canonical_name)) visit(node);
}

/// The first thing that is wrong with the text of a vCard; an empty cause when nothing is. Causes: plain-text,
/// one-line, no-end, several-cards, stray-line, no-name.
struct VcardFault {
  std::string_view cause;
  std::string_view line;  // the line that is wrong, for stray-line
};
[[nodiscard]] VcardFault vcard_fault(std::string_view card);
/// Value of the first property of that upper-case name ("VERSION", "FN"); empty when there is none.
[[nodiscard]] std::string_view vcard_property(std::string_view card, std::string_view name);

/// False for a date (yyyy-mm-dd, perhaps with a time behind it) whose day the month does not have; true for anything
/// else, other forms included.
[[nodiscard]] bool day_exists(std::string_view date);

/// The address begins with file:, a drive letter or \\server: it exists on the computer of its author only.
[[nodiscard]] bool is_local_address(std::string_view address);

/// A vocabulary term: <status><source/><value/></status>, in IMS MD with a langstring inside each.
struct Term {
  Node node, source, value;                  // source and value may be absent
  std::string_view source_text, value_text;  // trimmed
};
[[nodiscard]] Term term_of(Node);
/// Visits the terms of a binding ("lom", "imsmd"), each once: every element with a source or a value, taxon paths
/// aside.
void visit_terms(const Package&, std::string_view prefix, void* context, void (*visit)(void* context, const Term&));
template <class Visit>
void each_term(const Package& package, std::string_view prefix, Visit visit) {
  visit_terms(package, prefix, &visit, [](void* context, const Term& term) { (*static_cast<Visit*>(context))(term); });
}
/// Visits every element that has a child of that name, each once.
void visit_parents(const Package&, std::string_view child_name, void* context, void (*visit)(void* context, Node));
template <class Visit>
void each_parent(const Package& package, std::string_view child_name, Visit visit) {
  visit_parents(package, child_name, &visit, [](void* context, Node node) { (*static_cast<Visit*>(context))(node); });
}
/// Visits the records of a binding with the element that each describes: the manifest, an organization, item, resource
/// or file. A record beside the manifest is visited for each element that points at it; one that came alone is not.
void visit_described(const Package&, std::string_view prefix, void* context,
                     void (*visit)(void* context, Node record, Node component));
template <class Visit>
void each_described(const Package& package, std::string_view prefix, Visit visit) {
  visit_described(package, prefix, &visit, [](void* context, Node record, Node component) {
    (*static_cast<Visit*>(context))(record, component);
  });
}
/// Name of a term's vocabulary: its element, but "record-role" for the role of those who made the record.
[[nodiscard]] std::string_view vocabulary_of(Node term);
/// Judges the terms under the source LOMv1.0 against the lists in the rule's parameters (one per vocabulary). Reports
/// those that are not in it, or (letter_case) those that differ in letter case only, with {value}, {element},
/// {allowed}, {near}.
void report_terms(const Package&, const Params&, Reporter&, std::string_view prefix, bool letter_case);
/// The source is meant to be LOMv1.0 but is not written like that: "LOM v1.0", "lomv1.0", "LOMv1".
[[nodiscard]] bool is_misspelt_lom(std::string_view source);

/// Reports in each text in several languages those with a language that stands there before, with {language}.
void report_languages_twice(const Package&, Reporter&, std::string_view string_name, std::string_view attribute_name);

/// Parts of the categories of IMS MD in a wrong place. Other namespaces and unknown names are nobody's parts.
enum class PartFault : std::uint8_t { out_of_order, repeated, elsewhere };
/// Reports with {element}, {parent} and {before}: the part that it has to stand before.
void report_parts(const Package&, Reporter&, PartFault);

/// Documents of their own whose root is a record ("lom") of no known namespace, with what they look like: the prefix of
/// the binding, by the names inside. Reports them for one binding, with {namespace}: what is written there.
void report_record_namespaces(const Package&, Reporter&, std::string_view prefix);

/// A text about rights that speaks of a licence or a copyright.
[[nodiscard]] bool describes_restrictions(std::string_view text);
/// A keyword that is a list: two commas or more.
[[nodiscard]] bool is_list_of_keywords(std::string_view text);
enum class AgeRange : std::uint8_t { words, forwards, reversed };
[[nodiscard]] AgeRange age_range(std::string_view text);

/// The first words of a text, for messages; cut between characters.
[[nodiscard]] std::string_view beginning(std::string_view text);

/// Judges counts: limits are "parent/child" of canonical names without prefix, each a name in the table "limits".
void report_counts(const Package&, const Params&, Reporter&, std::string_view prefix,
                   std::span<const std::string_view> limits);
/// Judges lengths of texts in code points: limits are "element" or "parent/element".
void report_lengths(const Package&, const Params&, Reporter&, std::string_view prefix,
                    std::span<const std::string_view> limits);

}  // namespace assay
