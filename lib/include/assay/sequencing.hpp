// The sequencing view of a SCORM 2004 manifest: what each activity is told to do once its template is merged in.
// Built when the first rule asks for it; empty when the package has no manifest of the IMS CP family.
#pragma once

#include <assay/rule.hpp>

namespace assay {

/// What a condition of a sequencing or rollup rule asks about.
enum class Question : std::uint8_t {
  unknown,  // no token of the standard
  always,
  satisfied,
  status_known,
  measure_known,
  measure_above,
  measure_below,
  completed,
  progress_known,
  attempted,
  attempt_limit_exceeded,
  time_limit_exceeded,
  outside_time_range,
};

enum class Action : std::uint8_t {
  unknown,
  skip,
  disabled,
  hidden_from_choice,
  stop_forward_traversal,
  exit,
  exit_parent,
  exit_all,
  retry,
  retry_all,
  go_on,  // "continue"
  previous,
  satisfied,
  not_satisfied,
  completed,
  incomplete,
};

enum class RuleTime : std::uint8_t { before, during, after };  // preConditionRule, exitConditionRule, postConditionRule

/// A condition; `objective` as ADL compares ids: %20 read as a blank, trimmed, runs of blanks folded.
struct Condition {
  Node node;
  std::string_view objective;  // referencedObjective; empty: the primary objective
  double threshold = 0;
  Question question = Question::unknown;
  bool negated = false;
  bool has_threshold = false;
};

struct Conditions {
  std::uint32_t first = 0, count = 0;  // in ActivityTree::conditions
  bool any = false;                    // conditionCombination: one is enough
};

struct SequencingRule {
  Node node;
  Conditions conditions;
  Action action = Action::unknown;
  RuleTime time = RuleTime::before;
};

enum class ChildSet : std::uint8_t { all, any, none_of, at_least_count, at_least_percent };
struct RollupRule {
  Node node;
  Conditions conditions;
  std::uint64_t minimum_count = 0;
  double minimum_percent = 0;
  Action action = Action::unknown;
  ChildSet set = ChildSet::all;
};

/// What a map moves between an objective and the global objective it names.
enum Datum : std::uint8_t {
  status_datum = 1,
  measure_datum = 2,
  raw_datum = 4,
  min_datum = 8,
  max_datum = 16,
  completion_datum = 32,
  progress_datum = 64,
};

struct ObjectiveMap {
  Node node;
  std::string_view target;                       // compared as objective ids are
  std::uint8_t reads = 0, writes = 0;            // Datum, defaults applied
  std::uint8_t said_reads = 0, said_writes = 0;  // Datum, only where "true" is written
};

struct Objective {
  Node node;
  std::string_view id;
  double passing = 1;                     // minNormalizedMeasure
  std::uint32_t first_map = 0, maps = 0;  // in ActivityTree::maps
  bool primary = false;
  bool by_measure = false;  // satisfiedByMeasure
};

/// The children of imsss:sequencing that a template and an activity can each give.
enum class Part : std::uint8_t {
  control_mode,
  rules,
  limits,
  rollup,
  objectives,
  randomization,
  delivery,
  choice,    // adlseq:constrainedChoiceConsiderations
  required,  // adlseq:rollupConsiderations
  extended,  // adlseq:objectives
};
constexpr std::size_t part_count = 10;

struct Range {
  std::uint32_t first = 0, count = 0;
};

/// One imsss:sequencing element as it stands, in an activity or as a template of the collection.
struct Sequencing {
  Node node;
  std::string_view id, reference;  // ID and IDRef, white space collapsed
  std::uint32_t activity = none;   // that it stands in; none for a template
  std::uint32_t base = none;       // the template that reference names
  std::uint32_t users = 0;         // activities that it shapes: its own, or those that name it
  std::uint32_t first_user = none;
  Range rules, rollup_rules, objectives, extended;
  std::uint32_t parts[part_count] = {};  // nodes of the same document; 0, the root, where it has no such part
};
[[nodiscard]] inline Node part_of(const Sequencing& sequencing, Part part) {
  const std::uint32_t at = sequencing.parts[static_cast<std::size_t>(part)];
  return at ? Node{sequencing.node.document, at} : Node{};
}

/// An organization or item with what holds for it.
struct Activity {
  Node node;
  std::string_view identifier;
  std::uint32_t item = none;  // none for an organization
  std::uint32_t organization = none;
  std::uint32_t parent = none, first_child = none, next_sibling = none, children = 0;
  std::uint32_t satisfying = 0, completing = 0, measuring = 0;  // children that count for its result
  std::uint32_t own = none, base = none;                        // in ActivityTree::sequencings
  std::uint32_t attempt_limit = none;
  std::uint32_t select_count = none;
  float weight = 1;  // objectiveMeasureWeight
  bool choice = true, choice_exit = true, flow = false, forward_only = false;
  bool tracked = true, completion_by_content = false, objective_by_content = false;
  bool rolls_up_satisfaction = true, rolls_up_completion = true;
  bool prevents_activation = false, constrains_choice = false;
  bool visible = true;
  bool starts_sco = false, starts_asset = false;
  bool selects = false, reorders = false;  // when a timing other than "never" is given
};

struct ActivityTree {
  std::span<const Activity> activities;  // document order; an organization before its items
  std::span<const Sequencing> sequencings;
  std::span<const SequencingRule> rules;
  std::span<const RollupRule> rollup_rules;
  std::span<const Condition> conditions;
  std::span<const Objective> objectives;
  std::span<const ObjectiveMap> maps;
};
[[nodiscard]] const ActivityTree& activity_tree(const Package&);

/// Whether a rule's conditions can be met at all, whatever the learner does. A template's rule has to stand so in every
/// activity that takes its rules from it.
enum class Held : std::uint8_t { sometimes, never, always };
enum class Reason : std::uint8_t {
  open,              // it depends on the learner
  says_always,       // "always", or "not always" for never
  exclusive,         // all of them are wanted, and two exclude one another
  exhaustive,        // one of them is enough, and two leave nothing out
  no_attempt_limit,  // attemptLimitExceeded where no limit is set
  beyond_measure,    // a measure above 1 or below -1
  nobody_sets,       // the objective's status or measure never becomes known there
  no_conditions,
};
struct Standing {
  Held held = Held::sometimes;
  Reason reason = Reason::open;
  std::uint32_t first = none, second = none;  // in ActivityTree::conditions: the culprits
  std::uint32_t activity = none;              // one that takes the rule; none: nobody does
};
/// One for each of tree.rules, then one for each of tree.rollup_rules.
[[nodiscard]] std::span<const Standing> standings(const Package&);
/// Calls back with each sequencing rule that some activity takes: that activity, the rule, how it stands.
template <class Visit>
void each_rule(const Package& package, Visit visit) {
  const ActivityTree& tree = activity_tree(package);
  const auto all = standings(package);
  for (std::size_t i = 0; i < tree.rules.size(); ++i)
    if (all[i].activity != none) visit(tree.activities[all[i].activity], tree.rules[i], all[i]);
}
/// No rule of the same time that may apply stands before it: the first that applies counts.
[[nodiscard]] bool first_of_its_kind(const Package&, const SequencingRule&);
/// "not satisfied", "objectiveMeasureGreaterThan": a condition as it is written.
[[nodiscard]] std::string_view wording(const Package&, const Condition&);

/// An activity that no learner can ever start, because a rule disables it until something happens that cannot.
struct Lock {
  enum class Kind : std::uint8_t { always, itself, circle } kind = Kind::always;
  std::uint32_t activity = none;
  std::uint32_t rule = none;   // in ActivityTree::rules
  std::uint32_t other = none;  // circle: an activity that it waits for and that is locked as well
};
[[nodiscard]] std::span<const Lock> locks(const Package&);

/// A global objective: what the maps of all activities do with it.
struct SharedObjective {
  std::string_view name;
  std::uint8_t reads = 0, writes = 0;   // Datum
  std::uint32_t first_map = none;       // in ActivityTree::maps
  std::uint32_t first_activity = none;  // of the first map
  bool alone = true;                    // no second activity has a map to it
  bool offered = false;                 // the organization says that other courses share it
};
[[nodiscard]] std::span<const SharedObjective> shared_objectives(const Package&);

/// Where the activity gets a part from: its own element, else its template, else nowhere (null).
[[nodiscard]] const Sequencing* source_of(const ActivityTree&, const Activity&, Part);
[[nodiscard]] Node part_of(const ActivityTree&, const Activity&, Part);
[[nodiscard]] std::span<const SequencingRule> rules_of(const ActivityTree&, const Activity&);
[[nodiscard]] std::span<const RollupRule> rollup_rules_of(const ActivityTree&, const Activity&);
[[nodiscard]] std::span<const Objective> objectives_of(const ActivityTree&, const Activity&);
[[nodiscard]] std::span<const Objective> extended_objectives_of(const ActivityTree&, const Activity&);
[[nodiscard]] inline std::span<const Condition> conditions_of(const ActivityTree& tree, const Conditions& range) {
  return tree.conditions.subspan(range.first, range.count);
}
[[nodiscard]] inline std::span<const ObjectiveMap> maps_of(const ActivityTree& tree, const Objective& objective) {
  return tree.maps.subspan(objective.first_map, objective.maps);
}
/// Index in tree.objectives of the objective that a condition of this activity's rules asks about; none if it has none.
[[nodiscard]] std::uint32_t asked_objective(const Package&, const Activity&, std::string_view objective);

/// The activity that a sequencing shapes, for messages; the ID of a template that several share.
[[nodiscard]] std::string_view owner_name(const Package&, const Sequencing&);

// What several rules look for, in imsss (Part::rules, Part::objectives) and in the maps of the 4th edition
// (Part::extended). Each activity is judged with its template merged in; the cost is that of reading the manifest once.

/// Conditions, or extended objectives, that name an objective the activity does not have: {item} {objective} {known}.
void report_unknown_objectives(const Package&, Reporter&, Part from);
/// Objectives of one activity with the same id: {item} {objective}.
void report_repeated_objectives(const Package&, Reporter&, Part from);
/// Maps of one activity that write the same of one global objective: {item} {target} {attribute}.
void report_two_writers(const Package&, Reporter&, Part from);
/// Templates that say the same: {id} {other}.
void report_twin_templates(const Package&, Reporter&);
/// Global objectives whose names differ in case or blanks only: {target} {other}.
void report_similar_targets(const Package&, Reporter&);
/// Objectives that write the satisfied status of one global objective by different passing marks: {item} {target}
/// {mark} {other} {other_mark}.
void report_different_marks(const Package&, Reporter&);
/// "a, b, c": written global objectives nearest to a name.
[[nodiscard]] std::string_view nearest_written(const Package&, std::string_view wanted);
/// Maps of one objective that read the same: {item} {objective} {attribute}. Both say so; with `defaults` at
/// least one of them reads because it says nothing.
void report_two_readers(const Package&, Reporter&, Part from, bool defaults);

}  // namespace assay
