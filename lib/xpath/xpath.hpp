// XPath 1.0 over our trees. libxml2's engine, never its parser; `Limits::xpath_steps` is the budget of an evaluation.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>
#include <assay/result.hpp>
#include <assay/rule.hpp>

namespace assay::xpath {

/// A tree that expressions can be asked about. Elements are in the namespaces of schemas/namespaces.json under the
/// canonical prefixes ("cp:item"); the inventory's elements are in no namespace. Each element remembers its Place.
class Tree {
 public:
  explicit Tree(const XmlDocument&);
  Tree();  // empty, for building by hand (the inventory)
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();
  void begin(std::string_view canonical_name, const Place&);
  void attribute(std::string_view canonical_name, std::string_view value);
  void text(std::string_view);
  void end();

  struct Impl;
  [[nodiscard]] Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

struct Hit {
  Place place;
  void* node = nullptr;  // libxml2's, for further expressions from here
};

class Expression {
 public:
  /// Problem "bad-xpath" with the position in the expression. Unknown prefixes and functions are errors here.
  static Result<Expression> compile(std::string_view);
  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;
  ~Expression();
  /// The value is a set of nodes, whatever the document.
  [[nodiscard]] bool selects_nodes() const;
  /// Problem "limit-xpath-steps" when the budget is used up. `from` null: the document node. `used`: the steps are
  /// added to it, for a budget over many evaluations.
  [[nodiscard]] Result<std::vector<Hit>> select(const Tree&, void* from, const Limits&,
                                                std::uint64_t* used = nullptr) const;
  [[nodiscard]] Result<bool> test(const Tree&, void* from, const Limits&, std::uint64_t* used = nullptr) const;
  [[nodiscard]] Result<std::string> string(const Tree&, void* from, const Limits&, std::uint64_t* used = nullptr) const;

 private:
  Expression();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::xpath
