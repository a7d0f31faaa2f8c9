// Activities, and which sequencing shapes them.
#include "sequencing/model.hpp"

#include <charconv>
#include <limits>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::uint32_t few_objectives = 8;

class Builder {
 public:
  explicit Builder(const Course& course) : course_(course), made_(std::make_unique<SequencingData>()) {}

  std::unique_ptr<SequencingData> build(const XmlDocument& manifest) {
    reserve(manifest);
    for (const Node collection : nodes_named(manifest, "imsss:sequencingCollection"))
      for (Node node = child(collection, "imsss:sequencing"); node; node = next_named(node, "imsss:sequencing"))
        add_template(node);
    activities();
    for (Sequencing& each : made_->sequencings) read_sequencing(*made_, each);
    for (std::uint32_t i = 0; i < made_->activities.size(); ++i) merge(i);
    count_contributors();
    index_objectives();
    SequencingData& data = *made_;
    data.tree = {data.activities, data.sequencings, data.rules, data.rollup_rules,
                 data.conditions, data.objectives,  data.maps};
    find_standings(data);
    find_locks(data);
    find_shared(data);
    return std::move(made_);
  }

 private:
  // Exact, so that nothing is copied while it grows.
  void reserve(const XmlDocument& manifest) {
    const auto count = [&](std::initializer_list<const char*> names) {
      std::size_t all = 0;
      for (const char* name : names) all += nodes_named(manifest, name).size();
      return all;
    };
    made_->activities.reserve(course_.organizations.size() + course_.items.size());
    made_->sequencings.reserve(count({"imsss:sequencing"}));
    made_->rules.reserve(count({"imsss:preConditionRule", "imsss:exitConditionRule", "imsss:postConditionRule"}));
    made_->rollup_rules.reserve(count({"imsss:rollupRule"}));
    made_->conditions.reserve(count({"imsss:ruleCondition", "imsss:rollupCondition"}));
    made_->objectives.reserve(count({"imsss:primaryObjective", "imsss:objective", "adlseq:objective"}));
    made_->maps.reserve(count({"imsss:mapInfo", "adlseq:mapInfo"}));
  }

  std::string_view collapsed(std::string_view written) {
    std::string once = text::collapsed(written);
    return once == written ? written : std::string_view(made_->strings.emplace_back(std::move(once)));
  }

  std::uint32_t add_sequencing(Node node) {
    Sequencing& made = made_->sequencings.emplace_back();
    made.node = node;
    made.id = collapsed(value(attribute(node, "ID")));
    made.reference = collapsed(value(attribute(node, "IDRef")));
    return static_cast<std::uint32_t>(made_->sequencings.size() - 1);
  }

  void add_template(Node node) {
    const std::uint32_t index = add_sequencing(node);
    const std::string_view id = made_->sequencings[index].id;
    if (!id.empty()) made_->templates.emplace(id, index);
  }

  // The course has each organization's items in document order behind one another, so an activity's place follows.
  void activities() {
    auto& all = made_->activities;
    std::vector<std::uint32_t> last;  // child of each activity
    for (std::uint32_t o = 0; o < course_.organizations.size(); ++o) {
      const Organization& organization = course_.organizations[o];
      const auto top = static_cast<std::uint32_t>(all.size());
      add_activity(organization.node, organization.identifier, o);
      last.push_back(none);
      for (std::uint32_t i = organization.first_item; i < organization.first_item + organization.items; ++i) {
        const Item& item = course_.items[i];
        const auto index = static_cast<std::uint32_t>(all.size());
        add_activity(item.node, item.identifier, o);
        last.push_back(none);
        Activity& made = all.back();
        made.item = i;
        made.parent = item.parent == none ? top : top + 1 + item.parent - organization.first_item;
        made.visible = written_truth(attribute(item.node, "isvisible"), true);
        const std::string_view kind =
            item.resource == none ? std::string_view() : trimmed(course_.resources[item.resource].scorm_type);
        made.starts_sco = kind == "sco";
        made.starts_asset = kind == "asset";
        Activity& up = all[made.parent];
        ++up.children;
        (last[made.parent] == none ? up.first_child : all[last[made.parent]].next_sibling) = index;
        last[made.parent] = index;
      }
    }
  }

  void add_activity(Node node, std::string_view identifier, std::uint32_t organization) {
    Activity& made = made_->activities.emplace_back();
    made.node = node;
    made.identifier = identifier;
    made.organization = organization;
    const Node own = child(node, "imsss:sequencing");
    if (!own) return;
    made.own = add_sequencing(own);
    Sequencing& sequencing = made_->sequencings[made.own];
    sequencing.activity = static_cast<std::uint32_t>(made_->activities.size() - 1);
    const auto found = made_->templates.find(sequencing.reference);
    if (!sequencing.reference.empty() && found != made_->templates.end()) sequencing.base = made.base = found->second;
  }

  Node part(const Activity& activity, Part wanted) const {
    for (const std::uint32_t at : {activity.own, activity.base})
      if (at != none)
        if (const Node found = part_of(made_->sequencings[at], wanted)) return found;
    return {};
  }

  static std::uint32_t whole_number(Attribute attribute) {
    std::string_view text = trimmed(value(attribute));
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return none;
    std::uint32_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc() ? number : none - 1;
  }

  static bool times(Attribute attribute) {
    const std::string_view word = trimmed(value(attribute));
    return word == "once" || word == "onEachNewAttempt";
  }

  void merge(std::uint32_t index) {
    Activity& activity = made_->activities[index];
    for (const std::uint32_t at : {activity.own, activity.base}) {
      if (at == none) continue;
      Sequencing& shaped_by = made_->sequencings[at];
      if (shaped_by.users++ == 0) shaped_by.first_user = index;
    }
    const auto flag = [&](Part where, std::string_view name, bool& held) {
      held = written_truth(attribute(part(activity, where), name), held);
    };
    flag(Part::control_mode, "choice", activity.choice);
    flag(Part::control_mode, "choiceExit", activity.choice_exit);
    flag(Part::control_mode, "flow", activity.flow);
    flag(Part::control_mode, "forwardOnly", activity.forward_only);
    flag(Part::delivery, "tracked", activity.tracked);
    flag(Part::delivery, "completionSetByContent", activity.completion_by_content);
    flag(Part::delivery, "objectiveSetByContent", activity.objective_by_content);
    flag(Part::rollup, "rollupObjectiveSatisfied", activity.rolls_up_satisfaction);
    flag(Part::rollup, "rollupProgressCompletion", activity.rolls_up_completion);
    flag(Part::choice, "preventActivation", activity.prevents_activation);
    flag(Part::choice, "constrainChoice", activity.constrains_choice);
    flag(Part::randomization, "reorderChildren", activity.reorders);
    activity.attempt_limit = whole_number(attribute(part(activity, Part::limits), "attemptLimit"));
    const Node random = part(activity, Part::randomization);
    activity.select_count = whole_number(attribute(random, "selectCount"));
    activity.selects = times(attribute(random, "selectionTiming"));
    activity.reorders = activity.reorders && times(attribute(random, "randomizationTiming"));
    const std::string_view weight = trimmed(value(attribute(part(activity, Part::rollup), "objectiveMeasureWeight")));
    if (!weight.empty()) std::from_chars(weight.data(), weight.data() + weight.size(), activity.weight);
  }

  void count_contributors() {
    for (const Activity& child : made_->activities) {
      if (child.parent == none || !child.tracked) continue;
      Activity& up = made_->activities[child.parent];
      up.satisfying += child.rolls_up_satisfaction;
      up.completing += child.rolls_up_completion;
      up.measuring += child.weight > 0;
    }
  }

  // Few objectives are found faster by looking through them.
  void index_objectives() {
    SequencingData& data = *made_;
    for (std::uint32_t s = 0; s < data.sequencings.size(); ++s) {
      const Range range = data.sequencings[s].objectives;
      for (std::uint32_t i = range.first; range.count > few_objectives && i < range.first + range.count; ++i)
        if (!data.objectives[i].id.empty()) data.objective_index[s].emplace(data.objectives[i].id, i);
    }
  }

  const Course& course_;
  std::unique_ptr<SequencingData> made_;
};

std::uint32_t source_index(const ActivityTree& tree, const Activity& activity, Part part) {
  for (const std::uint32_t at : {activity.own, activity.base})
    if (at != none && part_of(tree.sequencings[at], part)) return at;
  return none;
}

template <class Row>
std::span<const Row> slice(std::span<const Row> rows, const Sequencing* source, Range Sequencing::*range) {
  return source ? rows.subspan((source->*range).first, (source->*range).count) : std::span<const Row>();
}

}  // namespace

std::unique_ptr<SequencingData> make_sequencing(const Course& course, const XmlDocument* manifest) {
  return manifest ? Builder(course).build(*manifest) : std::make_unique<SequencingData>();
}

const SequencingData& PackageData::sequencing() const {
  std::call_once(sequencing_once_, [this] {
    const bool has_manifest = !documents.empty() && documents[0].role == "manifest";
    sequencing_ = make_sequencing(course, has_manifest ? documents[0].xml : nullptr);
  });
  return *sequencing_;
}

const ActivityTree& activity_tree(const Package& package) { return package.data().sequencing().tree; }
std::span<const Standing> standings(const Package& package) { return package.data().sequencing().standings; }
std::span<const Lock> locks(const Package& package) { return package.data().sequencing().locks; }
std::span<const SharedObjective> shared_objectives(const Package& package) {
  return package.data().sequencing().shared;
}

const Sequencing* source_of(const ActivityTree& tree, const Activity& activity, Part part) {
  const std::uint32_t at = source_index(tree, activity, part);
  return at == none ? nullptr : &tree.sequencings[at];
}

Node part_of(const ActivityTree& tree, const Activity& activity, Part part) {
  const Sequencing* source = source_of(tree, activity, part);
  return source ? part_of(*source, part) : Node{};
}

std::span<const SequencingRule> rules_of(const ActivityTree& tree, const Activity& activity) {
  return slice(tree.rules, source_of(tree, activity, Part::rules), &Sequencing::rules);
}
std::span<const RollupRule> rollup_rules_of(const ActivityTree& tree, const Activity& activity) {
  return slice(tree.rollup_rules, source_of(tree, activity, Part::rollup), &Sequencing::rollup_rules);
}
std::span<const Objective> objectives_of(const ActivityTree& tree, const Activity& activity) {
  return slice(tree.objectives, source_of(tree, activity, Part::objectives), &Sequencing::objectives);
}
std::span<const Objective> extended_objectives_of(const ActivityTree& tree, const Activity& activity) {
  return slice(tree.objectives, source_of(tree, activity, Part::extended), &Sequencing::extended);
}

std::uint32_t find_objective(const SequencingData& data, const Activity& activity, std::string_view id) {
  const std::uint32_t source = source_index(data.tree, activity, Part::objectives);
  if (source == none) return none;
  const Range range = data.sequencings[source].objectives;
  if (id.empty()) return range.count && data.objectives[range.first].primary ? range.first : none;
  if (range.count > few_objectives) {
    const auto& index = data.objective_index.at(source);
    const auto found = index.find(id);
    return found == index.end() ? none : found->second;
  }
  for (std::uint32_t i = range.first; i < range.first + range.count; ++i)
    if (data.objectives[i].id == id) return i;
  return none;
}

bool first_of_its_kind(const Package& package, const SequencingRule& rule) {
  const SequencingData& data = package.data().sequencing();
  for (auto k = static_cast<std::size_t>(&rule - data.rules.data()); k-- > 0;) {
    const SequencingRule& earlier = data.rules[k];
    if (earlier.time != rule.time || parent(earlier.node) != parent(rule.node)) break;
    if (data.standings[k].held != Held::never) return false;
  }
  return true;
}

std::string_view wording(const Package& package, const Condition& condition) {
  const std::string_view word = trimmed(value(attribute(condition.node, "condition")));
  return condition.negated ? package.data().keep("not " + std::string(word)) : word;
}

std::uint32_t asked_objective(const Package& package, const Activity& activity, std::string_view objective) {
  return find_objective(package.data().sequencing(), activity, objective);
}

}  // namespace assay
