// The small paths of declarative rules: "cp:item", "cp:organization/cp:title", "*/@identifier", "cp:title/text()".
// Cost is the number of elements with that name, not of the document.
#pragma once

#include <string>
#include <string_view>

#include <assay/result.hpp>
#include <assay/rule.hpp>

namespace assay {

/// What a path leads to: an element, one of its attributes, or its text.
struct Target {
  Node node;
  Attribute attribute{};
  std::string_view value;
};

class Selector {
 public:
  /// Problem code "bad-path" without position; the caller knows where the path stands.
  static Result<Selector> parse(std::string_view path);
  /// One step: a canonical name with a known prefix, or without one.
  [[nodiscard]] static bool is_name(std::string_view);
  /// Advice: what names and paths look like.
  [[nodiscard]] static std::string how_to_write();
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Element name of the last element step; "*" for any.
  [[nodiscard]] const std::string& element() const { return element_; }

  template <class Visit>
  void each(const XmlDocument& document, Visit visit) const {
    if (element_ == "*") {
      for (Node node = root(document); node; node = following(node)) one(node, visit);
    } else {
      for (Node node : nodes_named(document, element_)) one(node, visit);
    }
  }

 private:
  static Node following(Node node) {  // document order
    if (const Node inside = first_child(node)) return inside;
    for (; node; node = parent(node))
      if (const Node next = next_sibling(node)) return next;
    return {};
  }
  template <class Visit>
  void one(Node node, Visit& visit) const {
    if (!parent_.empty() && name(parent(node)) != parent_) return;
    if (attribute_.empty()) return visit(Target{node, {}, content(node)});
    if (const Attribute found = attribute(node, attribute_)) visit(Target{node, found, value(found)});
  }

  std::string path_, parent_, element_, attribute_;
};

}  // namespace assay
