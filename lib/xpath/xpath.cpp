#include "xpath/xpath.hpp"

#include <cstring>

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "limits.hpp"
#include "text/wording.hpp"
#include "xml/namespaces.hpp"
#include "xpath/tree.hpp"

namespace assay::xpath {
namespace {

// libxml2 reports through a callback of the context; what it says is kept instead of printed.
struct Trouble {
  int code = 0;
  int position = -1;
};

void keep_error(void* data, xmlErrorPtr error) {
  auto* trouble = static_cast<Trouble*>(data);
  if (trouble->code != 0) return;
  trouble->code = error->code;
  trouble->position = error->int1;
}

struct FreeContext {
  void operator()(xmlXPathContext* context) const {
    context->nsHash = nullptr;  // belongs to everybody
    xmlXPathFreeContext(context);
  }
};
struct FreeObject {
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
};
struct FreeExpression {
  void operator()(xmlXPathCompExpr* expression) const { xmlXPathFreeCompExpr(expression); }
};
using Context = std::unique_ptr<xmlXPathContext, FreeContext>;
using Object = std::unique_ptr<xmlXPathObject, FreeObject>;

// The same for every context, and only read once it is made: an evaluation for each of a hundred thousand nodes must
// not register all prefixes anew.
xmlHashTable* prefixes() {
  static xmlHashTable* const table = [] {
    xmlXPathContext* context = xmlXPathNewContext(nullptr);
    for (const xml::Namespace& row : xml::namespaces())
      xmlXPathRegisterNs(context, BAD_CAST std::string(row.prefix).c_str(), BAD_CAST prefix_uri(row.prefix).c_str());
    xmlHashTable* made = context->nsHash;
    context->nsHash = nullptr;
    xmlXPathFreeContext(context);
    return made;
  }();
  return table;
}

Context make_context(xmlDoc* document, Trouble& trouble, std::uint64_t steps) {
  Context context(xmlXPathNewContext(document));
  context->error = keep_error;
  context->userData = &trouble;
  context->opLimit = steps;
  context->nsHash = prefixes();
  return context;
}

// In words of ours where the engine says what an author can mend.
std::string in_words(const Trouble& trouble) {
  switch (trouble.code - XML_XPATH_EXPRESSION_OK) {
    case XPATH_UNDEF_PREFIX_ERROR: return "a prefix is unknown";
    case XPATH_UNKNOWN_FUNC_ERROR: return "a function is unknown";
    case XPATH_UNDEF_VARIABLE_ERROR: return "a variable is unknown";
    case XPATH_INVALID_ARITY: return "a function has too many or too few arguments";
    case XPATH_INVALID_TYPE: return "a value has the wrong type";
    default: return "it is no XPath 1.0";
  }
}

// Of a function that it does not know the engine also tells standard error. The setting is one of the thread.
class Quiet {
 public:
  Quiet() : function_(xmlGenericError), data_(xmlGenericErrorContext) { xmlSetGenericErrorFunc(nullptr, &say_nothing); }
  ~Quiet() { xmlSetGenericErrorFunc(data_, function_); }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  static void say_nothing(void*, const char*, ...) {}
  xmlGenericErrorFunc function_;
  void* data_;
};

std::string how_to_write(const std::string& expression) {
  return "Write XPath 1.0 with the prefixes " + text::listed(xml::prefixes()) + ": " + expression;
}

}  // namespace

struct Expression::Impl {
  std::string text;
  std::unique_ptr<xmlXPathCompExpr, FreeExpression> compiled;
  bool selects_nodes = false;

  Result<Object> evaluate(const Tree& tree, void* from, const Limits& limits, std::uint64_t* used = nullptr) const {
    Tree::Impl& data = tree.impl();
    Trouble trouble;
    const Quiet quiet;
    const Context context = make_context(data.document, trouble, limits.xpath_steps);
    context->node = from ? static_cast<xmlNode*>(from) : reinterpret_cast<xmlNode*>(data.document);
    Object object(xmlXPathCompiledEval(compiled.get(), context.get()));
    if (used) *used += context->opCount;
    if (object) return object;
    if (context->opCount >= context->opLimit)
      return over_limit(limits, &Limits::xpath_steps, "An XPath expression takes too many steps", "");
    return Problem{ProblemKind::usage, "bad-xpath", "The XPath expression cannot be used: " + in_words(trouble) + ".",
                   how_to_write(text), ""};
  }
};

Expression::Expression() : impl_(std::make_unique<Impl>()) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

Result<Expression> Expression::compile(std::string_view text) {
  Expression made;
  made.impl_->text = text;
  Trouble trouble;
  const Context context = make_context(nullptr, trouble, 10'000);
  const auto bad = [&] {
    std::string message = "The XPath expression cannot be used";
    if (trouble.position > 0) message += " from character " + std::to_string(trouble.position + 1) + " on";
    return Problem{ProblemKind::usage, "bad-xpath", message + ": " + in_words(trouble) + ".",
                   how_to_write(std::string(text)), ""};
  };
  constexpr std::size_t longest = 4'096;
  if (text.size() > longest)
    return Problem{ProblemKind::usage, "bad-xpath",
                   "The XPath expression is longer than " + std::to_string(longest) + " characters.", "Split the rule.",
                   ""};
  made.impl_->compiled.reset(xmlXPathCtxtCompile(context.get(), BAD_CAST made.impl_->text.c_str()));
  if (!made.impl_->compiled) return bad();
  // Unknown functions and prefixes are only found by evaluation: try it on a tree with one element.
  const Quiet quiet;
  Tree tree;
  tree.begin("none", Place());
  tree.end();
  const auto tried = made.impl_->evaluate(tree, tree.impl().document->children, Limits{});
  if (!tried && tried.problem().code == "bad-xpath") return tried.problem();
  // The type of an XPath 1.0 expression does not depend on the document.
  made.impl_->selects_nodes = tried && (*tried)->type == XPATH_NODESET;
  return made;
}

bool Expression::selects_nodes() const { return impl_->selects_nodes; }

Result<std::vector<Hit>> Expression::select(const Tree& tree, void* from, const Limits& limits,
                                            std::uint64_t* used) const {
  Tree::Impl& data = tree.impl();
  auto object = impl_->evaluate(tree, from, limits, used);
  if (!object) return object.problem();
  std::vector<Hit> hits;
  const xmlXPathObject* result = object->get();
  if (result->type != XPATH_NODESET || !result->nodesetval) return hits;
  xmlXPathNodeSetSort(result->nodesetval);
  for (int i = 0; i < result->nodesetval->nodeNr; ++i) {
    xmlNode* node = result->nodesetval->nodeTab[i];
    const xmlNode* element = node;
    while (element && element->type != XML_ELEMENT_NODE && element->type != XML_DOCUMENT_NODE)
      element = element->parent;
    const auto number =
        element && element->type == XML_ELEMENT_NODE ? reinterpret_cast<std::size_t>(element->_private) : 0;
    hits.push_back({number ? data.places[number - 1] : Place(), node});
  }
  return hits;
}

Result<bool> Expression::test(const Tree& tree, void* from, const Limits& limits, std::uint64_t* used) const {
  auto object = impl_->evaluate(tree, from, limits, used);
  if (!object) return object.problem();
  return xmlXPathCastToBoolean(object->get()) != 0;
}

Result<std::string> Expression::string(const Tree& tree, void* from, const Limits& limits, std::uint64_t* used) const {
  auto object = impl_->evaluate(tree, from, limits, used);
  if (!object) return object.problem();
  xmlChar* text = xmlXPathCastToString(object->get());
  std::string out = text ? reinterpret_cast<const char*>(text) : "";
  xmlFree(text);
  return out;
}

}  // namespace assay::xpath
