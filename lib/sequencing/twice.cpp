// Objectives and maps that say the same twice. Each list is judged where it stands: an activity takes all its
// objectives from one sequencing element.
#include <algorithm>
#include <array>

#include "package/package_data.hpp"
#include "sequencing/model.hpp"

namespace assay {
namespace {

struct Row {
  Datum datum;
  std::string_view name, suffix;  // "satisfied status", "SatisfiedStatus"
};
constexpr std::array rows = {
    Row{status_datum, "satisfied status", "SatisfiedStatus"},
    Row{measure_datum, "measure", "NormalizedMeasure"},
    Row{raw_datum, "raw score", "RawScore"},
    Row{min_datum, "lowest score", "MinScore"},
    Row{max_datum, "highest score", "MaxScore"},
    Row{completion_datum, "completion", "CompletionStatus"},
    Row{progress_datum, "progress", "ProgressMeasure"},
};

Range range_of(const Sequencing& sequencing, Part from) {
  return from == Part::extended ? sequencing.extended : sequencing.objectives;
}

// Calls back with each map whose switches another map with the same key has already set.
template <class Visit>
void repeated(std::vector<std::pair<std::string_view, const ObjectiveMap*>>& maps, std::uint8_t ObjectiveMap::*set,
              Visit visit) {
  std::stable_sort(maps.begin(), maps.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::uint8_t seen = 0;
  for (std::size_t i = 0; i < maps.size(); ++i) {
    if (i == 0 || maps[i].first != maps[i - 1].first) seen = 0;
    const std::uint8_t mine = maps[i].second->*set;
    for (const Row& row : rows)
      if (seen & mine & row.datum) visit(*maps[i].second, row);
    seen |= mine;
  }
}

}  // namespace

std::string_view owner_name(const Package& package, const Sequencing& sequencing) {
  const ActivityTree& tree = activity_tree(package);
  if (sequencing.activity != none) return tree.activities[sequencing.activity].identifier;
  if (sequencing.users == 1) return tree.activities[sequencing.first_user].identifier;
  return sequencing.id;
}

void report_repeated_objectives(const Package& package, Reporter& report, Part from) {
  const ActivityTree& tree = activity_tree(package);
  for (const Sequencing& each : tree.sequencings) {
    const Range range = range_of(each, from);
    std::vector<const Objective*> list;
    for (const Objective& objective : tree.objectives.subspan(range.first, range.count)) {
      report.judged();
      if (!objective.id.empty()) list.push_back(&objective);
    }
    std::stable_sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    for (std::size_t i = 1; i < list.size(); ++i)
      if (list[i]->id == list[i - 1]->id)
        report.report(list[i]->node, {{"item", owner_name(package, each)}, {"objective", list[i]->id}});
  }
}

void report_two_writers(const Package& package, Reporter& report, Part from) {
  const ActivityTree& tree = activity_tree(package);
  for (const Sequencing& each : tree.sequencings) {
    const Range range = range_of(each, from);
    std::vector<std::pair<std::string_view, const ObjectiveMap*>> maps;
    for (const Objective& objective : tree.objectives.subspan(range.first, range.count))
      for (const ObjectiveMap& map : maps_of(tree, objective)) maps.emplace_back(map.target, &map);
    report.judged(maps.size());
    repeated(maps, &ObjectiveMap::said_writes, [&](const ObjectiveMap& map, const Row& row) {
      const std::string attribute = "write" + std::string(row.suffix);
      report.report(
          map.node,
          {{"item", owner_name(package, each)}, {"target", map.target}, {"datum", row.name}, {"attribute", attribute}});
    });
  }
}

void report_two_readers(const Package& package, Reporter& report, Part from, bool defaults) {
  const ActivityTree& tree = activity_tree(package);
  for (const Sequencing& each : tree.sequencings) {
    const Range range = range_of(each, from);
    for (const Objective& objective : tree.objectives.subspan(range.first, range.count)) {
      std::vector<std::pair<std::string_view, const ObjectiveMap*>> maps;
      for (const ObjectiveMap& map : maps_of(tree, objective)) maps.emplace_back(std::string_view(), &map);
      report.judged(maps.size());
      repeated(maps, defaults ? &ObjectiveMap::reads : &ObjectiveMap::said_reads,
               [&](const ObjectiveMap& map, const Row& row) {
                 const std::string attribute = "read" + std::string(row.suffix);
                 report.report(map.node, {{"item", owner_name(package, each)},
                                          {"objective", objective.id},
                                          {"datum", row.name},
                                          {"attribute", attribute}});
               });
    }
  }
}

}  // namespace assay
