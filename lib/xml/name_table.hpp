// The names of a document, each kept once, and what they cost.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "xml/document.hpp"
#include "xml/xerces.hpp"

namespace assay::xml {

class NameTable {
 public:
  explicit NameTable(XmlDocument& document) : document_(document) {}

  /// The name as an index of XmlDocument::names. `uri_text(uri_id)` is asked only for a name that is new.
  template <class UriText>
  std::uint32_t index(unsigned int uri_id, const XMLCh* prefix, const XMLCh* local, UriText uri_text) {
    const std::uint32_t known = find(uri_id, prefix, local);
    return known != XmlDocument::absent ? known : add(utf8(uri_text(uri_id)), prefix, local);
  }
  /// Bytes so far, for the limit xml-name-bytes: each different name, and each use of a long namespace.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  std::uint32_t find(unsigned int uri_id, const XMLCh* prefix, const XMLCh* local);
  std::uint32_t add(std::string uri, const XMLCh* prefix, const XMLCh* local);
  XmlDocument& document_;
  std::u16string key_;  // of the last find
  std::unordered_map<std::u16string, std::uint32_t> interned_;
  std::uint64_t bytes_ = 0;
};

}  // namespace assay::xml
