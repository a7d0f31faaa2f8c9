// What stands in the files of a package: pages, scripts, pictures, data (lib/contents).
#include <algorithm>
#include <array>
#include <map>

#include <assay/content.hpp>

#include "profile/kinds/kind.hpp"

namespace assay {
namespace {

constexpr std::array params = {ParamInfo{"sign"}, ParamInfo{"group"}, ParamInfo{"deny", Join::deny}};

std::optional<Problem> compile(ParamSet& set) {
  const ParamValue* signs = set.find("sign");
  std::vector<std::string_view> known;
  for (const SignInfo& sign : sign_table()) known.push_back(sign.name);
  if (!signs || signs->list.empty()) return kinds_detail::missing("sign", text::one_of(known));
  for (const std::string& name : signs->list)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return Problem{ProblemKind::usage, "bad-parameter", text::quoted(name) + " is not known here.",
                     text::suggestion(name, known), ""};
  if (const ParamValue* group = set.find("group"); group && group->text != "file" && group->text != "package")
    return kinds_detail::takes("group", "file or package", "Leave it out for a finding at each place.");
  return kinds_detail::compile_patterns(set.find("deny"), set.patterns);
}

// Several sightings in one finding: the first place, how many, and the different values.
struct Group {
  Sighting first;
  std::uint64_t count = 0, files = 0;
  std::vector<std::string_view> values;
  std::string_view last_file;

  void add(const Sighting& seen) {
    if (count++ == 0) first = seen;
    if (seen.file != last_file) ++files;
    last_file = seen.file;
    if (values.size() <= most_values && std::find(values.begin(), values.end(), seen.value) == values.end())
      values.push_back(seen.value);
  }
  static constexpr std::size_t most_values = 12;
};

Place place_of(const Sighting& seen, bool secret) {
  Place place = seen.line ? Place::at(seen.file, seen.line, seen.column) : Place::of_file(seen.file);
  place.quoted = !secret;
  return place;
}

void report_group(Reporter& report, const Group& group, const SignInfo& info) {
  std::vector<std::string_view> values = group.values;
  std::sort(values.begin(), values.end());
  const std::string all = kinds_detail::joined(values, ", ", Group::most_values);
  const std::string count = std::to_string(group.count), files = std::to_string(group.files);
  report.report(
      place_of(group.first, info.secret),
      {{info.worded ? "what" : "value", all}, {"count", count}, {"files", files}, {"file", group.first.file}});
}

void check(const Package& package, const Params& parameters, Reporter& report) {
  const ParamSet& set = ParamsAccess::of(parameters);
  const std::string_view grouping = parameters.text("group");
  std::uint64_t files = 0;
  std::map<std::string_view, Group> groups;  // by file, or one of no name
  for (const std::string_view sign : parameters.list("sign")) {
    const auto table = sign_table();
    const SignInfo& info =
        *std::find_if(table.begin(), table.end(), [&](const SignInfo& row) { return row.name == sign; });
    const Looked looked = looked_for(package, sign);
    files = std::max(files, looked.files);
    // That some files are too large or too many is a finding of its own, not a doubt about all others.
    if (looked.files == 0 && looked.left_out > 0) report.blocked();
    groups.clear();
    for (const Sighting& seen : sightings(package, sign)) {
      const auto matches = [&](const text::Regex& pattern) { return pattern.matches_whole(seen.value); };
      if (!set.patterns.empty() && std::none_of(set.patterns.begin(), set.patterns.end(), matches)) continue;
      if (grouping.empty())
        report.report(
            place_of(seen, info.secret),
            {{info.worded ? "what" : "value", seen.value}, {"file", seen.file}, {"count", "1"}, {"files", "1"}});
      else
        groups[grouping == "file" ? seen.file : std::string_view()].add(seen);
    }
    for (const auto& [file, group] : groups) report_group(report, group, info);
  }
  report.judged(files);
}

}  // namespace

extern const KindInfo sighting_kind;
const KindInfo sighting_kind = {"sighting", params, false, compile, check, "value what count files file"};

}  // namespace assay
