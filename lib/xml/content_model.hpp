// Questions to one Xerces content model over the children of one element of our tree.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xercesc/framework/XMLContentModel.hpp>
#include <xercesc/framework/XMLGrammarPool.hpp>
#include <xercesc/util/QName.hpp>
#include <xercesc/validators/common/ContentSpecNode.hpp>

#include "xml/document.hpp"
#include "xml/xerces.hpp"

namespace assay::xml {

/// A child as the content model sees it.
struct ChildName {
  const xercesc::QName* name = nullptr;         // interned: equal names are the same pointer
  std::uint32_t element = XmlDocument::absent;  // absent: one that we try out
  bool operator==(const ChildName& other) const { return name == other.name; }
};

/// Makes each (namespace, local name) once, so that long lists of children are lists of pointers.
class NameTable {
 public:
  explicit NameTable(xercesc::XMLGrammarPool& pool) : pool_(pool) {}
  const xercesc::QName* intern(const std::string& uri, const std::string& local);
  [[nodiscard]] std::string uri(const xercesc::QName*) const;
  [[nodiscard]] static std::string local(const xercesc::QName* name) { return utf8(name->getLocalPart()); }

 private:
  xercesc::XMLGrammarPool& pool_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<xercesc::QName>> names_;
};

enum class Processing : std::uint8_t { none, strict, lax, skip };

class ContentModel {
 public:
  ContentModel(xercesc::XMLGrammarPool&, NameTable&, xercesc::XMLContentModel*, const xercesc::ContentSpecNode*);
  /// Index of the first child that does not fit; children.size() when something is missing at the end; none when valid.
  [[nodiscard]] std::optional<std::size_t> failure(const std::vector<ChildName>& children) const;
  /// Elements that the model names anywhere, in its order.
  [[nodiscard]] const std::vector<ChildName>& named() const { return named_; }
  /// Those of them that may stand at `position`.
  [[nodiscard]] std::vector<ChildName> possible_at(const std::vector<ChildName>& children, std::size_t position) const;
  /// An element is missing when putting it at `position` lets the model go on past it, and it does not stand elsewhere.
  [[nodiscard]] std::optional<ChildName> missing_before(const std::vector<ChildName>& list,
                                                        const std::vector<ChildName>& all, std::size_t position,
                                                        const std::vector<ChildName>& possible) const;
  /// How a wildcard of the model treats elements of a namespace; none when no wildcard takes them.
  [[nodiscard]] Processing wildcard(const std::string& uri) const;

 private:
  void collect(const xercesc::ContentSpecNode*, int depth);
  struct Wildcard {
    bool any, other;
    std::string uri;
    Processing processing;
  };
  xercesc::XMLGrammarPool& pool_;
  NameTable& table_;
  xercesc::XMLContentModel* model_;
  std::vector<ChildName> named_;
  std::vector<Wildcard> wildcards_;
};

/// Identifier of a namespace in the pool; a number that no grammar uses when it is unknown.
[[nodiscard]] unsigned int uri_id(xercesc::XMLGrammarPool&, const std::string& uri);
[[nodiscard]] std::string uri_text(xercesc::XMLGrammarPool&, unsigned int id);

}  // namespace assay::xml
