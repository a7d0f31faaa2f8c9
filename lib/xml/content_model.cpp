#include "xml/content_model.hpp"

#include <algorithm>

#include <xercesc/framework/XMLElementDecl.hpp>

namespace assay::xml {

using xercesc::ContentSpecNode;

unsigned int uri_id(xercesc::XMLGrammarPool& pool, const std::string& uri) {
  const unsigned int id = pool.getURIStringPool()->getId(utf16(uri).c_str());
  return id == 0 ? 0xFFFFFF00u : id;
}

std::string uri_text(xercesc::XMLGrammarPool& pool, unsigned int id) {
  return pool.getURIStringPool()->exists(id) ? utf8(pool.getURIStringPool()->getValueForId(id)) : std::string();
}

const xercesc::QName* NameTable::intern(const std::string& uri, const std::string& local) {
  auto& slot = names_[{uri, local}];
  if (!slot) slot = std::make_unique<xercesc::QName>(u"", utf16(local).c_str(), uri_id(pool_, uri));
  return slot.get();
}

std::string NameTable::uri(const xercesc::QName* name) const { return uri_text(pool_, name->getURI()); }

ContentModel::ContentModel(xercesc::XMLGrammarPool& pool, NameTable& table, xercesc::XMLContentModel* model,
                           const ContentSpecNode* spec)
    : pool_(pool), table_(table), model_(model) {
  collect(spec, 0);
}

void ContentModel::collect(const ContentSpecNode* node, int depth) {
  if (!node || depth > 2'000) return;
  const auto type = node->getType();
  const int base = type & 0x0F;
  if (type == ContentSpecNode::Leaf) {
    const xercesc::QName* name = node->getElement();
    if (!name || name->getURI() == XERCES_CPP_NAMESPACE::XMLElementDecl::fgPCDataElemId) return;
    const ChildName made{table_.intern(uri_text(pool_, name->getURI()), utf8(name->getLocalPart()))};
    if (std::find(named_.begin(), named_.end(), made) == named_.end()) named_.push_back(made);
    return;
  }
  if (base == ContentSpecNode::Any || base == ContentSpecNode::Any_Other || base == ContentSpecNode::Any_NS) {
    const Processing processing = type >= 32 ? Processing::skip : type >= 16 ? Processing::lax : Processing::strict;
    const xercesc::QName* name = node->getElement();
    wildcards_.push_back({base == ContentSpecNode::Any, base == ContentSpecNode::Any_Other,
                          name ? uri_text(pool_, name->getURI()) : std::string(), processing});
    return;
  }
  collect(node->getFirst(), depth + 1);
  collect(node->getSecond(), depth + 1);
}

std::optional<std::size_t> ContentModel::failure(const std::vector<ChildName>& children) const {
  if (!model_) return children.empty() ? std::nullopt : std::optional<std::size_t>(0);
  std::vector<xercesc::QName*> names;
  names.reserve(children.size() + 1);
  for (const ChildName& child : children) names.push_back(const_cast<xercesc::QName*>(child.name));
  names.push_back(nullptr);  // data() must not be null for an empty list
  XMLSize_t failing = 0;
  if (model_->validateContent(names.data(), children.size(), uri_id(pool_, ""), &failing)) return std::nullopt;
  return std::min<std::size_t>(failing, children.size());
}

std::vector<ChildName> ContentModel::possible_at(const std::vector<ChildName>& children, std::size_t position) const {
  std::vector<ChildName> possible;
  std::vector<ChildName> trial(children.begin(), children.begin() + static_cast<std::ptrdiff_t>(position));
  for (const ChildName& candidate : named_) {
    trial.push_back(candidate);
    const auto failing = failure(trial);
    if (!failing || *failing > position) possible.push_back(candidate);
    trial.pop_back();
  }
  return possible;
}

std::optional<ChildName> ContentModel::missing_before(const std::vector<ChildName>& list,
                                                      const std::vector<ChildName>& all, std::size_t position,
                                                      const std::vector<ChildName>& possible) const {
  const bool at_end = position == list.size();
  std::optional<ChildName> found;
  for (const ChildName& candidate : possible) {
    if (std::find(all.begin(), all.end(), candidate) != all.end()) continue;
    std::vector<ChildName> trial = list;
    trial.insert(trial.begin() + static_cast<std::ptrdiff_t>(position), candidate);
    const auto failing = failure(trial);
    if (!failing || (!at_end && *failing > position + 1)) return candidate;
    // At the end optional ones would do as well; the one that has to come stands behind them in the model.
    if (at_end && *failing > position) found = candidate;
  }
  return found;
}

Processing ContentModel::wildcard(const std::string& uri) const {
  for (const Wildcard& wildcard : wildcards_)
    if (wildcard.any || (wildcard.other ? uri != wildcard.uri && !uri.empty() : uri == wildcard.uri))
      return wildcard.processing;
  return Processing::none;
}

}  // namespace assay::xml
