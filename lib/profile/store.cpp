#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "embedded.hpp"
#include "json/mistakes.hpp"
#include "json/packed.hpp"
#include "profile/native_rules.hpp"
#include "profile/store_data.hpp"
#include "text/message_format.hpp"

namespace assay {
namespace {

constexpr std::string_view row_keys =
    "id versions level testable statement rationale clause trust wild xref in rules refuse note";

std::optional<Problem> read_versions(Family& family) {
  const JsonNode top = root(*family.family);
  if (auto problem = only_keys(top, "family title versions")) return problem;
  family.title = content(member(top, "title"));
  for (JsonNode node = first_child(member(top, "versions")); node; node = next_sibling(node)) {
    if (auto problem = only_keys(node, "title includes schema_set")) return problem;
    FamilyVersion& version = family.versions.emplace_back();
    version.version = key(node);
    version.title = content(member(node, "title"));
    version.schema_set = content(member(node, "schema_set"));
    for (JsonNode each = first_child(member(node, "includes")); each; each = next_sibling(each))
      version.includes.emplace_back(content(each));
  }
  return std::nullopt;
}

std::optional<Problem> read_rows(Family& family) {
  for (JsonNode row = first_child(member(root(*family.requirements), "requirements")); row; row = next_sibling(row)) {
    if (auto problem = only_keys(row, row_keys)) return problem;
    if (auto problem = check_row(row)) return problem;
    if (!family.rows.emplace(content(member(row, "id")), row).second)
      return json::twice(row, "bad-requirement", content(member(row, "id")), "Give one of them another id.");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> only_keys(JsonNode object, std::string_view allowed) {
  std::vector<std::string_view> keys;
  for (std::string_view rest = allowed; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    keys.push_back(rest.substr(0, space));
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  if (type(object) != JsonType::object) return json::has_to_be(object, "bad-profile", "an object", "Write { … }.");
  for (JsonNode each = first_child(object); each; each = next_sibling(each)) {
    if (std::find(keys.begin(), keys.end(), key(each)) != keys.end()) continue;
    return json::problem_at(each, "unknown-key", text::quoted(key(each)) + " is not known here.",
                            text::suggestion(key(each), keys));
  }
  for (const std::uint32_t twice : object.document->duplicate_keys) {
    const JsonNode node{object.document, twice};
    if (parent(node) == object) return json::twice(node, "duplicate-key", key(node));
  }
  return std::nullopt;
}

const FamilyVersion* Family::find(std::string_view version) const {
  for (const FamilyVersion& each : versions)
    if (each.version == version) return &each;
  return nullptr;
}

std::string_view StoreData::file(const std::string& path) const {
  const auto found = overrides.find(path);
  return found == overrides.end() ? embedded_file(path) : std::string_view(found->second);
}

bool StoreData::ships(const std::string& path) const { return !overrides.contains(path) && embedded_file(path).data(); }

Result<std::unique_ptr<JsonDocument>> StoreData::document(const std::string& path) const {
  const bool shipped = ships(path);
  const std::string_view packed = shipped ? embedded_file("documents/" + path) : std::string_view();
  auto read = packed.data() ? json::unpack(path, file(path), packed) : json::parse(path, std::string(file(path)));
  if (!read) return read;
  (*read)->of_project = true;
  (*read)->shipped = shipped;
  return read;
}

std::vector<std::string> StoreData::family_ids() const {
  std::vector<std::string> ids;
  for (const EmbeddedFile& file : embedded_under("spec/"))
    if (file.path.ends_with("/family.json")) ids.emplace_back(file.path.substr(5, file.path.size() - 5 - 12));
  return ids;
}

Result<const Family*> StoreData::family(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  if (const auto found = families_.find(id); found != families_.end())
    return static_cast<const Family*>(found->second.get());
  auto made = std::make_unique<Family>();
  made->id = id;
  const struct {
    std::string path;
    std::unique_ptr<JsonDocument> Family::*document;
  } parts[] = {{"spec/" + made->id + "/family.json", &Family::family},
               {"spec/" + made->id + "/requirements.json", &Family::requirements},
               {"validators/" + made->id + "/rules.json", &Family::rules}};
  for (const auto& part : parts) {
    if (!file(part.path).data()) {
      if (part.document == &Family::family) return static_cast<const Family*>(nullptr);
      continue;
    }
    auto read = document(part.path);
    if (!read) return read.problem();
    (*made).*(part.document) = std::move(*read);
  }
  if (auto problem = read_versions(*made)) return *problem;
  if (made->requirements)
    if (auto problem = read_rows(*made)) return *problem;
  return static_cast<const Family*>((families_[std::string(id)] = std::move(made)).get());
}

std::pair<std::string, std::string> StoreData::split(std::string_view id) const {
  for (const std::string& family_id : family_ids()) {
    if (!id.starts_with(family_id + "-")) continue;
    const auto found = family(family_id);
    const std::string_view version = id.substr(family_id.size() + 1);
    if (found && *found && (*found)->find(version)) return {family_id, std::string(version)};
  }
  return {};
}

Result<std::string> read_profile_file(const std::string& path) {
  constexpr std::size_t most = 16u << 20;
  std::error_code error;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, error))
    return Problem{ProblemKind::usage, "not-found", "The file cannot be read.", "Check its path and its permissions.",
                   path};
  std::string bytes;
  for (char block[65'536]; bytes.size() <= most && (file.read(block, sizeof block) || file.gcount() > 0);)
    bytes.append(block, static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > most)
    return Problem{ProblemKind::usage, "large-profile",
                   "The file cannot be read: " + ("it is longer than " + text::size_in_words(most)) + ".",
                   "Check that it is the right file. A profile can be split: it may include others.", path};
  return bytes;
}

// Profiles are sent around, so one names others below its own folder only, and nothing that is no plain file.
Result<std::string> included_profile_path(const std::string& id, JsonNode where) {
  const std::filesystem::path own(json::problem_at(where, "", "", "").file), wanted(id);
  const bool climbs = std::find(wanted.begin(), wanted.end(), "..") != wanted.end();
  if (wanted.is_absolute() || climbs || id.find("://") != std::string::npos)
    return json::problem_at(where, "outside-profile", text::quoted(id) + " does not lie below this profile.",
                            "Name an id, or a file in the same folder or below it: \"./other.json\".");
  const std::string path = (own.parent_path() / wanted).string();
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return json::problem_at(where, "not-found", "There is no file " + text::quoted(id) + " here.",
                            "Check its name; paths start at the folder of the profile that names them.");
  return path;
}

std::vector<std::string> StoreData::rule_ids() const {
  std::vector<std::string> ids;
  for (const RuleInfo* rule : natives) ids.emplace_back(rule->id);
  for (const std::string& id : family_ids()) {
    const auto found = family(id);
    if (!found || !*found || !(*found)->rules) continue;
    const JsonNode rules = member(root(*(*found)->rules), "rules");
    for (JsonNode rule = first_child(rules); rule; rule = next_sibling(rule))
      ids.emplace_back(content(member(rule, "id")));
  }
  return ids;
}

Store::Store() : data_(std::make_unique<StoreData>()) {
  const auto native = native_rules();
  data_->natives.assign(native.begin(), native.end());
}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

void Store::add(std::span<const RuleInfo> rules) {
  for (const RuleInfo& rule : rules) data_->natives.push_back(&rule);
}
void Store::add_profile_directory(std::string path) { data_->directories.push_back(std::move(path)); }
void Store::override_file(std::string path, std::string bytes) { data_->overrides[std::move(path)] = std::move(bytes); }

bool Store::has_version_profile(std::string_view id) const { return !data_->split(id).first.empty(); }

void StoreData::each_profile(const std::function<void(JsonNode, const std::string&)>& visit) const {
  const auto read = [&](const Result<std::unique_ptr<JsonDocument>>& found, const std::string& origin) {
    if (found) visit(root(**found), origin);
  };
  for (const EmbeddedFile& file : embedded_under("validators/profiles/"))
    if (file.path.ends_with("/profile.json")) read(document(std::string(file.path)), "built in");
  for (const std::string& directory : directories) {
    std::error_code error;
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error))
      if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    for (const std::string& file : files)
      if (auto bytes = read_profile_file(file)) read(json::parse(file, std::move(*bytes)), file);
  }
}

std::vector<std::string> StoreData::profile_rule_ids() const {
  std::vector<std::string> ids;
  each_profile([&](JsonNode top, const std::string&) {
    const JsonNode rules = member(top, "rules");
    for (JsonNode rule = first_child(rules); rule; rule = next_sibling(rule))
      ids.emplace_back(content(member(rule, "id")));
  });
  return ids;
}

std::vector<ProfileInfo> Store::profiles() const {
  std::vector<ProfileInfo> list;
  for (const std::string& id : data_->family_ids()) {
    const auto family = data_->family(id);
    if (!family || !*family) continue;
    for (const FamilyVersion& version : (*family)->versions) {
      const std::string profile = id + "-" + version.version;
      list.push_back({profile, version.title, profile == Profile::floor_id ? "floor" : "version", "built in"});
    }
  }
  data_->each_profile([&](JsonNode top, const std::string& origin) {
    const std::string_view kind = content(member(top, "kind"));
    list.push_back({std::string(content(member(top, "id"))), std::string(content(member(top, "title"))),
                    kind.empty() ? "application" : std::string(kind), origin});
  });
  return list;
}

}  // namespace assay
