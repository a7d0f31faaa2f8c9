// Defaults of a user or a project. Only a file that was named, or the user's own: never one beside or inside a package.
#include "config.hpp"

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "json/mistakes.hpp"

namespace assay::cli_detail {
namespace {

constexpr std::uint64_t most_bytes = 1u << 20;

std::string of_user() {
  const auto variable = [](const char* name) { return std::string(std::getenv(name) ? std::getenv(name) : ""); };
  std::string folder = variable("XDG_CONFIG_HOME");
  if (folder.empty() && !variable("HOME").empty()) folder = variable("HOME") + "/.config";
  if (folder.empty()) return {};
  std::string file = folder + "/assay/config.json";
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) ? file : std::string();
}

Problem wrong(JsonNode at, std::string message, std::string advice) {
  return json::problem_at(at, "bad-config", std::move(message), std::move(advice));
}

Problem takes(JsonNode at, std::string_view expected, std::string advice) {
  return json::takes(at, "bad-config", key(at).empty() ? key(parent(at)) : key(at), expected, std::move(advice));
}

// Files and folders of a configuration are meant beside it, wherever assay is started.
std::string placed(std::string value, const Option& option, const std::filesystem::path& folder) {
  const bool path = option.type == "FILE" || option.type == "DIR" ||
                    (option.type == "ID|PATH" && (value.find('/') != std::string::npos || value.ends_with(".json")));
  return path && value != "-" ? (folder / value).lexically_normal().string() : value;
}

std::optional<Problem> allowed(JsonNode at, const std::string& value, const Option& option) {
  if (value.empty()) return wrong(at, text::quoted(key(at)) + " is empty.", "Write \"…\".");
  if (option.choices.empty() || std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end())
    return std::nullopt;
  const std::vector<std::string_view> names(option.choices.begin(), option.choices.end());
  return wrong(at, text::quoted(value) + " is not known here.", text::one_of(names));
}

/// Puts one value of the file into one option.
struct Set {
  JsonNode node;
  const Option& option;
  const std::filesystem::path& folder;

  std::optional<Problem> operator()(bool* into) const {
    if (type(node) != JsonType::boolean) return takes(node, "true or false", "Write it without quotes.");
    *into = boolean(node);
    return std::nullopt;
  }
  std::optional<Problem> operator()(unsigned* into) const {
    const std::string_view digits = type(node) == JsonType::number ? content(node) : std::string_view();
    unsigned value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || end.ec != std::errc() || end.ptr != digits.data() + digits.size() || value < 1 || value > 256)
      return takes(node, "a whole number from 1 to 256", digits.empty() ? "Write it without quotes." : "");
    *into = value;
    return std::nullopt;
  }
  std::optional<Problem> operator()(std::string* into) const {
    const bool seconds = option.type == "SECONDS", number = seconds && type(node) == JsonType::number;
    if (type(node) != JsonType::string && !number)
      return seconds ? takes(node, "a number of seconds above zero", "Write it without quotes.")
                     : takes(node, "a text", "Write \"…\".");
    std::string value = placed(std::string(content(node)), option, folder);
    if (auto problem = allowed(node, value, option)) return problem;
    *into = std::move(value);
    return std::nullopt;
  }
  std::optional<Problem> operator()(std::vector<std::string>* into) const {
    const bool list = type(node) == JsonType::array;
    std::vector<std::string> values;
    for (JsonNode each = list ? first_child(node) : node; each; each = list ? next_sibling(each) : JsonNode()) {
      if (type(each) != JsonType::string) return takes(each, "a text", "Write \"…\" or [ \"…\" ].");
      values.push_back(placed(std::string(content(each)), option, folder));
    }
    *into = std::move(values);
    return std::nullopt;
  }
};

std::optional<Problem> set(Verb& verb, JsonNode section, const std::filesystem::path& folder) {
  if (type(section) != JsonType::object) return takes(section, "an object", "Write { \"fail-on\": \"warning\" }.");
  for (JsonNode node = first_child(section); node; node = next_sibling(node)) {
    std::vector<std::string> names;
    Option* found = nullptr;
    for (Option& option : verb.options) {
      if (is_argument(option) || option.names == "--config") continue;
      names.push_back(long_name(option).substr(long_name(option).find_first_not_of('-')));
      if (names.back() == key(node)) found = &option;
    }
    if (!found) {
      const std::vector<std::string_view> views(names.begin(), names.end());
      return wrong(node, "assay " + verb.name + " has no option " + text::quoted(key(node)) + ".",
                   text::suggestion(key(node), views, "See: assay " + verb.name + " --help."));
    }
    if (found->given) continue;  // the command line wins
    if (auto problem = std::visit(Set{node, *found, folder}, found->into)) return problem;
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> configure(Verb& verb, const std::string& named) {
  const std::string file = named.empty() ? of_user() : named == "none" ? std::string() : named;
  if (file.empty()) return std::string();
  auto text = read_text(file, most_bytes, "--config");
  if (!text) return text.problem();
  const auto document = json::parse(file, std::move(*text));
  if (!document) {
    Problem problem = document.problem();
    problem.kind = ProblemKind::usage;
    return problem;
  }
  const JsonNode top = root(**document);
  if (content(member(top, "schema")) != "assay-config/1")
    return wrong(top, "This is no configuration of assay.",
                 "Write { \"schema\": \"assay-config/1\", \"check\": { … } }.");
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  for (JsonNode node = first_child(top); node; node = next_sibling(node)) {
    if (key(node) == verb.name) {
      if (auto problem = set(verb, node, folder)) return *problem;
    } else if (key(node) != "schema" && key(node) != "check" && key(node) != "inspect" && key(node) != "diff") {
      return wrong(node, text::quoted(key(node)) + " is not known here.", "Write one of check, inspect, diff.");
    }
  }
  return file;
}

}  // namespace assay::cli_detail
