// One vector file: its shape is checked to the last key, so that a slip is a message and not a vector that tests
// nothing.
#include <algorithm>
#include <array>
#include <cmath>

#include "json/mistakes.hpp"
#include "profile/store_data.hpp"
#include "vectors/vector.hpp"

namespace assay::vectors {
namespace {

constexpr std::string_view vector_keys =
    "id requirements why profiles overlays base as edits beside expect limits note";
constexpr std::string_view expect_keys = "verdict findings problems passed outcomes";
constexpr std::string_view finding_keys = "rule cause file line column severity times";
constexpr std::array<std::string_view, 6> verdicts = {"conforms",   "incomplete", "does-not-conform",
                                                      "unreadable", "refused",    "error"};
constexpr std::array<std::string_view, 3> severities = {"error", "warning", "info"};
constexpr std::array<std::string_view, 4> outcomes = {"inapplicable", "passed", "blocked", "failed"};

/// Reads members and keeps the first problem.
class Reader {
 public:
  explicit Reader(JsonNode top) : top_(top) {}
  std::optional<Problem> problem;

  void fail(JsonNode at, std::string message, std::string advice = {}) {
    if (!problem) problem = json::problem_at(at, "bad-vector", std::move(message), std::move(advice));
  }
  void missing(JsonNode object, std::string_view name, std::string advice = {}) {
    if (!problem) problem = json::missing(object, "bad-vector", name, std::move(advice));
  }
  void takes(JsonNode value, std::string_view name, std::string_view expected, std::string advice = {}) {
    if (!problem) problem = json::takes(value, "bad-vector", name, expected, std::move(advice));
  }
  void keys(JsonNode object, std::string_view allowed) {
    if (!problem) problem = only_keys(object, allowed);
  }
  std::string text(JsonNode object, std::string_view name, bool wanted) {
    const JsonNode node = member(object, name);
    if (!node) {
      if (wanted) missing(object, name);
      return {};
    }
    if (type(node) != JsonType::string) takes(node, name, "a text");
    if (content(node).empty()) fail(node, text::quoted(name) + " is empty.");
    return std::string(content(node));
  }
  std::optional<std::string> optional_text(JsonNode object, std::string_view name) {
    const JsonNode node = member(object, name);
    if (!node) return std::nullopt;
    if (type(node) != JsonType::string) takes(node, name, "a text");
    return std::string(content(node));
  }
  std::optional<std::uint32_t> optional_count(JsonNode object, std::string_view name) {
    const JsonNode node = member(object, name);
    if (!node) return std::nullopt;
    const double value = number(node);
    if (type(node) != JsonType::number || value < 0 || value > 4e9 || value != std::floor(value)) {
      takes(node, name, "a whole number");
      return std::nullopt;
    }
    return static_cast<std::uint32_t>(value);
  }
  std::optional<double> optional_number(JsonNode object, std::string_view name) {
    const JsonNode node = member(object, name);
    if (!node) return std::nullopt;
    if (type(node) != JsonType::number || !(number(node) > 0)) takes(node, name, "a number above 0");
    return number(node);
  }
  std::vector<std::string> list(JsonNode object, std::string_view name, bool wanted) {
    std::vector<std::string> out;
    const JsonNode node = member(object, name);
    if (!node && !wanted) return out;
    if (!node || type(node) != JsonType::array || (wanted && size(node) == 0)) {
      takes(node ? node : object, name, "a list of texts");
      return out;
    }
    for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
      if (type(each) != JsonType::string) takes(each, name, "a list of texts");
      out.emplace_back(content(each));
    }
    return out;
  }
  template <std::size_t count>
  void among(JsonNode at, std::string_view word, const std::array<std::string_view, count>& words) {
    if (std::find(words.begin(), words.end(), word) == words.end())
      fail(at, text::quoted(word) + " is not known here.", text::one_of(words));
  }

  void expectation(Vector& made) {
    const JsonNode expect = member(top_, "expect");
    if (!expect) return missing(top_, "expect", "Say the verdict and all findings.");
    keys(expect, expect_keys);
    made.verdict = text(expect, "verdict", true);
    if (!made.verdict.empty()) among(member(expect, "verdict"), made.verdict, verdicts);
    const JsonNode rows = member(expect, "findings");
    if (!rows || type(rows) != JsonType::array)
      return takes(rows ? rows : expect, "findings", "a list",
                   "List all findings; an empty list says that there are none.");
    for (JsonNode row = first_child(rows); row; row = next_sibling(row)) {
      keys(row, finding_keys);
      const auto severity = optional_text(row, "severity");
      if (severity) among(member(row, "severity"), *severity, severities);
      const std::uint32_t times = optional_count(row, "times").value_or(1);
      if (times > 10'000) takes(member(row, "times"), "times", "a whole number from 0 to 10000");
      const Expected expected{text(row, "rule", true),     optional_text(row, "cause"),
                              optional_text(row, "file"),  severity,
                              optional_count(row, "line"), optional_count(row, "column")};
      made.findings.insert(made.findings.end(), std::min<std::uint32_t>(times, 10'000), expected);
    }
    made.passed = list(expect, "passed", false);
    made.problems = list(expect, "problems", false);
    for (JsonNode row = first_child(member(expect, "outcomes")); row; row = next_sibling(row)) {
      among(row, content(row), outcomes);
      made.outcomes.emplace_back(key(row), content(row));
    }
  }

 private:
  JsonNode top_;
};

// "imscp/dangling-item-reference/unknown.json" → "imscp.dangling-item-reference.unknown"
std::string id_of(std::string path) {
  if (path.ends_with(".json")) path.resize(path.size() - 5);
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

}  // namespace

Result<VectorFile> read_vector(const std::string& path, std::shared_ptr<const JsonDocument> document) {
  const JsonNode top = root(*document);
  Reader reader(top);
  reader.keys(top, vector_keys);
  VectorFile file;
  Vector& made = file.vector;
  made.document = std::move(document);
  made.path = path;
  made.name = reader.text(top, "id", true);
  if (!made.name.empty() && made.name != id_of(path))
    reader.fail(member(top, "id"), "The id does not fit the place of the file.",
                "Write \"id\": \"" + id_of(path) + "\".");
  made.why = reader.text(top, "why", true);
  made.base = reader.text(top, "base", true);
  made.requirements = reader.list(top, "requirements", true);
  made.overlays = reader.list(top, "overlays", false);
  file.profiles = reader.list(top, "profiles", true);
  for (const char* name : {"edits", "beside"})
    if (const JsonNode list = member(top, name); list && type(list) != JsonType::array)
      reader.takes(list, name, "a list");
  if (const JsonNode limits = member(top, "limits")) {
    reader.keys(limits, "seconds mib");
    made.seconds = reader.optional_number(limits, "seconds");
    made.mib = reader.optional_number(limits, "mib");
  }
  reader.expectation(made);
  if (reader.problem) return *reader.problem;
  return file;
}

}  // namespace assay::vectors
