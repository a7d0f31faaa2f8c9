// imsss:sequencing as it is written: rules, conditions, objectives and maps, defaults applied. A value that is none is
// read as its default; the schema's own rules say so.
#include <array>
#include <charconv>

#include "sequencing/model.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

template <class Value>
struct Word {
  std::string_view text;
  Value value;
};

template <class Value, std::size_t size>
Value meaning(const std::array<Word<Value>, size>& words, std::string_view text, Value otherwise) {
  for (const auto& word : words)
    if (word.text == trimmed(text)) return word.value;
  return otherwise;
}

constexpr std::array questions = {
    Word<Question>{"always", Question::always},
    Word<Question>{"satisfied", Question::satisfied},
    Word<Question>{"objectiveStatusKnown", Question::status_known},
    Word<Question>{"objectiveMeasureKnown", Question::measure_known},
    Word<Question>{"objectiveMeasureGreaterThan", Question::measure_above},
    Word<Question>{"objectiveMeasureLessThan", Question::measure_below},
    Word<Question>{"completed", Question::completed},
    Word<Question>{"activityProgressKnown", Question::progress_known},
    Word<Question>{"attempted", Question::attempted},
    Word<Question>{"attemptLimitExceeded", Question::attempt_limit_exceeded},
    Word<Question>{"timeLimitExceeded", Question::time_limit_exceeded},
    Word<Question>{"outsideAvailableTimeRange", Question::outside_time_range},
};
constexpr std::array actions = {
    Word<Action>{"skip", Action::skip},
    Word<Action>{"disabled", Action::disabled},
    Word<Action>{"hiddenFromChoice", Action::hidden_from_choice},
    Word<Action>{"stopForwardTraversal", Action::stop_forward_traversal},
    Word<Action>{"exit", Action::exit},
    Word<Action>{"exitParent", Action::exit_parent},
    Word<Action>{"exitAll", Action::exit_all},
    Word<Action>{"retry", Action::retry},
    Word<Action>{"retryAll", Action::retry_all},
    Word<Action>{"continue", Action::go_on},
    Word<Action>{"previous", Action::previous},
    Word<Action>{"satisfied", Action::satisfied},
    Word<Action>{"notSatisfied", Action::not_satisfied},
    Word<Action>{"completed", Action::completed},
    Word<Action>{"incomplete", Action::incomplete},
};
constexpr std::array child_sets = {
    Word<ChildSet>{"any", ChildSet::any},
    Word<ChildSet>{"none", ChildSet::none_of},
    Word<ChildSet>{"atLeastCount", ChildSet::at_least_count},
    Word<ChildSet>{"atLeastPercent", ChildSet::at_least_percent},
};
struct Switch {
  std::string_view read, write;
  Datum datum;
};
constexpr std::array<Switch, 2> switches = {{
    {"readSatisfiedStatus", "writeSatisfiedStatus", status_datum},
    {"readNormalizedMeasure", "writeNormalizedMeasure", measure_datum},
}};
constexpr std::array<Switch, 5> extended_switches = {{
    {"readRawScore", "writeRawScore", raw_datum},
    {"readMinScore", "writeMinScore", min_datum},
    {"readMaxScore", "writeMaxScore", max_datum},
    {"readCompletionStatus", "writeCompletionStatus", completion_datum},
    {"readProgressMeasure", "writeProgressMeasure", progress_datum},
}};

constexpr std::array<std::string_view, part_count> part_names = {
    "imsss:controlMode",
    "imsss:sequencingRules",
    "imsss:limitConditions",
    "imsss:rollupRules",
    "imsss:objectives",
    "imsss:randomizationControls",
    "imsss:deliveryControls",
    "adlseq:constrainedChoiceConsiderations",
    "adlseq:rollupConsiderations",
    "adlseq:objectives",
};

bool number(std::string_view text, double& value) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

class Reader {
 public:
  Reader(SequencingData& data, Sequencing& sequencing) : data_(data), sequencing_(sequencing) {}

  void read() {
    for (Node node = first_child(sequencing_.node); node; node = next_sibling(node))
      for (std::size_t i = 0; i < part_count; ++i)
        if (!sequencing_.parts[i] && name(node) == part_names[i]) sequencing_.parts[i] = node.index;
    rules(part_of(sequencing_, Part::rules));
    rollup(part_of(sequencing_, Part::rollup));
    objectives(part_of(sequencing_, Part::objectives));
    extended(part_of(sequencing_, Part::extended));
  }

 private:
  template <class List>
  static std::uint32_t end_of(const List& list) {
    return static_cast<std::uint32_t>(list.size());
  }

  Conditions conditions(Node list, std::string_view each, bool any_by_default) {
    Conditions range{end_of(data_.conditions), 0, any_by_default};
    if (const Attribute written = attribute(list, "conditionCombination")) {
      const std::string_view word = trimmed(value(written));
      range.any = word == "any" || (any_by_default && word != "all");
    }
    for (Node node = child(list, each); node; node = next_named(node, each)) {
      Condition condition;
      condition.node = node;
      condition.question = meaning(questions, value(attribute(node, "condition")), Question::unknown);
      condition.negated = trimmed(value(attribute(node, "operator"))) == "not";
      condition.objective = objective_key(data_, value(attribute(node, "referencedObjective")));
      condition.has_threshold = number(value(attribute(node, "measureThreshold")), condition.threshold);
      data_.conditions.push_back(condition);
    }
    range.count = end_of(data_.conditions) - range.first;
    return range;
  }

  void rules(Node list) {
    sequencing_.rules.first = end_of(data_.rules);
    for (Node node = first_child(list); node; node = next_sibling(node)) {
      SequencingRule rule;
      rule.node = node;
      if (name(node) == "imsss:exitConditionRule")
        rule.time = RuleTime::during;
      else if (name(node) == "imsss:postConditionRule")
        rule.time = RuleTime::after;
      else if (name(node) != "imsss:preConditionRule")
        continue;
      rule.conditions = conditions(child(node, "imsss:ruleConditions"), "imsss:ruleCondition", false);
      rule.action = meaning(actions, value(attribute(child(node, "imsss:ruleAction"), "action")), Action::unknown);
      data_.rules.push_back(rule);
    }
    sequencing_.rules.count = end_of(data_.rules) - sequencing_.rules.first;
  }

  void rollup(Node list) {
    sequencing_.rollup_rules.first = end_of(data_.rollup_rules);
    for (Node node = child(list, "imsss:rollupRule"); node; node = next_named(node, "imsss:rollupRule")) {
      RollupRule rule;
      rule.node = node;
      rule.set = meaning(child_sets, value(attribute(node, "childActivitySet")), ChildSet::all);
      double amount = 0;
      if (number(value(attribute(node, "minimumCount")), amount) && amount > 0)
        rule.minimum_count = amount < 4e9 ? static_cast<std::uint64_t>(amount) : 4'000'000'000u;
      if (number(value(attribute(node, "minimumPercent")), amount)) rule.minimum_percent = amount;
      rule.conditions = conditions(child(node, "imsss:rollupConditions"), "imsss:rollupCondition", true);
      rule.action = meaning(actions, value(attribute(child(node, "imsss:rollupAction"), "action")), Action::unknown);
      data_.rollup_rules.push_back(rule);
    }
    sequencing_.rollup_rules.count = end_of(data_.rollup_rules) - sequencing_.rollup_rules.first;
  }

  template <std::size_t size>
  void maps(Objective& objective, std::string_view each, const std::array<Switch, size>& table) {
    objective.first_map = end_of(data_.maps);
    for (Node node = child(objective.node, each); node; node = next_named(node, each)) {
      ObjectiveMap map;
      map.node = node;
      map.target = objective_key(data_, value(attribute(node, "targetObjectiveID")));
      for (const Switch& row : table) {
        const Attribute read = attribute(node, row.read), write = attribute(node, row.write);
        if (written_truth(read, true)) map.reads |= row.datum;
        if (written_truth(write, false)) map.writes |= row.datum;
        if (trimmed(value(read)) == "true") map.said_reads |= row.datum;
        if (trimmed(value(write)) == "true") map.said_writes |= row.datum;
      }
      data_.maps.push_back(map);
    }
    objective.maps = end_of(data_.maps) - objective.first_map;
  }

  void objectives(Node list) {
    sequencing_.objectives.first = end_of(data_.objectives);
    for (Node node = first_child(list); node; node = next_sibling(node)) {
      const bool primary = name(node) == "imsss:primaryObjective";
      if (!primary && name(node) != "imsss:objective") continue;
      Objective objective;
      objective.node = node;
      objective.primary = primary;
      objective.id = objective_key(data_, value(attribute(node, "objectiveID")));
      objective.by_measure = written_truth(attribute(node, "satisfiedByMeasure"), false);
      number(content(child(node, "imsss:minNormalizedMeasure")), objective.passing);
      maps(objective, "imsss:mapInfo", switches);
      data_.objectives.push_back(objective);
    }
    sequencing_.objectives.count = end_of(data_.objectives) - sequencing_.objectives.first;
  }

  void extended(Node list) {
    sequencing_.extended.first = end_of(data_.objectives);
    for (Node node = child(list, "adlseq:objective"); node; node = next_named(node, "adlseq:objective")) {
      Objective objective;
      objective.node = node;
      objective.id = objective_key(data_, value(attribute(node, "objectiveID")));
      maps(objective, "adlseq:mapInfo", extended_switches);
      data_.objectives.push_back(objective);
    }
    sequencing_.extended.count = end_of(data_.objectives) - sequencing_.extended.first;
  }

  SequencingData& data_;
  Sequencing& sequencing_;
};

}  // namespace

bool written_truth(Attribute attribute, bool otherwise) {
  const std::string_view word = trimmed(value(attribute));
  if (word == "true" || word == "1") return true;
  return word == "false" || word == "0" ? false : otherwise;
}

std::string_view objective_key(SequencingData& data, std::string_view written) {
  std::string clean;
  if (written.find("%20") == std::string_view::npos) {
    clean = text::collapsed(written);
  } else {
    std::string blanks;
    for (std::size_t at = 0; at < written.size(); ++at) {
      const bool blank = written.substr(at, 3) == "%20";
      blanks += blank ? ' ' : written[at];
      if (blank) at += 2;
    }
    clean = text::collapsed(blanks);
  }
  return clean == written ? written : std::string_view(data.strings.emplace_back(std::move(clean)));
}

void read_sequencing(SequencingData& data, Sequencing& sequencing) { Reader(data, sequencing).read(); }

}  // namespace assay
