// All vectors of a place, each unfolded into one vector per profile.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "embedded.hpp"
#include "json/mistakes.hpp"
#include "profile/store_data.hpp"
#include "vectors/vector.hpp"

namespace assay::vectors {
namespace {

constexpr std::string_view embedded_place = "test_vectors/";

// "imscp-1.1.2..1.2" is each version of the family from one to the other, in the order of family.json; empty when
// there is no such range.
std::vector<std::string> versions_of(const Store& store, const std::string& range) {
  const std::size_t dots = range.find("..");
  if (dots == std::string::npos) return {range};
  const auto [family_id, first] = store.data().split(range.substr(0, dots));
  const std::string last = range.substr(dots + 2);
  const auto family = store.data().family(family_id);
  std::vector<std::string> out;
  if (family_id.empty() || !family || !*family) return out;
  for (const FamilyVersion& version : (*family)->versions) {
    if (out.empty() && version.version != first) continue;
    out.push_back(family_id + "-" + version.version);
    if (version.version == last) return out;
  }
  return {};
}

bool is_base(std::string_view path) { return path.find("/base/") != std::string_view::npos; }

}  // namespace

const std::string* Suite::file(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::vector<std::string> Suite::files_under(const std::string& prefix) const {
  std::vector<std::string> out;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at)
    out.push_back(at->first);
  return out;
}

Tokens Suite::tokens_of(const Vector& vector) const {
  Tokens all = tokens(vector.family, vector.version);
  const std::size_t slash = vector.base.find('/');
  if (slash == std::string::npos) return all;
  const std::string family = vector.base.substr(0, slash);
  const auto folders = base_folders(family, vector.base.substr(slash + 1), vector.version);
  if (folders.empty()) return all;
  // "imscp/base/1.1.2/minimal/"
  const std::size_t from = family.size() + std::string_view("/base/").size();
  for (const auto& [name, value] : tokens(family, folders[0].substr(from, folders[0].find('/', from) - from)))
    all.emplace(name, value);
  return all;
}

const Tokens& Suite::tokens(const std::string& family, const std::string& version) const {
  static const Tokens nothing;
  const auto found = tokens_.find(family);
  if (found == tokens_.end()) return nothing;
  if (version == "any" && !found->second.empty()) return found->second.begin()->second;  // a base that serves all
  const auto row = found->second.find(version);
  return row == found->second.end() ? nothing : row->second;
}

std::vector<std::string> Suite::base_folders(const std::string& family, const std::string& name,
                                             const std::string& version) const {
  const std::string bases = family + "/base/";
  std::vector<std::string> out;
  const auto add = [&](const std::string& of) {
    const std::string folder = bases + of + "/" + name + "/";
    const auto at = files_.lower_bound(folder);
    const bool there = at != files_.end() && at->first.starts_with(folder);
    if (there && std::find(out.begin(), out.end(), folder) == out.end()) out.push_back(folder);
  };
  add(version);
  add("any");
  for (const std::string& path : files_under(bases))
    add(path.substr(bases.size(), path.find('/', bases.size()) - bases.size()));
  return out;
}

std::optional<Problem> Suite::read_files(const std::string& folder) {
  if (folder.empty()) {
    for (const EmbeddedFile& file : embedded_under(embedded_place))
      files_.emplace(file.path.substr(embedded_place.size()), file.bytes);
    return std::nullopt;
  }
  const auto cannot = [](const std::string& path) {
    return Problem{ProblemKind::usage, "not-readable", "The file cannot be read.", "Check the path after --suite.",
                   path};
  };
  std::error_code error;
  std::filesystem::recursive_directory_iterator walk(folder, error), end;
  for (; !error && walk != end; walk.increment(error)) {
    if (!walk->is_regular_file(error)) continue;
    std::ifstream stream(walk->path(), std::ios::binary);
    if (!stream) return cannot(walk->path().string());
    files_.emplace(walk->path().lexically_relative(folder).generic_string(),
                   std::string(std::istreambuf_iterator<char>(stream), {}));
  }
  return error ? std::optional(cannot(folder)) : std::nullopt;
}

void Suite::read_tokens(const std::string& family, JsonNode top) {
  for (JsonNode version = first_child(member(top, "versions")); version; version = next_sibling(version))
    for (JsonNode token = first_child(version); token; token = next_sibling(token))
      tokens_[family][std::string(key(version))].emplace(key(token), content(token));
}

void Suite::unfold(const Store& store, const VectorFile& file) {
  const JsonNode list = member(root(*file.vector.document), "profiles");
  std::vector<std::string> ids;
  for (const std::string& range : file.profiles) {
    const auto some = versions_of(store, range);
    if (some.empty())
      problems_.push_back(json::problem_at(list, "bad-vector", text::quoted(range) + " is no range of versions.",
                                           "Write for instance imscp-1.1.2..1.2, both ends as in family.json."));
    ids.insert(ids.end(), some.begin(), some.end());
  }
  const std::string family = file.vector.path.substr(0, file.vector.path.find('/'));
  for (const std::string& id : ids) {
    Vector one = file.vector;
    one.profile = id;
    std::tie(one.family, one.version) = store.data().split(id);
    // The version alone says enough where the profile is one of the vector's own family.
    one.id = one.name + "@" + (one.family == family ? one.version : id);
    vectors_.push_back(std::move(one));
  }
}

Result<Suite> Suite::load(const Store& store, const std::string& folder) {
  Suite suite;
  if (auto problem = suite.read_files(folder)) return *problem;
  const std::string place = folder.empty() ? std::string(embedded_place) : folder + "/";
  for (const auto& [path, bytes] : suite.files_) {
    if (is_base(path) || !path.ends_with(".json")) continue;
    auto parsed = json::parse(place + path, bytes);
    if (!parsed) {
      suite.problems_.push_back(parsed.problem());
      continue;
    }
    const std::shared_ptr<const JsonDocument> document = std::move(*parsed);
    if (path.ends_with("/versions.json")) {
      suite.read_tokens(path.substr(0, path.find('/')), root(*document));
      continue;
    }
    if (const auto file = read_vector(path, document))
      suite.unfold(store, *file);
    else
      suite.problems_.push_back(file.problem());
  }
  std::sort(suite.vectors_.begin(), suite.vectors_.end(), [](const Vector& a, const Vector& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < suite.vectors_.size(); ++i)
    if (suite.vectors_[i].id == suite.vectors_[i - 1].id)
      suite.problems_.push_back(
          json::twice(member(root(*suite.vectors_[i].document), "profiles"), "bad-vector", suite.vectors_[i].id));
  return suite;
}

}  // namespace assay::vectors
