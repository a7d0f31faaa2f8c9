#include "xpath/tree.hpp"

#include <libxml/xpath.h>

#include "xml/document.hpp"

namespace assay::xpath {
namespace {

const xmlChar* bytes(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

}  // namespace

std::string prefix_uri(std::string_view prefix) {
  return prefix == "xml" ? "http://www.w3.org/XML/1998/namespace" : "assay:" + std::string(prefix);
}

Tree::Impl::Impl() : document(xmlNewDoc(BAD_CAST "1.0")) {}

Tree::Impl::~Impl() { xmlFreeDoc(document); }

xmlNs* Tree::Impl::namespace_of(std::string_view canonical, std::string& local) {
  std::string key, uri;
  if (canonical.starts_with('{')) {
    const std::size_t close = canonical.find('}');
    key = uri = std::string(canonical.substr(1, close - 1));
    local = canonical.substr(close + 1);
  } else if (const std::size_t colon = canonical.find(':'); colon != std::string_view::npos) {
    key = canonical.substr(0, colon);
    uri = prefix_uri(key);
    local = canonical.substr(colon + 1);
  } else {
    local = canonical;
    return nullptr;
  }
  const auto found = namespaces.find(key);
  if (found != namespaces.end()) return found->second;
  // Declared once on the root; the prefix in the tree is never shown.
  xmlNs* made = xmlNewNs(nullptr, bytes(uri), bytes("n" + std::to_string(namespaces.size())));
  made->next = document->oldNs;
  if (!document->oldNs) {  // libxml2 wants the xml namespace first in this list
    document->oldNs = made;
  } else {
    made->next = document->oldNs->next;
    document->oldNs->next = made;
  }
  return namespaces[key] = made;
}

Tree::Tree() : impl_(std::make_unique<Impl>()) {}
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

void Tree::begin(std::string_view canonical_name, const Place& place) {
  std::string local;
  xmlNs* ns = impl_->namespace_of(canonical_name, local);
  xmlNode* node = xmlNewDocNode(impl_->document, ns, bytes(local), nullptr);
  impl_->places.push_back(place);
  node->_private = reinterpret_cast<void*>(impl_->places.size());
  if (impl_->open)
    xmlAddChild(impl_->open, node);
  else
    xmlDocSetRootElement(impl_->document, node);
  impl_->open = node;
}

void Tree::attribute(std::string_view canonical_name, std::string_view value) {
  if (canonical_name.starts_with("xmlns")) return;
  std::string local;
  xmlNs* ns = impl_->namespace_of(canonical_name, local);
  xmlNewNsProp(impl_->open, ns, bytes(local), bytes(std::string(value)));
}

void Tree::text(std::string_view value) {
  if (!value.empty())
    xmlAddChild(impl_->open, xmlNewDocTextLen(impl_->document, reinterpret_cast<const xmlChar*>(value.data()),
                                              static_cast<int>(value.size())));
}

void Tree::end() {
  impl_->open = impl_->open->parent && impl_->open->parent->type == XML_ELEMENT_NODE ? impl_->open->parent : nullptr;
  if (!impl_->open) xmlXPathOrderDocElems(impl_->document);  // numbers, so that sorting node sets stays cheap
}

Tree::Tree(const XmlDocument& source) : Tree() {
  // Straight over the arena: text nodes of mixed content stand between the elements there.
  const auto& elements = source.elements;
  for (std::uint32_t i = 0; i < elements.size();) {
    const auto& element = elements[i];
    const std::string_view own = source.characters(element.text, element.text_size);
    if (element.name == XmlDocument::text_name) {
      text(own);
    } else {
      const Node node{&source, i};
      begin(name(node), node);
      for (Attribute at = first_attribute(node); at; at = next_attribute(at)) attribute(name(at), value(at));
      text(own);
      if (element.first_child != XmlDocument::absent) {
        i = element.first_child;
        continue;
      }
      end();
    }
    // Next in document order: the following sibling of this node or of the nearest ancestor that has one.
    std::uint32_t at = i;
    while (at != XmlDocument::absent && elements[at].next_sibling == XmlDocument::absent) {
      at = elements[at].parent;
      if (at != XmlDocument::absent) end();
    }
    if (at == XmlDocument::absent) break;
    i = elements[at].next_sibling;
  }
}

}  // namespace assay::xpath
