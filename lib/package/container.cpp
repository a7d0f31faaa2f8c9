// Defects of the container as findings.
#include <assay/container.hpp>

#include <map>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

std::string_view name_of(const Package& package, std::uint32_t entry) {
  return entry == none ? std::string_view() : std::string_view(package.entries()[entry].name);
}

Place place_of(const Package& package, std::uint32_t entry) {
  return entry == none ? Place() : Place::of_file(name_of(package, entry));
}

bool is_zip(const Package& package) { return package.kind() == "zip"; }

// Files that are looked into are unpacked for that; the rest is unpacked to see whether it is whole. In this order
// nothing is unpacked twice, and what is told does not depend on which rule asks first.
const std::vector<archive::Defect>& defects_of(const Package& package) {
  (void)package.data().contents(package);
  return package.data().archive.defects();
}

}  // namespace

void report_container(const Package& package, Reporter& report, ContainerDefect what) {
  if (!is_zip(package)) return;
  report.judged(package.entries().size());
  const std::string ratio = std::to_string(package.data().limits.inflate_ratio);
  for (const archive::Defect& defect : defects_of(package)) {
    if (defect.what != what) continue;
    std::vector<Argument> arguments = {{"name", name_of(package, defect.entry)}};
    for (const auto& [name, value] : defect.arguments) arguments.push_back({name, value});
    if (what == ContainerDefect::compression_bomb) arguments.push_back({"ratio", ratio});
    report.report_arguments(defect.cause, place_of(package, defect.entry), arguments);
  }
}

void report_container_once(const Package& package, Reporter& report, ContainerDefect what) {
  if (!is_zip(package)) return;
  report.judged(package.entries().size());
  std::map<std::string_view, std::pair<std::uint64_t, const archive::Defect*>> by_cause;
  for (const archive::Defect& defect : defects_of(package))
    if (defect.what == what && ++by_cause[defect.cause].first == 1) by_cause[defect.cause].second = &defect;
  for (const auto& [cause, seen] : by_cause) {
    const std::string count = std::to_string(seen.first);
    const Argument arguments[] = {{"count", count}, {"name", name_of(package, seen.second->entry)}};
    report.report_arguments(cause, Place(), arguments);
  }
}

void report_legacy_names(const Package& package, Reporter& report) {
  if (!is_zip(package)) return;
  report.judged(package.entries().size());
  std::uint64_t legacy = 0;
  const Entry* first = nullptr;
  for (const Entry& entry : package.entries())
    if (entry.name_encoding == NameEncoding::undeclared && legacy++ == 0) first = &entry;
  if (legacy == 0) return;
  const text::NameVote& vote = package.data().archive.name_vote();
  const std::string count = std::to_string(legacy), bytes = text::visible(first->raw_name);
  const std::string percent = std::to_string(static_cast<int>(vote.confidence * 100 + 0.5));
  const Argument arguments[] = {{"count", count},
                                {"charset", vote.charset.empty() ? "unknown" : vote.charset},
                                {"confidence", percent},
                                {"bytes", bytes},
                                {"name", first->name}};
  report.report_arguments(vote.matched > 0 ? "proved" : "", Place(), arguments);
}

}  // namespace assay
