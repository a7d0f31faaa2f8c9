// Objectives that are named but not there. An activity takes the names from its own sequencing or its template, and the
// objectives from its own or its template: four cases, each linear. Where a template's names meet an activity's own
// objectives, the first name that fails ends the search, so that no more names are tried than the activity has
// objectives.
#include <algorithm>

#include "package/package_data.hpp"
#include "sequencing/model.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

struct Name {
  Node node;
  std::string_view objective;
};

class Search {
 public:
  Search(const Package& package, Reporter& report, Part from)
      : data_(package.data().sequencing()),
        report_(report),
        from_(from),
        judged_(data_.sequencings.size()),
        distinct_(data_.sequencings.size()) {}

  void run() {
    for (const Activity& activity : data_.activities) {
      const Sequencing* names = source_of(data_.tree, activity, from_);
      const Sequencing* objectives = source_of(data_.tree, activity, Part::objectives);
      if (!names) continue;
      const bool own_names = names->activity != none, own_objectives = objectives && objectives->activity != none;
      const auto index = static_cast<std::size_t>(names - data_.sequencings.data());
      if (own_names) {
        for (const Name& name : names_of(*names)) look(activity, name);
      } else if (own_objectives) {
        for (const Name& name : distinct(index))
          if (!look(activity, name)) break;
      } else if (!judged_[index]) {
        judged_[index] = true;
        for (const Name& name : distinct(index)) look(activity, name);
      }
    }
  }

 private:
  std::vector<Name> names_of(const Sequencing& sequencing) const {
    std::vector<Name> names;
    const auto add = [&](Node node, std::string_view objective) {
      if (!objective.empty()) names.push_back({node, objective});
    };
    if (from_ == Part::extended)
      for (const Objective& each : data_.tree.objectives.subspan(sequencing.extended.first, sequencing.extended.count))
        add(each.node, each.id);
    else
      for (const SequencingRule& rule : data_.tree.rules.subspan(sequencing.rules.first, sequencing.rules.count))
        for (const Condition& each : conditions_of(data_.tree, rule.conditions)) add(each.node, each.objective);
    return names;
  }

  const std::vector<Name>& distinct(std::size_t index) {
    std::vector<Name>& names = distinct_[index];
    if (!names.empty()) return names;
    names = names_of(data_.sequencings[index]);
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.objective < b.objective; });
    names.erase(std::unique(names.begin(), names.end(),
                            [](const Name& a, const Name& b) { return a.objective == b.objective; }),
                names.end());
    return names;
  }

  bool look(const Activity& activity, const Name& name) {
    report_.judged();
    if (find_objective(data_, activity, name.objective) != none) return true;
    std::vector<std::string_view> ids;
    for (const Objective& each : objectives_of(data_.tree, activity)) {
      if (!each.id.empty()) ids.push_back(each.id);
      if (ids.size() == 50) break;
    }
    std::string known = text::nearest(name.objective, ids, 3);
    if (known.empty())
      for (std::size_t i = 0; i < ids.size() && i < 3; ++i) known.append(i ? ", " : "").append(ids[i]);
    if (known.empty()) known = "none";
    report_.report(name.node, {{"item", activity.identifier}, {"objective", name.objective}, {"known", known}});
    return false;
  }

  const SequencingData& data_;
  Reporter& report_;
  Part from_;
  std::vector<bool> judged_;
  std::vector<std::vector<Name>> distinct_;
};

}  // namespace

void report_unknown_objectives(const Package& package, Reporter& report, Part from) {
  Search(package, report, from).run();
}

}  // namespace assay
