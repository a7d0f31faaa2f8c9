// XPath 1.0: for every context node the test must hold (as in ISO Schematron), over a document or the inventory.
#include <array>

#include <assay/package.hpp>

#include "limits.hpp"
#include "package/trees.hpp"
#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"over"}, ParamInfo{"context"}, ParamInfo{"test"}, ParamInfo{"arguments"}};

std::optional<Problem> compile_one(const ParamSet& set, const char* name, std::optional<xpath::Expression>& out) {
  const ParamValue* value = set.find(name);
  if (!value) return kinds_detail::missing(name, "Write an XPath 1.0 expression.");
  if (value->text.empty()) return kinds_detail::takes(name, "a text", "Write an XPath 1.0 expression.");
  auto compiled = xpath::Expression::compile(value->text);
  if (!compiled) return compiled.problem();
  out.emplace(std::move(*compiled));
  return std::nullopt;
}

std::optional<Problem> compile(ParamSet& set) {
  if (auto problem = compile_one(set, "context", set.context)) return problem;
  if (!set.context->selects_nodes())
    return Problem{ProblemKind::usage, "bad-xpath", "\"context\" selects no nodes.",
                   "Write a path such as //cp:item; the condition belongs in \"test\".", ""};
  if (auto problem = compile_one(set, "test", set.test)) return problem;
  if (const ParamValue* arguments = set.find("arguments")) {
    if (arguments->table.empty())
      return kinds_detail::takes("arguments", "an object", "Write { \"name\": \"XPath expression\" }.");
    for (const auto& [name, text] : arguments->table) {
      auto compiled = xpath::Expression::compile(text);
      if (!compiled) return compiled.problem();
      set.arguments.emplace_back(name, std::move(*compiled));
    }
  }
  return std::nullopt;
}

// One budget for the whole rule: a test that is cheap at one node is not cheap at a hundred thousand.
struct Budget {
  Limits limits;
  std::uint64_t used = 0;
  // What is left for the next evaluation; null when nothing is, because a limit of 0 is none for the engine.
  const Limits* left(std::uint64_t all) {
    if (used >= all) return nullptr;
    limits.xpath_steps = all - used;
    return &limits;
  }
};

void over_tree(const xpath::Tree& tree, const ParamSet& set, const Limits& limits, Budget& budget, Reporter& report) {
  const std::uint64_t all = limits.xpath_steps;
  const auto stop = [&](const Problem* met = nullptr) {
    if (met && met->kind != ProblemKind::refused) return report.blocked();
    report.blocked(over_limit(limits, &Limits::xpath_steps, "The XPath expressions of a rule take too many steps", "",
                              "Simplify them."));
  };
  const Limits* left = budget.left(all);
  if (!left) return stop();
  const auto hits = set.context->select(tree, nullptr, *left, &budget.used);
  if (!hits) return stop(&hits.problem());
  for (const xpath::Hit& hit : *hits) {
    if (!(left = budget.left(all))) return stop();
    const auto holds = set.test->test(tree, hit.node, *left, &budget.used);
    if (!holds) return stop(&holds.problem());
    report.judged();
    if (*holds) continue;
    std::vector<std::string> values;
    values.reserve(set.arguments.size());
    std::vector<Argument> arguments;
    for (const auto& [name, expression] : set.arguments) {
      left = budget.left(all);
      const Result<std::string> text =
          left ? expression.string(tree, hit.node, *left, &budget.used) : Result<std::string>(std::string());
      values.emplace_back(text ? kinds_detail::shortened(*text) : std::string_view());
      arguments.push_back({name, values.back()});
    }
    report.report_arguments({}, hit.place, arguments);
  }
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const std::string_view role = parameters.text("over", "manifest");
  const std::uint32_t count = role == "inventory" ? 1 : document_count(package, role);
  const Limits& limits = limits_of(package);
  Budget budget{limits};
  for (std::uint32_t i = 0; i < count; ++i)
    if (const xpath::Tree* tree = xpath_tree(package, role, i)) over_tree(*tree, set, limits, budget, report);
}

}  // namespace

extern const KindInfo assert_kind;
const KindInfo assert_kind = {"assert", params, false, compile, check, ""};

}  // namespace assay
