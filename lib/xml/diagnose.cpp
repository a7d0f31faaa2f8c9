#include "xml/diagnose.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <xercesc/util/XMLException.hpp>
#include <xercesc/validators/schema/SchemaAttDefList.hpp>
#include <xercesc/validators/schema/SchemaGrammar.hpp>
#include <xercesc/validators/schema/identity/IC_Field.hpp>
#include <xercesc/validators/schema/identity/IdentityConstraint.hpp>
#include <xercesc/validators/schema/identity/XercesXPath.hpp>

#include "xml/content_model.hpp"
#include "xml/namespaces.hpp"
#include "xml/value_defect.hpp"

namespace assay::xml {
namespace {

using xercesc::ComplexTypeInfo;
using xercesc::DatatypeValidator;
using xercesc::SchemaAttDef;
using xercesc::SchemaElementDecl;
using xercesc::SchemaGrammar;
using xercesc::XMLAttDef;

constexpr std::size_t most_per_parent = 20;
// Children that content models are asked about, over and over, for what would fit in their place. When they are spent,
// a long list of children gets one defect, without suggestions.
constexpr std::uint64_t most_asked = 20'000'000, little = 20'000;

std::string list_names(const std::vector<ChildName>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + NameTable::local(names[i].name);
  return text;
}

class Diagnosis {
 public:
  Diagnosis(XmlDocument& document, xercesc::XMLGrammarPool& pool, const Declarations& declarations)
      : document_(document), pool_(pool), table_(pool), declarations_(declarations) {}

  void element(const Suspect& suspect) {
    const std::uint32_t index = suspect.element;
    if (inside_undeclared(index)) return;
    const SchemaElementDecl* declaration = declarations_[index];
    if (!declaration) return undeclared(index);
    ComplexTypeInfo* type = type_of(index, *declaration);
    attributes(index, type);
    if (suspect.reused_id) reused_id(index, type);
    contents(index, *declaration, type);
    for (XMLSize_t i = 0; i < declaration->getIdentityConstraintCount(); ++i)
      repeated_keys(index, *declaration->getIdentityConstraintAt(i));
  }

  // A document-wide table of IDs: only made when the validator met an IDREF without its ID.
  void dangling_idrefs() {
    std::unordered_set<std::string_view> ids;
    each_typed(DatatypeValidator::ID, [&](Attribute attribute) { ids.insert(value(attribute)); });
    each_typed(DatatypeValidator::IDREF, [&](Attribute attribute) {
      if (!ids.contains(value(attribute)))
        add("dangling-idref", owner(attribute).index, {}, name(attribute), value(attribute), {});
    });
  }

  std::vector<SchemaDefect> take() {
    std::stable_sort(defects_.begin(), defects_.end(), [](const SchemaDefect& a, const SchemaDefect& b) {
      return a.node.index != b.node.index ? a.node.index < b.node.index : a.cause < b.cause;
    });
    return std::move(defects_);
  }

 private:
  std::string_view keep(std::string text) { return document_.defect_strings.emplace_back(std::move(text)); }

  void add(std::string_view cause, std::uint32_t node, std::string_view child, std::string_view attribute,
           std::string_view value, std::string_view expected) {
    SchemaDefect defect;
    defect.cause = cause;
    defect.node = {&document_, node};
    defect.child = child;
    defect.attribute = attribute;
    defect.value = value;
    defect.expected = expected;
    defects_.push_back(defect);
  }

  std::string canonical_name(const xercesc::QName* name) const {
    const std::string uri = table_.uri(name);
    const Namespace* known = find_namespace(uri);
    return (known ? std::string(known->prefix) + ":" : uri.empty() ? "" : "{" + uri + "}") + NameTable::local(name);
  }

  bool inside_undeclared(std::uint32_t index) const {
    for (std::uint32_t at = document_.elements[index].parent; at != XmlDocument::absent;
         at = document_.elements[at].parent)
      if (undeclared_.contains(at)) return true;
    return false;
  }

  bool known_namespace(const std::string& uri) {
    auto grammars = pool_.getGrammarEnumerator();
    const std::u16string wanted = utf16(uri);
    while (grammars.hasMoreElements())
      if (xercesc::XMLString::equals(grammars.nextElement().getTargetNamespace(), wanted.c_str())) return true;
    return false;
  }

  // Once per element: as a wildcard's child (strict: a defect; lax, skip: none) or where no wildcard takes it (its
  // parent's content model says so).
  void undeclared(std::uint32_t index) {
    const auto& name = document_.names[document_.elements[index].name];
    const std::uint32_t up = document_.elements[index].parent;
    if (up != XmlDocument::absent) {
      const SchemaElementDecl* declaration = declarations_[up];
      if (!declaration) return;  // inside lax content
      ComplexTypeInfo* type = type_of(up, *declaration);
      const Processing processing = type ? model_of(type).wildcard(name.uri) : Processing::none;
      if (processing != Processing::strict) return;
    }
    if (!undeclared_.insert(index).second) return;
    const bool known = name.uri.empty() || known_namespace(name.uri);
    add(known ? "undeclared-element" : "unknown-namespace-under-strict", index, {}, {},
        keep(known ? name.local : name.uri), {});
  }

  ComplexTypeInfo* type_of(std::uint32_t index, const SchemaElementDecl& declaration) {
    if (const Attribute wanted = attribute({&document_, index}, "xsi:type")) {
      const std::string_view qname = trimmed(value(wanted));
      const std::size_t colon = qname.find(':');
      const std::string declared =
          colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(qname.substr(0, colon));
      for (Node at{&document_, index}; at; at = parent(at)) {
        const Attribute found = attribute(at, declared);
        if (!found) continue;
        const std::string uri(value(found));
        const std::string local(colon == std::string_view::npos ? qname : qname.substr(colon + 1));
        if (ComplexTypeInfo* type = find_type(uri, local)) return type;
        break;
      }
    }
    return declaration.getComplexTypeInfo();
  }

  SchemaGrammar* grammar(const std::string& uri) {
    auto grammars = pool_.getGrammarEnumerator();
    const std::u16string wanted = utf16(uri);
    while (grammars.hasMoreElements()) {
      xercesc::Grammar& found = grammars.nextElement();
      if (found.getGrammarType() == xercesc::Grammar::SchemaGrammarType &&
          xercesc::XMLString::equals(found.getTargetNamespace(), wanted.c_str()))
        return static_cast<SchemaGrammar*>(&found);
    }
    return nullptr;
  }

  ComplexTypeInfo* find_type(const std::string& uri, const std::string& local) {
    SchemaGrammar* found = grammar(uri);
    return found ? found->getComplexTypeRegistry()->get(utf16(uri + "," + local).c_str()) : nullptr;
  }

  ContentModel& model_of(ComplexTypeInfo* type) {
    auto& slot = models_[type];
    if (!slot) slot = std::make_unique<ContentModel>(pool_, table_, type->getContentModel(), type->getContentSpec());
    return *slot;
  }

  // ---- attributes -------------------------------------------------------------------------------------------------

  static bool outside_schemas(std::string_view canonical) {
    return canonical.starts_with("xmlns") || canonical.starts_with("xsi:");
  }

  const SchemaAttDef* definition(ComplexTypeInfo* type, Attribute attribute) {
    const auto& name = document_.names[document_.attributes[attribute.index].name];
    return type ? type->getAttDef(utf16(name.local).c_str(), static_cast<int>(uri_id(pool_, name.uri))) : nullptr;
  }

  const XMLAttDef* global_attribute(const std::string& uri, const std::string& local) {
    SchemaGrammar* found = grammar(uri);
    return found && found->getAttributeDeclRegistry() ? found->getAttributeDeclRegistry()->get(utf16(local).c_str())
                                                      : nullptr;
  }

  void attributes(std::uint32_t index, ComplexTypeInfo* type) {
    const Node node{&document_, index};
    for (Attribute at = first_attribute(node); at; at = next_attribute(at)) {
      if (outside_schemas(name(at))) continue;
      const SchemaAttDef* found = definition(type, at);
      if (found && found->getDefaultType() != XMLAttDef::Prohibited)
        attribute_value(at, *found);
      else
        undefined_attribute(at, type);
    }
    if (!type || !type->hasAttDefs()) return;
    xercesc::XMLAttDefList& list = type->getAttDefList();
    for (XMLSize_t i = 0; i < list.getAttDefCount(); ++i) {
      const auto& wanted = static_cast<const SchemaAttDef&>(list.getAttDef(i));
      const auto kind = wanted.getDefaultType();
      if (kind != XMLAttDef::Required && kind != XMLAttDef::Required_And_Fixed) continue;
      const std::string uri = uri_text(pool_, wanted.getAttName()->getURI());
      const std::string local = utf8(wanted.getAttName()->getLocalPart());
      bool there = false;
      for (Attribute at = first_attribute(node); at && !there; at = next_attribute(at)) {
        const auto& have = document_.names[document_.attributes[at.index].name];
        there = have.local == local && have.uri == uri;
      }
      if (!there) add("missing-attribute", index, {}, keep(local), {}, {});
    }
  }

  // Our schemas use xs:unique for one thing: a fixed attribute of children that may stand once, where a content model
  // cannot say so (LOM: children in any order).
  void repeated_keys(std::uint32_t index, const xercesc::IdentityConstraint& constraint) {
    const XMLCh* key = constraint.getFieldAt(0)->getXPath()->getExpression() + 1;  // behind the @
    std::unordered_map<std::string, int> count;
    for (Node child = first_child({&document_, index}); child; child = next_sibling(child)) {
      const SchemaElementDecl* declaration = declarations_[child.index];
      ComplexTypeInfo* type = declaration ? type_of(child.index, *declaration) : nullptr;
      const SchemaAttDef* found = type ? type->getAttDef(key, static_cast<int>(uri_id(pool_, ""))) : nullptr;
      if (found && ++count[utf8(found->getValue())] == 2) add("too-many", child.index, {}, {}, local_name(child), {});
    }
  }

  void attribute_value(Attribute at, const SchemaAttDef& definition) {
    DatatypeValidator* validator = definition.getDatatypeValidator();
    const auto kind = definition.getDefaultType();
    const bool fixed = kind == XMLAttDef::Fixed || kind == XMLAttDef::Required_And_Fixed;
    if (fixed && value(at) != utf8(definition.getValue()))
      return add("bad-value:enumeration", owner(at).index, {}, name(at), value(at), keep(utf8(definition.getValue())));
    if (!validator) return;
    if (const auto defect = value_defect(*validator, value(at)))
      add(defect->cause, owner(at).index, {}, name(at), value(at), keep(defect->expected));
  }

  void undefined_attribute(Attribute at, ComplexTypeInfo* type) {
    const auto& have = document_.names[document_.attributes[at.index].name];
    const SchemaAttDef* wildcard = type ? type->getAttWildCard() : nullptr;
    if (wildcard && takes(*wildcard, have.uri)) {
      if (wildcard->getDefaultType() == XMLAttDef::ProcessContents_Skip) return;
      if (const XMLAttDef* global = global_attribute(have.uri, have.local))
        return attribute_value(at, *static_cast<const SchemaAttDef*>(global));
      if (wildcard->getDefaultType() == XMLAttDef::ProcessContents_Lax) return;
      if (!known_namespace(have.uri))
        return add("unknown-namespace-under-strict", owner(at).index, {}, name(at), keep(have.uri), {});
    }
    add("undeclared-attribute", owner(at).index, {}, name(at), value(at), {});
  }

  bool takes(const SchemaAttDef& wildcard, const std::string& uri) {
    switch (wildcard.getType()) {
      case XMLAttDef::Any_Any: return true;
      case XMLAttDef::Any_Other: return !uri.empty() && uri_id(pool_, uri) != wildcard.getAttName()->getURI();
      case XMLAttDef::Any_List: {
        const auto* list = wildcard.getNamespaceList();
        const unsigned int id = uri_id(pool_, uri);
        for (XMLSize_t i = 0; list && i < list->size(); ++i)
          if (list->elementAt(i) == id) return true;
        return false;
      }
      default: return false;
    }
  }

  void reused_id(std::uint32_t index, ComplexTypeInfo* type) {
    for (Attribute at = first_attribute({&document_, index}); at; at = next_attribute(at)) {
      const SchemaAttDef* found = definition(type, at);
      if (found && found->getDatatypeValidator() && found->getDatatypeValidator()->getType() == DatatypeValidator::ID &&
          !value_defect(*found->getDatatypeValidator(), value(at)))
        add("duplicate-id", index, {}, name(at), value(at), {});
    }
  }

  template <class Visit>
  void each_typed(DatatypeValidator::ValidatorType wanted, Visit visit) {
    for (std::uint32_t i = 0; i < document_.elements.size(); ++i) {
      if (!declarations_[i]) continue;
      ComplexTypeInfo* type = type_of(i, *declarations_[i]);
      for (Attribute at = first_attribute({&document_, i}); at; at = next_attribute(at)) {
        const SchemaAttDef* found = definition(type, at);
        if (found && found->getDatatypeValidator() && found->getDatatypeValidator()->getType() == wanted) visit(at);
      }
    }
  }

  // ---- content ----------------------------------------------------------------------------------------------------

  void contents(std::uint32_t index, const SchemaElementDecl& declaration, ComplexTypeInfo* type) {
    const Node node{&document_, index};
    const auto model =
        type ? static_cast<SchemaElementDecl::ModelTypes>(type->getContentType()) : declaration.getModelType();
    if (model == SchemaElementDecl::Any) return;
    if (model == SchemaElementDecl::Simple) {
      if (const Node inside = first_child(node))
        add("unexpected-element", inside.index, {}, {}, keep(std::string(local_name(inside))), "text only");
      DatatypeValidator* validator = type ? type->getDatatypeValidator() : declaration.getDatatypeValidator();
      if (!validator || first_child(node)) return;
      if (const auto defect = value_defect(*validator, content(node)))
        add(defect->cause, index, {}, {}, content(node), keep(defect->expected));
      return;
    }
    const bool mixed = model == SchemaElementDecl::Mixed_Simple || model == SchemaElementDecl::Mixed_Complex;
    if (!mixed) character_data(node);
    if (type) children(index, model_of(type));
  }

  void character_data(Node node) {
    std::string_view text = trimmed(content(node));
    for (std::uint32_t at = document_.elements[node.index].first_child; text.empty() && at != XmlDocument::absent;
         at = document_.elements[at].next_sibling)
      if (document_.elements[at].name == XmlDocument::text_name)
        text = trimmed(document_.characters(document_.elements[at].text, document_.elements[at].text_size));
    if (!text.empty()) add("text-not-allowed", node.index, {}, {}, text, {});
  }

  void children(std::uint32_t parent_index, const ContentModel& model) {
    std::vector<ChildName> list;
    for (Node at = first_child({&document_, parent_index}); at; at = next_sibling(at))
      list.push_back({table_.intern(std::string(namespace_uri(at)), std::string(local_name(at))), at.index});
    const std::vector<ChildName> all = list;
    std::vector<ChildName> said;
    for (std::size_t round = 0; round < most_per_parent; ++round) {
      const bool spent = asked_ > most_asked;
      if (spent && round > 0) return;
      asked_ += list.size();
      const auto failing = model.failure(list);
      if (!failing) return;
      const std::uint64_t price = (*failing + 1) * model.named().size();
      const bool silent = spent && price > little;
      if (silent && *failing == list.size()) return add("missing-element", parent_index, {}, {}, {}, {});
      const std::vector<ChildName> possible = silent ? std::vector<ChildName>() : model.possible_at(list, *failing);
      asked_ += silent ? 0 : price + possible.size() * list.size();
      if (const auto missing = model.missing_before(list, all, *failing, possible)) {
        add("missing-element", parent_index, keep(canonical_name(missing->name)), {}, {}, keep(list_names(possible)));
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(*failing), *missing);
        continue;
      }
      if (*failing == list.size()) return;
      const ChildName wrong = list[*failing];
      if (std::find(said.begin(), said.end(), wrong) == said.end()) {
        said.push_back(wrong);
        misplaced(wrong, list, *failing, model, possible);
      }
      // The model stands where it stood, so the next ones of that name fail in the same way: the same mistake.
      const auto from = list.begin() + static_cast<std::ptrdiff_t>(*failing);
      list.erase(from, std::find_if(from, list.end(), [&](const ChildName& child) { return !(child == wrong); }));
    }
  }

  void misplaced(const ChildName& wrong, const std::vector<ChildName>& list, std::size_t position,
                 const ContentModel& model, const std::vector<ChildName>& possible) {
    const std::string_view expected = keep(list_names(possible));
    const bool named = std::find(model.named().begin(), model.named().end(), wrong) != model.named().end();
    if (!named && !declarations_[wrong.element]) {
      undeclared_.insert(wrong.element);
      const auto& name = document_.names[document_.elements[wrong.element].name];
      const bool ours = name.uri.empty() || known_namespace(name.uri);
      return add(ours ? "undeclared-element" : "unexpected-element", wrong.element, {}, {}, name.local, expected);
    }
    const auto earlier = std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(position), wrong);
    if (earlier != list.begin() + static_cast<std::ptrdiff_t>(position)) {
      std::vector<ChildName> twice(list.begin(), earlier + 1);
      twice.push_back(wrong);
      const auto failing = model.failure(twice);
      if (failing && *failing == twice.size() - 1)
        return add("too-many", wrong.element, {}, {}, keep(NameTable::local(wrong.name)), expected);
    }
    add("unexpected-element", wrong.element, {}, {}, keep(NameTable::local(wrong.name)), expected);
  }

  XmlDocument& document_;
  xercesc::XMLGrammarPool& pool_;
  NameTable table_;
  const Declarations& declarations_;
  std::vector<SchemaDefect> defects_;
  std::uint64_t asked_ = 0;
  std::unordered_set<std::uint32_t> undeclared_;
  std::unordered_map<ComplexTypeInfo*, std::unique_ptr<ContentModel>> models_;
};

}  // namespace

std::vector<SchemaDefect> diagnose(XmlDocument& document, xercesc::XMLGrammarPool& pool,
                                   const Declarations& declarations, std::vector<Suspect> suspects,
                                   bool dangling_idrefs) {
  std::sort(suspects.begin(), suspects.end(), [](const Suspect& a, const Suspect& b) {
    return a.element != b.element ? a.element < b.element : a.reused_id > b.reused_id;
  });
  suspects.erase(std::unique(suspects.begin(), suspects.end(),
                             [](const Suspect& a, const Suspect& b) { return a.element == b.element; }),
                 suspects.end());
  Diagnosis diagnosis(document, pool, declarations);
  for (const Suspect& suspect : suspects) diagnosis.element(suspect);
  if (dangling_idrefs) diagnosis.dangling_idrefs();
  return diagnosis.take();
}

}  // namespace assay::xml
