// XPath 1.0: for every context node the test must hold (as in ISO Schematron), over a document or the inventory.
#include <array>

#include <assay/package.hpp>

#include "package/trees.hpp"
#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"over"}, ParamInfo{"context"}, ParamInfo{"test"}, ParamInfo{"arguments"}};

std::optional<Problem> compile_one(const ParamSet& set, const char* name, std::optional<xpath::Expression>& out) {
  const ParamValue* value = set.find(name);
  if (!value)
    return Problem{ProblemKind::usage, "missing-parameter", "\"" + std::string(name) + "\" is missing.",
                   "Write an XPath 1.0 expression.", ""};
  auto compiled = xpath::Expression::compile(value->text);
  if (!compiled) return compiled.problem();
  out.emplace(std::move(*compiled));
  return std::nullopt;
}

std::optional<Problem> compile(ParamSet& set) {
  if (auto problem = compile_one(set, "context", set.context)) return problem;
  if (auto problem = compile_one(set, "test", set.test)) return problem;
  if (const ParamValue* arguments = set.find("arguments"))
    for (const auto& [name, text] : arguments->table) {
      auto compiled = xpath::Expression::compile(text);
      if (!compiled) return compiled.problem();
      set.arguments.emplace_back(name, std::move(*compiled));
    }
  return std::nullopt;
}

void over_tree(const xpath::Tree& tree, const ParamSet& set, const Limits& limits, Reporter& report) {
  const auto hits = set.context->select(tree, nullptr, limits);
  if (!hits) return report.blocked();
  for (const xpath::Hit& hit : *hits) {
    const auto holds = set.test->test(tree, hit.node, limits);
    if (!holds) return report.blocked();
    report.judged();
    if (*holds) continue;
    std::vector<std::string> values;
    values.reserve(set.arguments.size());
    std::vector<Argument> arguments;
    for (const auto& [name, expression] : set.arguments) {
      auto text = expression.string(tree, hit.node, limits);
      values.push_back(text ? std::move(*text) : std::string());
      arguments.push_back({name, values.back()});
    }
    report.report_arguments({}, hit.place, arguments);
  }
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const std::string_view role = parameters.text("over", "manifest");
  const std::uint32_t count = role == "inventory" ? 1 : document_count(package, role);
  for (std::uint32_t i = 0; i < count; ++i)
    if (const xpath::Tree* tree = xpath_tree(package, role, i)) over_tree(*tree, set, limits_of(package), report);
}

}  // namespace

extern const KindInfo assert_kind;
const KindInfo assert_kind = {"assert", params, false, compile, check, ""};

}  // namespace assay
