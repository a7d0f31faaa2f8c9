#include "xml/unseen.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

#include <xercesc/validators/schema/SchemaGrammar.hpp>

#include "xml/namespaces.hpp"

namespace assay::xml {
namespace {

enum class Known : std::uint8_t { outside, declared, undeclared, unknown_namespace };

class Unseen {
 public:
  Unseen(XmlDocument& document, xercesc::XMLGrammarPool& pool, const Declarations& declarations)
      : document_(document), pool_(pool), declarations_(declarations) {}

  std::vector<SchemaDefect> find(const std::vector<SchemaDefect>& defects) {
    for (const SchemaDefect& defect : defects)
      if (!defect.attribute.empty())
        said_.emplace(defect.node.index, defect.attribute);
      else if (defect.cause == "undeclared-element" || defect.cause == "unexpected-element" ||
               defect.cause == "unknown-namespace-under-strict")
        told_.insert(defect.node.index);
    elements();
    attributes();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const SchemaDefect& a, const SchemaDefect& b) { return a.node.index < b.node.index; });
    return std::move(found_);
  }

 private:
  xercesc::SchemaGrammar* grammar(const std::string& uri) const {
    auto grammars = pool_.getGrammarEnumerator();
    const std::u16string wanted = utf16(uri);
    while (grammars.hasMoreElements()) {
      xercesc::Grammar& found = grammars.nextElement();
      if (found.getGrammarType() == xercesc::Grammar::SchemaGrammarType &&
          xercesc::XMLString::equals(found.getTargetNamespace(), wanted.c_str()))
        return static_cast<xercesc::SchemaGrammar*>(&found);
    }
    return nullptr;
  }

  // Names in namespaces that nobody here knows are extensions of somebody's own: lax means that they may be there.
  Known known(const XmlDocument::Name& name, bool attribute) const {
    if (name.uri.empty() || !find_namespace(name.uri) || name.canonical.starts_with("xsi:") ||
        name.canonical.starts_with("xml:"))
      return Known::outside;
    xercesc::SchemaGrammar* found = grammar(name.uri);
    if (!found) return Known::unknown_namespace;
    if (!attribute) return Known::undeclared;
    auto* registry = found->getAttributeDeclRegistry();
    return registry && registry->get(utf16(name.local).c_str()) ? Known::declared : Known::undeclared;
  }

  SchemaDefect& add(std::string_view cause, std::uint32_t element) {
    SchemaDefect& defect = found_.emplace_back();
    defect.cause = cause;
    defect.node = {&document_, element};
    return defect;
  }

  // The outermost element of what no schema looked at.
  void elements() {
    for (std::uint32_t i = 0; i < document_.elements.size(); ++i) {
      const auto& element = document_.elements[i];
      if (declarations_[i] || element.name == XmlDocument::text_name || element.parent == XmlDocument::absent ||
          !declarations_[element.parent] || told_.contains(i))
        continue;
      const auto& name = document_.names[element.name];
      const Known state = known(name, false);
      if (state == Known::undeclared) add("undeclared-element:lax", i).value = name.local;
      if (state == Known::unknown_namespace) add("unknown-namespace-under-lax", i).value = name.uri;
    }
  }

  void attributes() {
    std::vector<Known> states(document_.names.size(), Known::outside);
    bool any = false;
    for (std::size_t i = 0; i < states.size(); ++i) {
      states[i] = known(document_.names[i], true);
      any = any || states[i] == Known::undeclared || states[i] == Known::unknown_namespace;
    }
    if (!any) return;
    for (std::uint32_t i = 0; i < document_.attributes.size(); ++i) {
      const auto& row = document_.attributes[i];
      const Known state = states[row.name];
      if ((state != Known::undeclared && state != Known::unknown_namespace) || !declarations_[row.owner]) continue;
      const auto& name = document_.names[row.name];
      if (said_.contains({row.owner, name.canonical})) continue;
      SchemaDefect& defect =
          add(state == Known::undeclared ? "undeclared-attribute:lax" : "unknown-namespace-under-lax", row.owner);
      defect.attribute = name.canonical;
      defect.value = state == Known::undeclared ? value(Attribute{&document_, i}) : std::string_view(name.uri);
    }
  }

  XmlDocument& document_;
  xercesc::XMLGrammarPool& pool_;
  const Declarations& declarations_;
  std::unordered_set<std::uint32_t> told_;
  std::set<std::pair<std::uint32_t, std::string_view>> said_;
  std::vector<SchemaDefect> found_;
};

}  // namespace

std::vector<SchemaDefect> unseen_names(XmlDocument& document, xercesc::XMLGrammarPool& pool,
                                       const Declarations& declarations, const std::vector<SchemaDefect>& defects) {
  return Unseen(document, pool, declarations).find(defects);
}

}  // namespace assay::xml
