// Activities that nobody can ever start: disabled at the start, until a global objective says otherwise that only
// activities which are locked themselves could write. A fixed point over "open" activities, each visited once.
#include <algorithm>

#include "sequencing/model.hpp"

namespace assay {
namespace {

constexpr std::size_t most = 64;  // rules of an activity, conditions of a rule, maps of an objective; beyond: open

enum class Truth : std::uint8_t { no, unknown, yes };

class Locksmith {
 public:
  explicit Locksmith(SequencingData& data)
      : data_(data), open_(data.activities.size()), contributed_(data.sequencings.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < data_.activities.size(); ++i)
      if (data_.activities[i].parent == none) waiting_.push_back(i);
    while (!waiting_.empty()) {
      const std::uint32_t next = waiting_.back();
      waiting_.pop_back();
      if (!open_[next]) try_open(next);
    }
    for (std::uint32_t i = 0; i < data_.activities.size(); ++i) {
      const Activity& activity = data_.activities[i];
      if (open_[i] || (activity.parent != none && !open_[activity.parent])) continue;
      explain(i);
    }
  }

 private:
  struct Target {
    std::uint8_t written = 0;              // Datum that some open activity writes
    std::vector<std::uint32_t> waiting{};  // activities to look at again
    std::vector<std::uint32_t> writers{};  // sequencings
  };

  // What an activity that has not been touched answers.
  Truth at_start(const Condition& condition, const Activity& activity) const {
    Truth truth = Truth::unknown;
    switch (condition.question) {
      case Question::always: truth = Truth::yes; break;
      case Question::attempt_limit_exceeded: truth = activity.attempt_limit == 0 ? Truth::yes : Truth::no; break;
      case Question::attempted:
      case Question::status_known:
      case Question::measure_known:
      case Question::progress_known: truth = Truth::no; break;
      default: return truth;
    }
    return condition.negated ? (truth == Truth::yes ? Truth::no : Truth::yes) : truth;
  }

  bool locked_at_start(const SequencingRule& rule, const Activity& activity) const {
    if (rule.time != RuleTime::before || rule.action != Action::disabled || rule.conditions.count == 0) return false;
    if (rule.conditions.count > most) return false;
    const auto conditions = conditions_of(data_.tree, rule.conditions);
    const auto holds = [&](const Condition& each) { return at_start(each, activity) == Truth::yes; };
    return rule.conditions.any ? std::any_of(conditions.begin(), conditions.end(), holds)
                               : std::all_of(conditions.begin(), conditions.end(), holds);
  }

  // Visits the maps through which others could change the answer; false when there are none.
  template <class Visit>
  bool sources(const Condition& condition, const Activity& activity, Visit visit) const {
    std::uint8_t wanted = 0;
    if (condition.question == Question::status_known) wanted = status_datum;
    if (condition.question == Question::measure_known) wanted = measure_datum;
    if (condition.question == Question::progress_known) wanted = completion_datum | progress_datum;
    if (!wanted) return false;
    const std::uint32_t index = find_objective(data_, activity, condition.objective);
    if (index == none && !condition.objective.empty()) return true;  // no such objective: not judged here
    if (index == none) return false;
    bool any = false;
    const auto look = [&](const Objective& objective, std::uint8_t data) {
      for (const ObjectiveMap& map : maps_of(data_.tree, objective).first(std::min<std::size_t>(objective.maps, most)))
        if (map.reads & data) {
          any = true;
          visit(map.target, static_cast<std::uint8_t>(map.reads & data));
        }
    };
    const Objective& asked = data_.objectives[index];
    look(asked, static_cast<std::uint8_t>(wanted | (asked.by_measure && wanted == status_datum ? measure_datum : 0)));
    const auto extended = extended_objectives_of(data_.tree, activity);
    for (const Objective& each : extended.first(std::min(extended.size(), most)))
      if (each.id == asked.id) look(each, wanted);
    return any || asked.maps > most || extended.size() > most;
  }

  bool changeable(const Condition& condition, const Activity& activity) {
    bool written = false, listed = false;
    const bool any = sources(condition, activity, [&](std::string_view target, std::uint8_t data) {
      listed = true;
      const auto found = targets_.find(target);
      written = written || (found != targets_.end() && (found->second.written & data));
    });
    return written || (any && !listed);
  }

  bool unlocks(const SequencingRule& rule, const Activity& activity) {
    const auto conditions = conditions_of(data_.tree, rule.conditions);
    const auto stays = [&](const Condition& each) {
      return at_start(each, activity) == Truth::yes && !changeable(each, activity);
    };
    return rule.conditions.any ? std::none_of(conditions.begin(), conditions.end(), stays)
                               : !std::all_of(conditions.begin(), conditions.end(), stays);
  }

  std::span<const SequencingRule> some_rules(const Activity& activity) const {
    const auto rules = rules_of(data_.tree, activity);
    return rules.first(std::min(rules.size(), most));
  }

  void try_open(std::uint32_t index) {
    const Activity& activity = data_.activities[index];
    bool opens = true;
    for (const SequencingRule& rule : some_rules(activity))
      if (locked_at_start(rule, activity) && !unlocks(rule, activity)) {
        opens = false;
        wait(index, rule);
      }
    if (!opens) return;
    open_[index] = true;
    contribute(source_of(data_.tree, activity, Part::objectives), &Sequencing::objectives);
    contribute(source_of(data_.tree, activity, Part::extended), &Sequencing::extended);
    for (std::uint32_t at = activity.first_child; at != none; at = data_.activities[at].next_sibling)
      waiting_.push_back(at);
  }

  void wait(std::uint32_t index, const SequencingRule& rule) {
    const Activity& activity = data_.activities[index];
    for (const Condition& condition : conditions_of(data_.tree, rule.conditions))
      if (at_start(condition, activity) == Truth::yes)
        sources(condition, activity, [&](std::string_view target, std::uint8_t) {
          auto& list = targets_[target].waiting;
          if (list.empty() || list.back() != index) list.push_back(index);
        });
  }

  // What one sequencing writes is the same for every activity that takes its objectives from it.
  void contribute(const Sequencing* source, Range Sequencing::*range) {
    if (!source) return;
    auto& done = contributed_[static_cast<std::size_t>(source - data_.sequencings.data())];
    const std::uint8_t mark = range == &Sequencing::objectives ? 1 : 2;
    if (done & mark) return;
    done |= mark;
    for (const Objective& objective :
         std::span(data_.objectives).subspan((source->*range).first, (source->*range).count))
      for (const ObjectiveMap& map : maps_of(data_.tree, objective)) {
        if (!map.writes) continue;
        Target& target = targets_[map.target];
        if ((target.written | map.writes) == target.written) continue;
        target.written |= map.writes;
        waiting_.insert(waiting_.end(), target.waiting.begin(), target.waiting.end());
      }
  }

  const std::vector<std::uint32_t>& writers(std::string_view wanted) {
    if (!writers_made_) {
      writers_made_ = true;
      for (std::uint32_t s = 0; s < data_.sequencings.size(); ++s)
        for (const Range range : {data_.sequencings[s].objectives, data_.sequencings[s].extended})
          for (const Objective& objective : std::span(data_.objectives).subspan(range.first, range.count))
            for (const ObjectiveMap& map : maps_of(data_.tree, objective)) {
              auto& list = targets_[map.target].writers;
              if (map.writes && (list.empty() || list.back() != s)) list.push_back(s);
            }
    }
    return targets_[wanted].writers;
  }

  bool inside(std::uint32_t activity, std::uint32_t ancestor) const {
    while (activity != none && activity != ancestor) activity = data_.activities[activity].parent;
    return activity == ancestor;
  }

  void explain(std::uint32_t index) {
    const Activity& activity = data_.activities[index];
    for (const SequencingRule& rule : some_rules(activity)) {
      if (!locked_at_start(rule, activity) || unlocks(rule, activity)) continue;
      Lock lock;
      lock.activity = index;
      lock.rule = static_cast<std::uint32_t>(&rule - data_.rules.data());
      if (data_.standings[lock.rule].held == Held::always) {
        data_.locks.push_back(lock);
        return;
      }
      lock.kind = Lock::Kind::itself;
      bool read = false, written = false;
      for (const Condition& condition : conditions_of(data_.tree, rule.conditions))
        sources(condition, activity, [&](std::string_view target, std::uint8_t) {
          read = true;
          const auto& list = writers(target);
          for (std::size_t w = 0; w < list.size() && w < most && lock.other == none; ++w) {
            written = true;
            const std::uint32_t user = data_.sequencings[list[w]].first_user;
            if (user != none && !inside(user, index)) lock.other = user;
          }
        });
      if (read && !written) return;  // the objective that nobody writes is the defect
      if (lock.other != none) lock.kind = Lock::Kind::circle;
      data_.locks.push_back(lock);
      return;
    }
  }

  SequencingData& data_;
  std::vector<bool> open_;
  std::vector<std::uint8_t> contributed_;
  std::vector<std::uint32_t> waiting_;
  std::unordered_map<std::string_view, Target> targets_;
  bool writers_made_ = false;
};

}  // namespace

void find_locks(SequencingData& data) { Locksmith(data).run(); }

}  // namespace assay
