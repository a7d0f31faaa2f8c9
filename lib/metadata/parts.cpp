// Where the parts of an IMS MD record belong, and records that do not say what they are.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <assay/record.hpp>

namespace assay {
namespace {

// In order; * may stand more than once.
const std::map<std::string_view, std::vector<std::string_view>>& parts() {
  static const std::map<std::string_view, std::vector<std::string_view>> table = {
      {"general",
       {"identifier", "title", "catalogentry*", "language*", "description*", "keyword*", "coverage*", "structure",
        "aggregationlevel"}},
      {"catalogentry", {"catalog", "entry"}},
      {"lifecycle", {"version", "status", "contribute*"}},
      {"contribute", {"role", "centity*", "date"}},
      {"metametadata", {"identifier", "catalogentry*", "contribute*", "metadatascheme*", "language"}},
      {"technical",
       {"format*", "size", "location*", "requirement*", "installationremarks", "otherplatformrequirements",
        "duration"}},
      {"requirement", {"type", "name", "minimumversion", "maximumversion"}},
      {"educational",
       {"interactivitytype", "learningresourcetype*", "interactivitylevel", "semanticdensity", "intendedenduserrole*",
        "context*", "typicalagerange*", "difficulty", "typicallearningtime", "description", "language*"}},
      {"rights", {"cost", "copyrightandotherrestrictions", "description"}},
      {"relation", {"kind", "resource"}},
      {"resource", {"identifier", "description", "catalogentry*"}},
      {"annotation", {"person", "date", "description"}},
      {"classification", {"purpose", "taxonpath*", "description", "keyword*"}},
  };
  return table;
}

bool is_part_anywhere(std::string_view name) {
  static const std::set<std::string_view> all = [] {
    std::set<std::string_view> names;
    for (const auto& [category, list] : parts())
      for (std::string_view each : list) names.insert(each.substr(0, each.find('*')));
    return names;
  }();
  return all.contains(name);
}

void judge_parts(Node category, const std::vector<std::string_view>& list, PartFault wanted, Reporter& report) {
  std::vector<bool> seen(list.size());
  std::vector<bool> reported(list.size());  // a run of the same part is one mistake
  std::size_t furthest = 0;
  for (Node part = first_child(category); part; part = next_sibling(part)) {
    if (namespace_uri(part) != namespace_uri(category)) continue;
    const std::string_view own = local_name(part);
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](std::string_view each) { return each.substr(0, each.find('*')) == own; });
    report.judged();
    if (found == list.end()) {
      if (wanted == PartFault::elsewhere && is_part_anywhere(own))
        report.report(part, {{"element", own}, {"parent", local_name(category)}});
      continue;
    }
    const auto place = static_cast<std::size_t>(found - list.begin());
    if (wanted == PartFault::repeated && seen[place] && !found->ends_with('*'))
      report.report(part, {{"element", own}, {"parent", local_name(category)}});
    if (wanted == PartFault::out_of_order && place < furthest && !reported[place]) {
      reported[place] = true;
      report.report(part, {{"element", own},
                           {"parent", local_name(category)},
                           {"before", list[furthest].substr(0, list[furthest].find('*'))}});
    }
    seen[place] = true;
    furthest = std::max(furthest, place);
  }
}

// The binding that the names inside a record are from; IMS MD when nothing tells.
std::string_view looks_like(Node record) {
  constexpr int most_looked_at = 200;
  constexpr std::string_view of_lom[] = {"string", "lifeCycle", "metaMetadata", "copyrightAndOtherRestrictions"};
  int looked_at = 0;
  for (Node node = first_child(record); node && looked_at < most_looked_at; ++looked_at) {
    if (std::find(std::begin(of_lom), std::end(of_lom), local_name(node)) != std::end(of_lom)) return "lom";
    Node next = first_child(node);
    for (Node up = node; !next && up && up != record; up = parent(up)) next = next_sibling(up);
    node = next;
  }
  return "imsmd";
}

}  // namespace

void report_parts(const Package& package, Reporter& report, PartFault wanted) {
  for (const auto& each : parts())
    each_in_records(package, "imsmd:" + std::string(each.first),
                    [&](Node node) { judge_parts(node, each.second, wanted, report); });
}

void report_record_namespaces(const Package& package, Reporter& report, std::string_view prefix) {
  for (std::uint32_t i = 0; i < document_count(package, "metadata"); ++i) {
    const XmlDocument* document = xml_document(package, "metadata", i);
    if (!document || local_name(root(*document)) != "lom") continue;
    const Node record = root(*document);
    const bool known = name(record) == "imsmd:lom" || name(record) == "lom:lom";
    if (known ? name(record).substr(0, prefix.size()) == prefix : looks_like(record) == prefix) report.judged();
    if (!known && looks_like(record) == prefix) report.report(record, {{"namespace", namespace_uri(record)}});
  }
}

}  // namespace assay
