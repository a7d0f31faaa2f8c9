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
  std::string_view suffix;  // of readSatisfiedStatus and writeSatisfiedStatus
};
constexpr std::array rows = {
    Row{status_datum, "SatisfiedStatus"},
    Row{measure_datum, "NormalizedMeasure"},
    Row{raw_datum, "RawScore"},
    Row{min_datum, "MinScore"},
    Row{max_datum, "MaxScore"},
    Row{completion_datum, "CompletionStatus"},
    Row{progress_datum, "ProgressMeasure"},
};

Range range_of(const Sequencing& sequencing, Part from) {
  return from == Part::extended ? sequencing.extended : sequencing.objectives;
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
    std::stable_sort(maps.begin(), maps.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::uint8_t written = 0;
    for (std::size_t i = 0; i < maps.size(); ++i) {
      const ObjectiveMap& map = *maps[i].second;
      if (i == 0 || maps[i].first != maps[i - 1].first) written = 0;
      for (const Row& row : rows) {
        if (!(written & map.said_writes & row.datum)) continue;
        const std::string attribute = "write" + std::string(row.suffix);
        report.report(map.node,
                      {{"item", owner_name(package, each)}, {"target", map.target}, {"attribute", attribute}});
      }
      written |= map.said_writes;
    }
  }
}

void report_two_readers(const Package& package, Reporter& report, Part from, bool defaults) {
  const ActivityTree& tree = activity_tree(package);
  for (const Sequencing& each : tree.sequencings) {
    const Range range = range_of(each, from);
    for (const Objective& objective : tree.objectives.subspan(range.first, range.count)) {
      report.judged(objective.maps);
      std::uint8_t read = 0, said = 0;
      for (const ObjectiveMap& map : maps_of(tree, objective)) {
        for (const Row& row : rows) {
          const bool twice_said = said & map.said_reads & row.datum;
          const bool twice_read = read & map.reads & row.datum;
          if (defaults ? !twice_read || twice_said : !twice_said) continue;
          const std::string attribute = "read" + std::string(row.suffix);
          report.report(map.node,
                        {{"item", owner_name(package, each)}, {"objective", objective.id}, {"attribute", attribute}});
        }
        read |= map.reads;
        said |= map.said_reads;
      }
    }
  }
}

}  // namespace assay
