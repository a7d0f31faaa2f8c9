// The form of profile files: which keys there are, and what stands behind each. A value of the wrong type would
// otherwise be read as nothing, and a profile that says nothing finds nothing.
#include <algorithm>

#include "embedded.hpp"
#include "json/mistakes.hpp"
#include "profile/kinds/kind.hpp"
#include "profile/store_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::string_view profile_keys =
    "id title kind status extends includes overlays requirements rules tighten note";

std::optional<Problem> wrong(JsonNode node, std::string_view wanted, std::string advice) {
  return json::takes(node, "bad-profile", key(node), wanted, std::move(advice));
}

std::optional<Problem> check_list(JsonNode list, JsonType of, std::string_view wanted, const std::string& advice) {
  if (!list) return std::nullopt;
  if (type(list) != JsonType::array) return wrong(list, wanted, advice);
  for (JsonNode each = first_child(list); each; each = next_sibling(each))
    if (type(each) != of) return json::takes(each, "bad-profile", key(list), wanted, advice);
  return std::nullopt;
}

bool good_id(std::string_view id) {
  for (std::size_t i = 0; i < id.size(); ++i)
    if (static_cast<unsigned char>(id[i]) < 0x20 || id[i] == 0x7F || text::hidden_character(id.substr(i))) return false;
  return !id.empty() && id.find_first_of("/ \\") == std::string_view::npos && !id.ends_with(".json");
}

}  // namespace

std::optional<Problem> check_profile(JsonNode top) {
  if (auto problem = only_keys(top, profile_keys)) return problem;
  const JsonNode id = member(top, "id");
  if (type(id) != JsonType::string || !good_id(content(id)))
    return json::problem_at(id ? id : top, "bad-profile",
                            id ? text::quoted(content(id)) + " is no id of a profile." : "\"id\" is missing.",
                            "Write one without blanks and slashes, for instance \"id\": \"my-profile-1.0\".");
  for (const char* name : {"title", "status", "extends"})
    if (const JsonNode node = member(top, name); node && type(node) != JsonType::string)
      return wrong(node, "a text",
                   key(node) == "extends" ? "Name one profile; several go to \"includes\"." : "Write \"…\".");
  if (const JsonNode kind = member(top, "kind"); kind && content(kind) != "application" && content(kind) != "overlay")
    return wrong(kind, "application or overlay", "Write one of them.");
  if (const JsonNode node = member(top, "overlays"); node && content(node) != "declared")
    return json::problem_at(node, "bad-profile", text::quoted(content(node)) + " is not known here.",
                            "Write \"declared\", or leave it out and name overlays with --overlay.");
  if (auto problem =
          check_list(member(top, "includes"), JsonType::string, "a list of texts", "Write [ \"imscp-1.1.2\" ]."))
    return problem;
  for (const char* name : {"requirements", "rules"})
    if (auto problem = check_list(member(top, name), JsonType::object, "a list of objects", "Write [ { … } ]."))
      return problem;
  if (const JsonNode node = member(top, "tighten")) {
    if (type(node) != JsonType::object) return wrong(node, "an object", "Write { \"rule id\": { \"max\": 10 } }.");
    for (const std::uint32_t twice : node.document->duplicate_keys)
      if (const JsonNode each{node.document, twice}; parent(each) == node || parent(parent(each)) == node)
        return json::twice(each, "duplicate-key", key(each));
  }
  return std::nullopt;
}

std::optional<Problem> check_row(JsonNode row) {
  const std::string_view level = content(member(row, "level")), testable = content(member(row, "testable"));
  const auto one = [&](const char* name, std::string_view words) {
    const JsonNode value = member(row, name);
    return json::takes(value ? value : row, "bad-requirement", name, words, "Write one of them.");
  };
  if (content(member(row, "id")).empty())
    return json::missing(row, "bad-requirement", "id", "Write \"id\": \"R-001\".");
  if (level != "MUST" && level != "SHOULD" && level != "MAY") return one("level", "MUST, SHOULD or MAY");
  if (testable != "auto" && testable != "manual" && testable != "no") return one("testable", "auto, manual or no");
  const JsonNode refuse = member(row, "refuse");
  if (refuse && (type(refuse) != JsonType::boolean || !boolean(refuse)))
    return json::problem_at(refuse, "bad-requirement", "\"refuse\" takes true only.",
                            "Write true or leave it out: no profile takes a refusal back.");
  if (refuse && level != "MUST")
    return json::problem_at(refuse, "bad-requirement", "\"refuse\" goes with the level MUST only.",
                            "Write \"level\": \"MUST\", or leave \"refuse\" out.");
  return std::nullopt;
}

Problem unknown_profile(const StoreData& store, const std::string& id, JsonNode where) {
  if (!where && !store.split(id).first.empty())
    return {ProblemKind::usage, "bad-profile", text::quoted(id) + " is no overlay.", "Name it with --profile.", ""};
  std::vector<std::string> ids;
  for (const std::string& family_id : store.family_ids())
    if (const auto family = store.family(family_id); family && *family)
      for (const FamilyVersion& version : (*family)->versions) ids.push_back(family_id + "-" + version.version);
  for (const EmbeddedFile& file : embedded_under("validators/profiles/"))
    if (file.path.ends_with("/profile.json")) ids.emplace_back(file.path.substr(20, file.path.size() - 20 - 13));
  const std::vector<std::string_view> views(ids.begin(), ids.end());
  const std::string advice = text::suggestion(id, views, "Profiles that exist: assay profiles", 3);
  const std::string message = "There is no profile " + text::quoted(id) + ".";
  return where ? json::problem_at(where, "unknown-profile", message, advice)
               : Problem{ProblemKind::usage, "unknown-profile", message, advice, ""};
}

}  // namespace assay
