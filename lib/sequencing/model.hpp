// What the sequencing of a package is kept in: the tree, and what was found out about it.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <assay/sequencing.hpp>

namespace assay {

struct Course;

struct SequencingData {
  std::vector<Activity> activities;
  std::vector<Sequencing> sequencings;
  std::vector<SequencingRule> rules;
  std::vector<RollupRule> rollup_rules;
  std::vector<Condition> conditions;
  std::vector<Objective> objectives;
  std::vector<ObjectiveMap> maps;
  std::deque<std::string> strings;  // ids that are not written the way they are compared
  // sequencing → id → objective, where there are many
  std::unordered_map<std::uint32_t, std::unordered_map<std::string_view, std::uint32_t>> objective_index;
  std::unordered_map<std::string_view, std::uint32_t> templates;  // by ID
  ActivityTree tree;
  std::vector<Standing> standings;  // by sequencing rule, then by rollup rule
  std::vector<Lock> locks;
  std::vector<SharedObjective> shared;
};

/// lib/sequencing/read.cpp: one imsss:sequencing element with everything in it.
void read_sequencing(SequencingData&, Sequencing&);
[[nodiscard]] bool written_truth(Attribute, bool otherwise);  // an xs:boolean
/// ADL's way of comparing objective ids.
[[nodiscard]] std::string_view objective_key(SequencingData&, std::string_view written);

/// lib/sequencing/standing.cpp, lock.cpp
void find_standings(SequencingData&);
void find_locks(SequencingData&);
void find_shared(SequencingData&);  // lib/sequencing/shared.cpp
/// The objective of this id in the sequencing that gives the activity its objectives.
[[nodiscard]] std::uint32_t find_objective(const SequencingData&, const Activity&, std::string_view id);

/// lib/sequencing/model.cpp
[[nodiscard]] std::unique_ptr<SequencingData> make_sequencing(const Course&, const XmlDocument* manifest);

}  // namespace assay
