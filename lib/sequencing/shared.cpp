// Global objectives: who reads and writes them, and names that are probably meant to be one.
#include <algorithm>
#include <array>
#include <charconv>

#include "package/package_data.hpp"
#include "sequencing/model.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

// Only what shapes an activity counts: a template that nobody names writes nothing.
template <class Visit>
void each_map(const ActivityTree& tree, Visit visit) {
  for (const Sequencing& sequencing : tree.sequencings) {
    if (sequencing.users == 0) continue;
    for (const Range range : {sequencing.objectives, sequencing.extended})
      for (const Objective& objective : tree.objectives.subspan(range.first, range.count))
        for (std::uint32_t m = objective.first_map; m < objective.first_map + objective.maps; ++m)
          if (!tree.maps[m].target.empty()) visit(sequencing, objective, m);
  }
}

}  // namespace

void find_shared(SequencingData& data) {
  std::unordered_map<std::string_view, std::uint32_t> index;
  each_map(data.tree, [&](const Sequencing& sequencing, const Objective&, std::uint32_t m) {
    const ObjectiveMap& map = data.maps[m];
    const auto [at, fresh] = index.emplace(map.target, static_cast<std::uint32_t>(data.shared.size()));
    if (fresh) {
      SharedObjective& made = data.shared.emplace_back();
      made.name = map.target;
      made.first_map = m;
      made.first_activity = sequencing.first_user;
      Node organization = data.activities[made.first_activity].node;
      while (name(organization) == "cp:item") organization = parent(organization);
      made.offered = written_truth(attribute(organization, "adlseq:objectivesGlobalToSystem"), false);
    }
    SharedObjective& shared = data.shared[at->second];
    shared.reads |= map.reads;
    shared.writes |= map.writes;
    shared.alone = shared.alone && sequencing.users == 1 && sequencing.first_user == shared.first_activity;
  });
}

std::string_view nearest_written(const Package& package, std::string_view wanted) {
  constexpr std::size_t most_ranked = 200, most_objectives = 2'000;  // ranking is for people
  constexpr std::size_t most_shown = 200;                            // bytes of a name
  std::vector<std::string_view> names;
  const auto all = shared_objectives(package);
  const std::size_t most = all.size() > most_objectives ? 3 : most_ranked;
  for (const SharedObjective& each : all) {
    if (each.writes) names.push_back(each.name);
    if (names.size() == most) break;
  }
  std::string text = text::nearest(wanted, names, 3);
  if (text.empty())
    for (std::size_t i = 0; i < names.size() && i < 3; ++i)
      text.append(i ? ", " : "").append(text::beginning(names[i], most_shown));
  return names.empty() ? "none" : package.data().keep(std::move(text));
}

void report_similar_targets(const Package& package, Reporter& report) {
  const ActivityTree& tree = activity_tree(package);
  std::unordered_map<std::string, std::string_view> first;
  for (const SharedObjective& each : shared_objectives(package)) {
    report.judged();
    std::string key = text::folded(each.name);
    std::erase_if(key, [](char c) { return c == ' ' || c == '_' || c == '-' || c == '.'; });
    const auto [at, fresh] = first.emplace(std::move(key), each.name);
    if (!fresh) report.report(tree.maps[each.first_map].node, {{"target", each.name}, {"other", at->second}});
  }
}

void report_different_marks(const Package& package, Reporter& report) {
  struct Mark {
    double passing;
    std::uint32_t activity;
  };
  const auto number = [](double value) {
    std::array<char, 32> digits{};
    return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  };
  const ActivityTree& tree = activity_tree(package);
  std::unordered_map<std::string_view, Mark> first;
  each_map(tree, [&](const Sequencing& sequencing, const Objective& objective, std::uint32_t m) {
    const ObjectiveMap& map = tree.maps[m];
    if (!objective.by_measure || !(map.writes & status_datum)) return;
    report.judged();
    const auto [at, fresh] = first.emplace(map.target, Mark{objective.passing, sequencing.first_user});
    if (fresh || at->second.passing == objective.passing) return;
    const std::string mark = number(objective.passing), other_mark = number(at->second.passing);
    report.report(objective.node, {{"item", owner_name(package, sequencing)},
                                   {"target", map.target},
                                   {"mark", mark},
                                   {"other", tree.activities[at->second.activity].identifier},
                                   {"other_mark", other_mark}});
  });
}

void report_twin_templates(const Package& package, Reporter& report) {
  // Names, attributes and text of everything inside, in document order.
  const auto written = [](Node top) {
    std::string all;
    std::size_t depth = 0;
    for (Node node = first_child(top); node;) {
      all.append(std::to_string(depth)).append(name(node)).append("=").append(trimmed(content(node)));
      std::vector<std::string> attributes;
      for (Attribute each = first_attribute(node); each; each = next_attribute(each))
        if (!name(each).starts_with("xmlns"))
          attributes.push_back(std::string(name(each)) + "=" + std::string(trimmed(value(each))));
      std::sort(attributes.begin(), attributes.end());
      for (const std::string& each : attributes) all.append("|").append(each);
      if (const Node inside = first_child(node)) {
        node = inside;
        ++depth;
        continue;
      }
      for (; node != top && !next_sibling(node); --depth) node = parent(node);
      node = node == top ? Node{} : next_sibling(node);
    }
    return all;
  };
  std::unordered_map<std::string, std::string_view> first;
  for (const Sequencing& each : activity_tree(package).sequencings) {
    if (each.activity != none) continue;
    report.judged();
    std::string all = written(each.node);
    if (all.empty()) continue;
    const auto [at, fresh] = first.emplace(std::move(all), each.id);
    if (!fresh) report.report(each.node, {{"id", each.id}, {"other", at->second}});
  }
}

}  // namespace assay
