// The libxml2 tree behind xpath::Tree. Only this directory includes libxml2.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <libxml/tree.h>

#include "xpath/xpath.hpp"

namespace assay::xpath {

struct Tree::Impl {
  Impl();
  ~Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  xmlDoc* document = nullptr;
  xmlNode* open = nullptr;                                // innermost open element
  std::vector<Place> places;                              // xmlNode::_private is the index + 1
  std::map<std::string, xmlNs*, std::less<>> namespaces;  // canonical prefix or {uri} → declaration on the root

  /// Splits a canonical name; the namespace is null for names in none.
  xmlNs* namespace_of(std::string_view canonical, std::string& local);
};

/// URI that stands for a canonical prefix in trees and expressions.
[[nodiscard]] std::string prefix_uri(std::string_view prefix);

}  // namespace assay::xpath
