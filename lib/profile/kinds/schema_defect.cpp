// A schema defect with an identity of its own: who claims it is decided in lib/profile/claims.cpp.
#include <algorithm>
#include <array>

#include "json/document.hpp"
#include "profile/kinds/defects.hpp"
#include "text/unicode.hpp"

namespace assay {

std::span<const std::string_view> schema_defect_causes() {
  static constexpr std::array<std::string_view, 28> all = {
      "bad-type",
      "bad-value:enumeration",
      "bad-value:format",
      "bad-value:idref",
      "bad-value:length",
      "bad-value:maxInclusive",
      "bad-value:maxLength",
      "bad-value:maximum",
      "bad-value:minInclusive",
      "bad-value:minLength",
      "bad-value:minimum",
      "bad-value:ncname",
      "bad-value:other",
      "bad-value:pattern",
      "bad-value:type",
      "dangling-idref",
      "duplicate-id",
      "missing-attribute",
      "missing-element",
      "text-not-allowed",
      "too-many",
      "undeclared-attribute",
      "undeclared-attribute:lax",
      "undeclared-element",
      "undeclared-element:lax",
      "unexpected-element",
      "unknown-namespace-under-lax",
      "unknown-namespace-under-strict",
  };
  return all;
}

namespace kinds_detail {

void report_claimed(Reporter& report, std::string_view once) {
  Node last;
  for (const SchemaDefect& defect : report.claimed()) {
    const bool again = once == "element"    ? defect.node && defect.node == last
                       : once == "document" ? defect.node && defect.node.document == last.document
                                            : false;
    if (again) continue;
    last = defect.node;
    const std::string length = std::to_string(text::count_code_points(defect.value));
    std::vector<Argument> arguments = {{"cause", defect.cause}, {"value", shortened(defect.value)}, {"length", length}};
    if (!defect.expected.empty()) arguments.push_back({"expected", shortened(defect.expected, 1'000)});
    if (!defect.child.empty())
      arguments.push_back({"child", shortened(defect.child.substr(defect.child.rfind(':') + 1))});
    std::string pointer;
    if (defect.json) {
      pointer = json::pointer(defect.json);
      arguments.push_back({"element", pointer});
      if (!defect.attribute.empty()) arguments.push_back({"attribute", shortened(defect.attribute)});
      report.report_arguments(defect.cause, defect.json, arguments);
      continue;
    }
    arguments.push_back({"element", shortened(written_name(defect.node))});
    if (const Node up = parent(defect.node)) arguments.push_back({"parent", shortened(written_name(up))});
    if (!defect.attribute.empty()) arguments.push_back({"attribute", shortened(defect.attribute)});
    if (const std::string_view identifier = nearest_identifier(defect.node); !identifier.empty())
      arguments.push_back({"identifier", identifier});
    std::string mended;
    if (defect.cause == "bad-value:ncname") {
      mended = text::as_ncname(text::collapsed(defect.value).substr(0, 200));
      if (mended.empty()) mended = "id-1";
      arguments.push_back({"mended", mended});
      arguments.push_back({"character", text::wrong_in_ncname(trimmed(defect.value))});
    }
    report.report_arguments(defect.cause, defect.node, arguments);
  }
}

}  // namespace kinds_detail

namespace {

constexpr std::array params = {ParamInfo{"cause"},     ParamInfo{"element"}, ParamInfo{"parent"}, ParamInfo{"child"},
                               ParamInfo{"attribute"}, ParamInfo{"value"},   ParamInfo{"once"}};

// "bad-value" stands for every facet.
std::optional<Problem> check_cause(const std::string& cause) {
  const auto known = schema_defect_causes();
  if (cause == "bad-value" || std::find(known.begin(), known.end(), cause) != known.end()) return std::nullopt;
  return Problem{ProblemKind::usage, "unknown-cause", text::quoted(cause) + " is no cause of schema defects.",
                 text::suggestion(cause, known), ""};
}

std::optional<Problem> compile(ParamSet& set) {
  const ParamValue* causes = set.find("cause");
  if (!causes) return kinds_detail::missing("cause", text::one_of(schema_defect_causes()));
  for (const std::string& cause : causes->list)
    if (auto problem = check_cause(cause)) return problem;
  for (const char* field : {"element", "parent", "child", "attribute"})
    if (const ParamValue* names = set.find(field))
      for (const std::string& name : names->list)
        if (auto problem = kinds_detail::check_name(name)) return problem;
  if (const ParamValue* once = set.find("once"); once && once->text != "element" && once->text != "document")
    return kinds_detail::takes("once", "element or document", "Write one of them.");
  return kinds_detail::compile_patterns(set.find("value"), set.patterns);
}

// Targets are the elements at which such a defect could stand.
void check(const Package& package, const Params& parameters, Reporter& report) {
  kinds_detail::each_document(
      package, ParamsAccess::of(parameters), [&](const XmlDocument& document, std::string_view, std::uint32_t) {
        // "cp:*" cannot be counted element by element without visiting all: the document is the target.
        const auto wildcard = [](std::string_view name) { return name.ends_with(":*"); };
        const auto any_of_prefix = [&](std::string_view name) {
          return uses_prefix(document, name.substr(0, name.size() - 2)) ? 1u : 0u;
        };
        const auto elements = parameters.list("element");
        const auto parents = parameters.list("parent");
        const std::string_view attribute_name = parameters.text("attribute");
        const bool presence =
            parameters.text("cause") != "missing-attribute" && !attribute_name.empty() && !wildcard(attribute_name);
        std::uint64_t targets = 0;
        for (std::string_view element : elements) {
          if (wildcard(element)) ++targets;
          for (Node node : nodes_named(document, element))
            targets += !presence || attribute(node, attribute_name) ? 1 : 0;
        }
        if (elements.empty())
          for (std::string_view up : parents)
            targets += wildcard(up) ? any_of_prefix(up) : nodes_named(document, up).size();
        if (elements.empty() && parents.empty()) targets = root(document) ? 1 : 0;
        report.judged(targets);
      });
  kinds_detail::report_claimed(report, parameters.text("once"));
}

}  // namespace

extern const KindInfo schema_defect_kind;
const KindInfo schema_defect_kind = {"schema-defect", params, false, compile, check, kinds_detail::defect_placeholders};

}  // namespace assay
