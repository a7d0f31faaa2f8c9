// Reads vectors and bases, and unfolds them into one vector for each version.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "embedded.hpp"
#include "profile/store_data.hpp"
#include "vectors/vector.hpp"

namespace assay::vectors {
namespace {

constexpr std::string_view vector_keys = "id requirements why profiles overlays base as edits expect limits note";
constexpr std::string_view expect_keys = "verdict findings passed";
constexpr std::string_view finding_keys = "rule cause file line column severity";

std::optional<std::string> optional_text(JsonNode node) {
  return node ? std::optional<std::string>(content(node)) : std::nullopt;
}
std::optional<std::uint32_t> optional_number(JsonNode node) {
  return node ? std::optional<std::uint32_t>(static_cast<std::uint32_t>(number(node))) : std::nullopt;
}

std::vector<std::string> strings(JsonNode list) {
  std::vector<std::string> out;
  for (JsonNode each = first_child(list); each; each = next_sibling(each)) out.emplace_back(content(each));
  return out;
}

// "imscp-1.1.2..1.2" is each version of the family from one to the other, in the order of family.json.
std::vector<std::string> unfold(const Store& store, const std::string& range) {
  const std::size_t dots = range.find("..");
  if (dots == std::string::npos) return {range};
  const auto [family_id, first] = store.data().split(range.substr(0, dots));
  const std::string last = range.substr(dots + 2);
  const auto family = store.data().family(family_id);
  std::vector<std::string> out;
  if (family_id.empty() || !family || !*family) return out;
  bool inside = false;
  for (const FamilyVersion& version : (*family)->versions) {
    inside = inside || version.version == first;
    if (inside) out.push_back(family_id + "-" + version.version);
    if (version.version == last) break;
  }
  return out;
}

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

const std::map<std::string, std::string>& Suite::tokens(const std::string& family, const std::string& version) const {
  static const std::map<std::string, std::string> nothing;
  const auto found = tokens_.find(family);
  if (found == tokens_.end()) return nothing;
  const auto row = found->second.find(version);
  return row == found->second.end() ? nothing : row->second;
}

Result<Suite> Suite::load(const Store& store, const std::string& folder) {
  Suite suite;
  if (folder.empty()) {
    for (const EmbeddedFile& file : embedded_under("test_vectors/"))
      suite.files_.emplace(file.path.substr(13), file.bytes);
  } else {
    std::error_code error;
    std::filesystem::recursive_directory_iterator walk(folder, error), end;
    if (error)
      return Problem{ProblemKind::usage, "not-found", "The folder of vectors cannot be read.",
                     "Check the path after --suite.", folder};
    for (; walk != end; walk.increment(error)) {
      if (!walk->is_regular_file(error)) continue;
      std::ifstream stream(walk->path(), std::ios::binary);
      suite.files_.emplace(walk->path().lexically_relative(folder).generic_string(),
                           std::string(std::istreambuf_iterator<char>(stream), {}));
    }
  }
  for (const auto& [path, bytes] : suite.files_) {
    const std::string label = (folder.empty() ? "test_vectors" : folder) + "/" + path;
    if (path.find("/base/") != std::string::npos || !path.ends_with(".json")) continue;
    auto parsed = json::parse(label, bytes);
    if (!parsed) return parsed.problem();
    const std::shared_ptr<const JsonDocument> document = std::move(*parsed);
    const JsonNode top = root(*document);
    if (path.ends_with("/versions.json")) {
      for (JsonNode version = first_child(member(top, "versions")); version; version = next_sibling(version))
        for (JsonNode token = first_child(version); token; token = next_sibling(token))
          suite.tokens_[path.substr(0, path.find('/'))][std::string(key(version))][std::string(key(token))] =
              content(token);
      continue;
    }
    if (auto problem = only_keys(top, vector_keys)) return *problem;
    const JsonNode expect = member(top, "expect");
    if (!expect)
      return json::problem_at(top, "bad-vector", "The vector has no \"expect\".", "Say the verdict and all findings.");
    if (auto problem = only_keys(expect, expect_keys)) return *problem;
    Vector made;
    made.document = document;
    made.why = content(member(top, "why"));
    made.requirements = strings(member(top, "requirements"));
    made.overlays = strings(member(top, "overlays"));
    made.verdict = content(member(expect, "verdict"));
    made.passed = strings(member(expect, "passed"));
    if (const JsonNode limits = member(top, "limits")) {
      if (const JsonNode seconds = member(limits, "seconds")) made.seconds = number(seconds);
      if (const JsonNode mib = member(limits, "mib")) made.mib = number(mib);
    }
    for (JsonNode row = first_child(member(expect, "findings")); row; row = next_sibling(row)) {
      if (auto problem = only_keys(row, finding_keys)) return *problem;
      made.findings.push_back({std::string(content(member(row, "rule"))), optional_text(member(row, "cause")),
                               optional_text(member(row, "file")), optional_text(member(row, "severity")),
                               optional_number(member(row, "line")), optional_number(member(row, "column"))});
    }
    const auto profiles = strings(member(top, "profiles"));
    if (profiles.empty())
      return json::problem_at(top, "bad-vector", "The vector names no profile.", "Add \"profiles\": [\"…\"].");
    for (const std::string& range : profiles) {
      const auto ids = unfold(store, range);
      if (ids.empty())
        return json::problem_at(member(top, "profiles"), "bad-vector",
                                "\"" + range + "\" is no profile or range of versions.",
                                "Write for instance imscp-1.1.2.");
      for (const std::string& id : ids) {
        Vector one = made;
        std::tie(one.family, one.version) = store.data().split(id);
        one.profile = id;
        one.id = std::string(content(member(top, "id"))) + "@" +
                 (one.version.empty()   ? id
                  : profiles.size() > 1 ? id
                                        : one.version);
        suite.vectors_.push_back(std::move(one));
      }
    }
  }
  std::sort(suite.vectors_.begin(), suite.vectors_.end(), [](const Vector& a, const Vector& b) { return a.id < b.id; });
  return suite;
}

}  // namespace assay::vectors
