// Namespaces that pass for one of a standard on paper and are another one to every program.
#include <algorithm>
#include <set>

#include "package/package_data.hpp"
#include "text/unicode.hpp"
#include "xml/namespaces.hpp"

namespace assay {
namespace {

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view meant_by(std::string_view uri) {
  const std::string looks = text::skeleton(uri);
  for (const xml::Namespace& known : xml::namespaces())
    if (text::skeleton(known.uri) == looks) return known.uri;
  return {};
}

// The first element or attribute in the namespace.
Node first_use(const XmlDocument& document, std::string_view uri) {
  for (std::uint32_t i = 0; i < document.elements.size(); ++i) {
    const Node node{&document, i};
    if (namespace_uri(node) == uri) return node;
    for (Attribute at = first_attribute(node); at; at = next_attribute(at))
      if (namespace_uri(at) == uri) return node;
  }
  return {};
}

}  // namespace

std::span<const LookAlike> PackageData::look_alikes() const {
  std::call_once(look_alikes_once_, [this] {
    for (const auto& document : xml) {
      std::set<std::string_view> uris;
      for (const XmlDocument::Name& name : document->names)
        if (!ascii(name.uri) && name.uri.size() < 500 && uris.size() < 100) uris.insert(name.uri);
      for (const std::string_view uri : uris)
        if (const std::string_view meant = meant_by(uri); !meant.empty())
          if (const Node node = first_use(*document, uri)) look_alikes_.push_back({node, uri, meant});
    }
  });
  return look_alikes_;
}

std::span<const LookAlike> look_alike_namespaces(const Package& package) { return package.data().look_alikes(); }

}  // namespace assay
