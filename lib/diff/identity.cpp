// Matching by identifier; what is left is matched by what it starts, and then by its title.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "diff/diff.hpp"

namespace assay::diff {
namespace {

// Learning systems keep records by these; the others only hold the package together.
bool keeps_records(std::string_view kind) { return kind != "resource" && kind != "block"; }
// There is one of it, so a new identifier is a change, not a removal.
bool single(std::string_view kind) { return kind == "course"; }

using Things = std::vector<const Thing*>;

std::map<std::string, Things> by_kind(const std::vector<Thing>& things) {
  std::map<std::string, Things> kinds;
  for (const Thing& thing : things) kinds[thing.kind].push_back(&thing);
  return kinds;
}

// Pairs of what is left on both sides with the same key, and takes them out; a key that stands twice pairs nothing.
template <class Key>
std::vector<std::pair<const Thing*, const Thing*>> pairs(Things& before, Things& after, Key key) {
  std::unordered_map<std::string, Things> old, now;
  for (const Thing* each : before) old[key(*each)].push_back(each);
  for (const Thing* each : after) now[key(*each)].push_back(each);
  const auto only = [&](const std::unordered_map<std::string, Things>& side, const Thing* thing) -> const Thing* {
    const std::string name = key(*thing);
    const auto found = side.find(name);
    return !name.empty() && found != side.end() && found->second.size() == 1 ? found->second.front() : nullptr;
  };
  const auto paired = [&](const Thing* thing) { return only(old, thing) && only(now, thing); };
  std::vector<std::pair<const Thing*, const Thing*>> found;
  for (const Thing* each : before)
    if (paired(each)) found.emplace_back(each, only(now, each));
  std::erase_if(before, paired);
  std::erase_if(after, paired);
  return found;
}

class Comparison {
 public:
  IdentityDiff result;

  void kind(const std::string& name, Things before, Things after) {
    KindCounts& counts = result.counts.emplace_back();
    counts.kind = name;
    // An identifier may stand twice in a broken package: the first of each is compared.
    std::unordered_map<std::string_view, const Thing*> old_ids, new_ids;
    for (const Thing* each : before) old_ids.emplace(each->id, each);
    for (const Thing* each : after) new_ids.emplace(each->id, each);
    Things gone, fresh;
    for (const Thing* each : before) {
      if (old_ids[each->id] != each) continue;
      const auto found = new_ids.find(each->id);
      if (found == new_ids.end()) {
        gone.push_back(each);
        continue;
      }
      ++counts.same;
      same(*each, *found->second, counts);
    }
    for (const Thing* each : after)
      if (new_ids[each->id] == each && !old_ids.contains(each->id)) fresh.push_back(each);
    if (single(name) && gone.size() == 1 && fresh.size() == 1) {
      ++counts.renamed;
      add(What::changed, Severity::error, *gone[0], *fresh[0]);
      return;
    }
    const auto renamed = [&](auto key) {
      for (const auto& [old, now] : pairs(gone, fresh, key)) {
        ++counts.renamed;
        add(What::renamed, keeps_records(name) ? Severity::error : Severity::info, *old, *now);
      }
    };
    renamed([](const Thing& thing) { return thing.target; });
    renamed([](const Thing& thing) { return thing.title; });
    if (name == "organization" && gone.size() == 1 && fresh.size() == 1)
      renamed([](const Thing&) { return std::string("only"); });
    for (const Thing* each : gone) {
      ++counts.removed;
      add(What::removed, keeps_records(name) ? Severity::error : Severity::info, *each, {});
    }
    for (const Thing* each : fresh) {
      ++counts.added;
      add(What::added, Severity::info, {}, *each);
    }
  }

 private:
  void same(const Thing& before, const Thing& after, KindCounts& counts) {
    if (before.target != after.target && !before.target.empty() && !after.target.empty())
      add(What::retargeted, keeps_records(before.kind) ? Severity::warning : Severity::info, before, after);
    if (before.parent == after.parent) return;
    ++counts.moved;
    add(What::moved, Severity::info, before, after);
  }

  void add(What what, Severity severity, const Thing& before, const Thing& after) {
    result.changes.push_back({what, severity, before, after});
  }
};

}  // namespace

std::string_view to_string(What what) {
  constexpr std::string_view words[] = {"changed", "removed", "renamed", "added", "moved", "retargeted"};
  return words[static_cast<int>(what)];
}

bool IdentityDiff::kept() const {
  return std::none_of(changes.begin(), changes.end(),
                      [](const IdentityChange& change) { return change.severity == Severity::error; });
}

IdentityDiff compare_identity(const Package& before, const Package& after) {
  const std::vector<Thing> old = things_of(before), now = things_of(after);
  Comparison comparison;
  comparison.result.known = !old.empty() && !now.empty();
  if (!comparison.result.known) return std::move(comparison.result);  // silence is not "everything is new"
  auto old_kinds = by_kind(old), new_kinds = by_kind(now);
  for (const char* name : {"course", "organization", "item", "block", "unit", "activity", "resource"})
    if (old_kinds.contains(name) || new_kinds.contains(name))
      comparison.kind(name, std::move(old_kinds[name]), std::move(new_kinds[name]));
  std::stable_sort(comparison.result.changes.begin(), comparison.result.changes.end(),
                   [](const IdentityChange& a, const IdentityChange& b) { return a.severity > b.severity; });
  return std::move(comparison.result);
}

}  // namespace assay::diff
