// Which rules can never apply, and which always do: what their conditions say, without running the course.
#include <algorithm>
#include <limits>

#include "sequencing/model.hpp"

namespace assay {
namespace {

// A hostile template with ten thousand rules for ten thousand activities costs 64 rules each. What lies beyond is open.
constexpr std::uint32_t most_rules_of_template = 64;
constexpr std::uint32_t most_conditions = 64;

struct Truth {
  bool can_hold = true, can_fail = true;
  Reason reason = Reason::open;  // why it cannot hold, or cannot fail
};

// What the conditions of one rule say about one objective. Each slot remembers who said it.
struct Said {
  std::string_view objective;
  std::uint32_t satisfied[2] = {none, none}, status_known[2] = {none, none};  // [1] negated
  std::uint32_t measure_known[2] = {none, none};
  std::uint32_t completed[2] = {none, none}, progress_known[2] = {none, none};
  std::uint32_t attempted[2] = {none, none}, limit[2] = {none, none};
  std::uint32_t above = none, below = none;  // the tightest bounds
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  bool low_open = false, high_open = false;
};

struct Pair {
  std::uint32_t first = none, second = none;
  explicit operator bool() const { return first != none && second != none; }
};

class Judge {
 public:
  explicit Judge(SequencingData& data) : data_(data), child_has_limit_(data.activities.size()) {
    for (const Activity& each : data.activities)
      if (each.attempt_limit != none && each.parent != none) child_has_limit_[each.parent] = true;
  }

  Standing stand(const Conditions& conditions, const Activity& activity, bool of_children) const {
    Standing standing;
    if (conditions.count == 0) {
      standing.held = Held::never;
      standing.reason = Reason::no_conditions;
      return standing;
    }
    std::uint32_t hopeless = none, certain = none;
    std::uint32_t holding = 0, failing = 0;
    for (std::uint32_t i = conditions.first; i < conditions.first + conditions.count; ++i) {
      const Truth truth = truth_of(data_.conditions[i], activity, of_children);
      if (!truth.can_hold && hopeless == none) hopeless = i;
      if (!truth.can_fail && certain == none) certain = i;
      holding += truth.can_hold;
      failing += truth.can_fail;
    }
    const bool never = conditions.any ? holding == 0 : hopeless != none;
    const bool always = conditions.any ? certain != none : failing == 0;
    if (never || always) {
      standing.held = never ? Held::never : Held::always;
      standing.first = never ? hopeless : certain;
      standing.reason = truth_of(data_.conditions[standing.first], activity, of_children).reason;
      return standing;
    }
    if (const Pair pair = pair_of(conditions)) {
      standing.held = conditions.any ? Held::always : Held::never;
      standing.reason = conditions.any ? Reason::exhaustive : Reason::exclusive;
      standing.first = std::min(pair.first, pair.second);
      standing.second = std::max(pair.first, pair.second);
    }
    return standing;
  }

 private:
  Truth truth_of(const Condition& condition, const Activity& activity, bool of_children) const {
    Truth truth = plain_truth(condition, activity, of_children);
    if (condition.negated) std::swap(truth.can_hold, truth.can_fail);
    // What is unknown is neither true nor false: "not satisfied" does not hold either.
    if (!of_children && !knowable(condition, activity)) {
      const bool asks_for_knowledge =
          condition.question == Question::status_known || condition.question == Question::measure_known;
      truth = {asks_for_knowledge && condition.negated, !(asks_for_knowledge && condition.negated),
               Reason::nobody_sets};
    }
    return truth;
  }

  Truth plain_truth(const Condition& condition, const Activity& activity, bool of_children) const {
    switch (condition.question) {
      case Question::always: return {true, false, Reason::says_always};
      case Question::attempt_limit_exceeded:
        return {of_children ? child_has_limit_[static_cast<std::size_t>(&activity - data_.activities.data())]
                            : activity.attempt_limit != none,
                true, Reason::no_attempt_limit};
      case Question::measure_above: return {condition.threshold < 1, true, Reason::beyond_measure};
      case Question::measure_below: return {condition.threshold > -1, true, Reason::beyond_measure};
      default: return {};
    }
  }

  // Could anything ever give this objective of this activity a status, or a measure?
  bool knowable(const Condition& condition, const Activity& activity) const {
    const Question asked = condition.question;
    const bool status = asked == Question::satisfied || asked == Question::status_known;
    const bool measure =
        asked == Question::measure_known || asked == Question::measure_above || asked == Question::measure_below;
    if (!status && !measure) return true;
    const std::uint32_t index = find_objective(data_, activity, condition.objective);
    if (index == none && !condition.objective.empty()) return true;  // another rule's business
    const bool primary = index == none || data_.objectives[index].primary;
    const bool cluster = activity.children != 0;
    if (activity.tracked && !cluster && !activity.starts_asset) return true;
    if (activity.tracked && primary && (cluster || status)) return true;
    if (index == none) return false;
    const Objective& objective = data_.objectives[index];
    std::uint8_t wanted = status ? status_datum : measure_datum;
    if (status && objective.by_measure) wanted |= measure_datum;
    for (const ObjectiveMap& map : maps_of(data_.tree, objective))
      if (map.reads & wanted) return true;
    return false;
  }

  static void bound(Said& said, bool above, double threshold, bool open, std::uint32_t who) {
    if (above && (threshold > said.low || (threshold == said.low && open))) {
      said.low = threshold;
      said.low_open = open;
      said.above = who;
    } else if (!above && (threshold < said.high || (threshold == said.high && open))) {
      said.high = threshold;
      said.high_open = open;
      said.below = who;
    }
  }

  static void note(Said& said, const Condition& condition, std::uint32_t who) {
    const auto keep = [&](std::uint32_t(&slot)[2]) {
      if (slot[condition.negated] == none) slot[condition.negated] = who;
    };
    switch (condition.question) {
      case Question::satisfied: return keep(said.satisfied);
      case Question::status_known: return keep(said.status_known);
      case Question::measure_known: return keep(said.measure_known);
      case Question::completed: return keep(said.completed);
      case Question::progress_known: return keep(said.progress_known);
      case Question::attempted: return keep(said.attempted);
      case Question::attempt_limit_exceeded: return keep(said.limit);
      case Question::measure_above:
        return bound(said, !condition.negated, condition.threshold, !condition.negated, who);
      case Question::measure_below: return bound(said, condition.negated, condition.threshold, !condition.negated, who);
      default: return;
    }
  }

  // Asking whether something is satisfied, either way, asks that its status is known.
  static Pair exclusive(const Said& said) {
    for (const auto* each : {&said.satisfied, &said.status_known, &said.measure_known, &said.completed,
                             &said.progress_known, &said.attempted, &said.limit})
      if (const Pair pair{(*each)[0], (*each)[1]}) return pair;
    for (const bool negated : {false, true}) {
      if (const Pair pair{said.satisfied[negated], said.status_known[1]}) return pair;
      if (const Pair pair{said.completed[negated], said.progress_known[1]}) return pair;
    }
    if (const Pair pair{said.above, said.measure_known[1]}) return pair;
    if (const Pair pair{said.below, said.measure_known[1]}) return pair;
    const bool crossed = said.low > said.high || (said.low == said.high && (said.low_open || said.high_open));
    return crossed ? Pair{said.above, said.below} : Pair{};
  }

  // "not known" and both answers leave nothing out; two answers alone leave "not known yet".
  static Pair exhaustive(const Said& said) {
    for (const auto* each :
         {&said.status_known, &said.measure_known, &said.progress_known, &said.attempted, &said.limit})
      if (const Pair pair{(*each)[0], (*each)[1]}) return pair;
    if (said.status_known[1] != none)
      if (const Pair pair{said.satisfied[0], said.satisfied[1]}) return pair;
    if (said.progress_known[1] != none)
      if (const Pair pair{said.completed[0], said.completed[1]}) return pair;
    return {};
  }

  Pair pair_of(const Conditions& conditions) const {
    std::vector<Said> all;
    const std::uint32_t end = conditions.first + std::min(conditions.count, most_conditions);
    for (std::uint32_t i = conditions.first; conditions.count > 1 && i < end; ++i) {
      const Condition& condition = data_.conditions[i];
      const bool of_activity =
          condition.question == Question::attempted || condition.question == Question::attempt_limit_exceeded;
      const std::string_view objective = of_activity ? std::string_view() : condition.objective;
      auto at = std::find_if(all.begin(), all.end(), [&](const Said& each) { return each.objective == objective; });
      if (at == all.end()) {
        all.emplace_back().objective = objective;
        at = all.end() - 1;
      }
      note(*at, condition, i);
    }
    for (const Said& each : all)
      if (const Pair pair = conditions.any ? exhaustive(each) : exclusive(each)) return pair;
    return {};
  }

  SequencingData& data_;
  std::vector<bool> child_has_limit_;
};

template <class Rules>
void join(SequencingData& data, const Judge& judge, const Rules& rules, std::size_t first, std::uint32_t index,
          bool of_children) {
  const bool again = data.standings[first].activity != none;
  const std::size_t most = again ? std::min<std::size_t>(rules.size(), most_rules_of_template) : rules.size();
  for (std::size_t i = 0; i < most; ++i) {
    Standing mine = judge.stand(rules[i].conditions, data.activities[index], of_children);
    Standing& joined = data.standings[first + i];
    if (!again) {
      mine.activity = index;
      joined = mine;
    } else if (mine.held != joined.held) {
      joined.held = Held::sometimes;
    }
  }
  for (std::size_t i = most; i < rules.size() && data.standings[first + i].held != Held::sometimes; ++i)
    data.standings[first + i].held = Held::sometimes;
}

}  // namespace

void find_standings(SequencingData& data) {
  data.standings.resize(data.rules.size() + data.rollup_rules.size());
  const Judge judge(data);
  for (std::uint32_t i = 0; i < data.activities.size(); ++i) {
    const auto rules = rules_of(data.tree, data.activities[i]);
    if (!rules.empty()) join(data, judge, rules, static_cast<std::size_t>(rules.data() - data.rules.data()), i, false);
    const auto rollup = rollup_rules_of(data.tree, data.activities[i]);
    if (rollup.empty()) continue;
    const auto at = static_cast<std::size_t>(rollup.data() - data.rollup_rules.data());
    join(data, judge, rollup, data.rules.size() + at, i, true);
  }
}

}  // namespace assay
