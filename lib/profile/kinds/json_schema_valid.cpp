// JSON documents against a JSON Schema that ships.
#include <array>

#include "embedded.hpp"
#include "profile/kinds/defects.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"schema"}};

std::optional<Problem> compile(ParamSet& set) {
  const ParamValue* value = set.find("schema");
  const std::string path = value ? "schemas/" + value->text : "";
  const std::string_view bytes = embedded_file(path);
  if (!bytes.data())
    return Problem{ProblemKind::usage, "unknown-schema", "There is no schema " + text::quoted(path) + ".",
                   "Name a JSON Schema below schemas/.", ""};
  auto document = json::parse(path, std::string(bytes));
  if (!document) return document.problem();
  set.schema_document = std::move(*document);
  auto schema = json::Schema::compile(*set.schema_document);
  if (!schema) return schema.problem();
  set.schema.emplace(std::move(*schema));
  return std::nullopt;
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  for (std::string_view rest = set.needs; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    const std::string_view role = rest.substr(0, space);
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
      const JsonDocument* document = json_document(package, role, i);
      if (!document) continue;
      report.judged();
      for (const SchemaDefect& defect : set.schema->validate(*document)) {
        std::string place = json::pointer(defect.json);
        if (place.empty()) place = "the top";
        const Argument arguments[] = {{"cause", defect.cause},
                                      {"value", defect.value},
                                      {"expected", defect.expected},
                                      {"child", defect.child},
                                      {"element", place}};
        report.report_arguments(defect.cause, defect.json, arguments);
      }
    }
  }
}

}  // namespace

extern const KindInfo json_schema_valid_kind;
const KindInfo json_schema_valid_kind = {"json-schema-valid", params, false, compile, check, "cause child expected"};

}  // namespace assay
