// What will be done, and whether it may be done: the floor's errors, then names, then the bytes of every entry.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <assay/profile.hpp>

#include "archive/deflater.hpp"
#include "package/package_data.hpp"
#include "repair/names.hpp"
#include "text/digest.hpp"

namespace assay::repair {
namespace {

using D = ContainerDefect;

// Findings of the floor that are gone once the zip is written anew, or that are judged here entry by entry.
bool mended(std::string_view rule, std::string_view cause) {
  constexpr std::array rules = {"backslash-in-entry-name", "foreign-data",       "unlisted-entry",
                                "broken-extra-field",      "contradicting-size", "stored-with-descriptor",
                                "duplicate-entry-name",    "entry-names-alike",  "unverified-entries"};
  if (!rule.starts_with("safe-package.")) return false;
  rule.remove_prefix(13);
  return (rule == "damaged-entry" && cause == "left-over") ||
         std::find(rules.begin(), rules.end(), rule) != rules.end();
}

// What the floor says of a name is not said a second time.
void add_own(Plan& plan, std::vector<Refusal> own) {
  std::unordered_set<std::string_view> told;
  for (const Refusal& refusal : plan.refusals)
    if (refusal.finding != none) told.insert(plan.floor.findings[refusal.finding].location.file);
  for (Refusal& refusal : own)
    if (refusal.what != "name-leads-out" || !told.contains(refusal.name)) plan.refusals.push_back(std::move(refusal));
}

void refuse_floor(const Package& package, Plan& plan) {
  std::unordered_map<std::string_view, const Item*> left_out;
  for (const Item& item : plan.items)
    if (!item.left_out.empty()) left_out.emplace(package.entries()[item.entry].name, &item);
  const auto& rules = plan.floor.profile->rules;
  std::vector<bool> told(rules.size());
  for (std::uint32_t i = 0; i < plan.floor.findings.size(); ++i) {
    const Finding& finding = plan.floor.findings[i];
    const Rule& rule = rules[finding.rule];
    if (finding.severity != Severity::error || mended(rule.id, finding.cause)) continue;
    told[finding.rule] = true;
    if (!rule.refuse && left_out.contains(finding.location.file)) continue;
    plan.refusals.push_back({.finding = i});
  }
  // The list of findings may be cut; what its rules found is counted all the same.
  if (plan.floor.findings_total > plan.floor.findings.size())
    for (std::size_t i = 0; i < rules.size(); ++i)
      if (plan.floor.outcomes[i].outcome == Outcome::failed && rules[i].severity == Severity::error && !told[i] &&
          !mended(rules[i].id, ""))
        plan.refusals.push_back({.what = "floor", .name = rules[i].id});
  for (const Problem& problem : plan.floor.problems)
    if (problem.kind == ProblemKind::refused && problem.code != "limit-findings")
      plan.refusals.push_back({.problem = problem});
}

Problem interruption() { return {ProblemKind::internal, "interrupted", "The repair was interrupted.", "", ""}; }

/// Reads entries: digests, sizes, and for a folder how each will be packed.
class Reader {
 public:
  explicit Reader(const Package& package) : package_(package) {}

  std::optional<Problem> read(Item& item) {
    const Entry& entry = package_.entries()[item.entry];
    const bool zip = package_.kind() == "zip";
    text::Sha256 digest;
    std::uint32_t crc = 0;
    Size packed;
    packer_.restart();
    const auto read = package_.data().archive.stream(item.entry, [&](std::string_view piece) {
      if (package_.data().limits.stop.asked()) return false;
      digest.add(piece);
      if (!zip) {
        crc = archive::crc_of(crc, piece);
        pack(piece, packed);
      }
      return true;
    });
    if (!read) return read.problem();
    if (!read->whole) return interruption();
    item.before = digest.hex();
    item.bytes = read->bytes;
    item.method = zip ? entry.method : method_of(packed);
    item.crc = zip ? entry.crc : crc;
    item.packed = zip ? read->packed : item.method == 0 ? item.bytes : packed.out;
    return std::nullopt;
  }

 private:
  struct Size {
    std::uint64_t in = 0, out = 0;
    bool given_up = false;  // a film or picture: packing gains nothing
  };
  void pack(std::string_view piece, Size& size) {
    constexpr std::uint64_t trial = 1 << 20;
    size.in += piece.size();
    if (size.given_up) return;
    out_.clear();
    packer_.add(piece, out_);
    size.out += out_.size();
    size.given_up = size.in >= trial && size.out > size.in / 100 * 97;
  }
  // Neither what packing makes larger, nor what readers would take for a bomb.
  std::uint16_t method_of(Size& size) {
    if (size.given_up) return 0;
    out_.clear();
    packer_.finish(out_);
    size.out += out_.size();
    const std::uint64_t ratio = std::max<std::uint64_t>(package_.data().limits.inflate_ratio / 2, 1);
    return size.out < size.in && size.in / ratio <= size.out ? 8 : 0;
  }

  const Package& package_;
  archive::Deflater packer_;
  std::string out_;
};

// Entries with one name are one entry when their bytes are the same, and two packages otherwise.
void merge_duplicates(const Package& package, Plan& plan) {
  std::unordered_map<std::string_view, const Item*> first;
  Note same{"duplicates"};
  for (Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    const auto [other, fresh] = first.try_emplace(item.name, &item);
    if (fresh) continue;
    const std::string name(package.entries()[item.entry].name);
    if (other->second->before == item.before && other->second->bytes == item.bytes) {
      item.left_out = same.what;
      if (same.names.size() < 20) same.names.push_back(name);
      ++same.count;
    } else {
      plan.refusals.push_back({.what = "different-duplicates", .name = name});
    }
  }
  if (same.count > 0) plan.done.push_back(std::move(same));
}

std::uint64_t number_of(const archive::Defect& defect, std::string_view argument) {
  for (const auto& [name, value] : defect.arguments)
    if (name == argument) return std::strtoull(value.c_str(), nullptr, 10);
  return 0;
}

// What vanishes when the records are written anew.
void note_records(const Package& package, Plan& plan) {
  if (package.kind() != "zip") return;
  Note foreign{"foreign-data"}, unlisted{"unlisted"}, records{"records"};
  std::vector<bool> told(package.entries().size());
  for (const archive::Defect& defect : package.data().archive.defects()) {
    switch (defect.what) {
      case D::foreign_data: foreign.count += number_of(defect, "bytes"); break;
      case D::unlisted_entry:
        ++unlisted.count;
        if (!defect.arguments.empty()) unlisted.names.push_back(defect.arguments[0].second);
        break;
      case D::contradicting_size:
      case D::broken_extra_field:
      case D::stored_with_descriptor:
      case D::damaged_entry:
        if (defect.entry == none || told[defect.entry]) break;
        told[defect.entry] = true;
        if (!plan.items[defect.entry].left_out.empty()) break;
        ++records.count;
        if (records.names.size() < 20) records.names.emplace_back(package.entries()[defect.entry].name);
        break;
      default: break;
    }
  }
  for (Note* note : {&foreign, &unlisted, &records})
    if (note->count > 0) plan.done.push_back(std::move(*note));
}

void order_notes(std::vector<Note>& notes) {
  constexpr std::array order = {"packed-folder",  "wrapper-folder", "separators",   "names",    "junk",
                                "folder-records", "duplicates",     "foreign-data", "unlisted", "records"};
  const auto rank = [&](const Note& note) { return std::find(order.begin(), order.end(), note.what) - order.begin(); };
  std::stable_sort(notes.begin(), notes.end(), [&](const Note& a, const Note& b) { return rank(a) < rank(b); });
}

// Nothing will be done.
Plan refused(Plan plan) {
  plan.done.clear();
  plan.left.clear();
  return plan;
}

}  // namespace

Result<Plan> make_plan(const Package& package, Report floor) {
  Plan plan;
  plan.floor = std::move(floor);
  if (package.kind() == "document")
    return Problem{ProblemKind::unreadable, "no-package", "This is a single document, not a package.",
                   "Name the zip or the folder of the course.", package.path()};
  if (package.data().limits.stop.asked()) return interruption();
  plan_names(package, plan);
  refuse_names(package, plan);
  std::vector<Refusal> own;
  std::swap(own, plan.refusals);
  refuse_floor(package, plan);
  add_own(plan, std::move(own));
  if (!plan.refusals.empty()) return refused(std::move(plan));
  Reader reader(package);
  for (Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    const auto problem = reader.read(item);
    if (!problem) continue;
    if (problem->code == "interrupted") return *problem;
    plan.refusals.push_back({.problem = *problem});
  }
  if (!plan.refusals.empty()) return refused(std::move(plan));
  merge_duplicates(package, plan);
  note_records(package, plan);
  for (const Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    ++plan.kept;
    plan.bytes += item.bytes;
  }
  if (plan.kept == 0) plan.refusals.push_back({.what = "nothing-left"});
  if (!plan.refusals.empty()) return refused(std::move(plan));
  if (package.kind() == "directory") plan.done.push_back({.what = "packed-folder", .count = plan.kept});
  order_notes(plan.done);
  return plan;
}

}  // namespace assay::repair
