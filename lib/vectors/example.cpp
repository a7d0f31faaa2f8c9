#include "vectors/example.hpp"

#include <algorithm>
#include <map>

#include "text/unicode.hpp"
#include "vectors/text_value.hpp"

namespace assay::vectors {
namespace {

constexpr std::size_t most_lines = 8;

using Files = std::map<std::string, std::string>;

Files base_of(const Suite& suite, const Vector& vector, const Tokens& tokens) {
  Files files;
  const std::size_t slash = vector.base.find('/');
  if (slash == std::string::npos) return files;
  const auto folders = suite.base_folders(vector.base.substr(0, slash), vector.base.substr(slash + 1), vector.version);
  if (folders.empty()) return files;
  for (const std::string& path : suite.files_under(folders.front()))
    files.emplace(path.substr(folders.front().size()), with_tokens(*suite.file(path), tokens));
  return files;
}

// Whole lines, without what they are all indented by.
std::string outdented(std::string_view lines) {
  std::size_t least = std::string_view::npos;
  const auto each_line = [&](auto visit) {
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', at), lines.size());
      visit(lines.substr(at, end - at));
      at = end + 1;
    }
  };
  each_line([&](std::string_view line) {
    if (const std::size_t first = line.find_first_not_of(" \t"); first != std::string_view::npos)
      least = std::min(least, first);
  });
  std::string out;
  std::size_t count = 0;
  each_line([&](std::string_view line) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos || count > most_lines) return;
    out += (out.empty() ? "" : "\n") + (++count > most_lines ? "…" : std::string(line.substr(least)));
  });
  return out;
}

bool differs_only_in_space(const Example& example) {
  const auto without_space = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  return without_space(example.good) == without_space(example.bad);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// The lines in which two texts differ.
Example difference(const std::string& file, std::string_view good, std::string_view bad) {
  const auto a = lines_of(good), b = lines_of(bad);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t before = 0, after = 0;
  while (before < shorter && a[before] == b[before]) ++before;
  while (after < shorter - before && a[a.size() - 1 - after] == b[b.size() - 1 - after]) ++after;
  const auto part = [&](const std::vector<std::string_view>& lines) {
    std::string text;
    for (std::size_t i = before; i + after < lines.size(); ++i) text.append(lines[i]).append("\n");
    return outdented(text);
  };
  return {Example::Kind::changed, file, part(a), part(b), {}};
}

void apply(JsonNode edit, Files& files, const Tokens& tokens) {
  const auto file = files.find(std::string(content(member(edit, "replace"))));
  const auto old_text = read_text(member(edit, "old"), tokens), new_text = read_text(member(edit, "new"), tokens);
  if (file == files.end() || !old_text || !new_text) return;
  const std::size_t at = file->second.find(*old_text);
  if (at != std::string::npos) file->second.replace(at, old_text->size(), *new_text);
}

// "local.crc: 1": what is set in the records of the zip.
std::string fields(JsonNode node, const std::string& prefix) {
  if (type(node) != JsonType::object && type(node) != JsonType::array)
    return prefix + ": " + std::string(content(node)) + "\n";
  std::string out;
  for (JsonNode each = first_child(node); each; each = next_sibling(each))
    out += fields(each, prefix + (prefix.empty() || key(each).empty() ? "" : ".") + std::string(key(each)));
  return out;
}

std::optional<Example> other_edit(JsonNode edit, const Files& files, const Tokens& tokens) {
  const auto name = [&](const char* member_name) { return std::string(content(member(edit, member_name))); };
  if (!name("rename").empty()) return Example{Example::Kind::renamed, name("rename"), name("rename"), name("to"), {}};
  if (!name("remove").empty()) return Example{Example::Kind::removed, name("remove"), {}, name("remove"), {}};
  if (const JsonNode zip = member(edit, "zip")) return Example{Example::Kind::zipped, {}, {}, fields(zip, ""), {}};
  if (name("write").empty()) return std::nullopt;
  const auto text = read_text(member(edit, "text"), tokens);
  if (const auto old = files.find(name("write")); old != files.end() && text)
    return difference(old->first, old->second, *text);
  Example made{Example::Kind::added, name("write"), {}, name("write"), {}};
  if (text && text::is_valid_utf8(*text) && text->find('\0') == std::string::npos) made.content = outdented(*text);
  return made;
}

// What the edits make of the base: the first file that they change, else the first edit that can be told in a word.
std::optional<Example> shown(const Vector& vector, const Files& base, const Tokens& tokens) {
  Files files = base;
  std::optional<Example> told;
  for (JsonNode edit = first_child(member(root(*vector.document), "edits")); edit; edit = next_sibling(edit)) {
    if (member(edit, "replace"))
      apply(edit, files, tokens);
    else if (!told)
      told = other_edit(edit, base, tokens);
  }
  for (const auto& [path, text] : files)
    if (const auto old = base.find(path); old != base.end() && old->second != text)
      return difference(path, old->second, text);
  return told;
}

}  // namespace

std::optional<Example> example_of(const Suite& suite, std::string_view rule) {
  // Best are two versions of the same lines, then what is added or left out.
  const auto worth = [](const std::optional<Example>& each) {
    if (!each) return 0;
    if (differs_only_in_space(*each)) return 1;
    if (each->kind == Example::Kind::zipped) return 1;
    return each->kind == Example::Kind::changed && !each->good.empty() && !each->bad.empty() ? 3 : 2;
  };
  std::optional<Example> best;
  const std::string own = std::string(rule) + ".";
  for (const Vector& vector : suite.vectors()) {
    const bool finds = std::any_of(vector.findings.begin(), vector.findings.end(),
                                   [&](const Expected& finding) { return finding.rule == rule; });
    if (!finds || !vector.name.starts_with(own)) continue;
    const Tokens tokens = suite.tokens_of(vector);
    auto example = shown(vector, base_of(suite, vector, tokens), tokens);
    if (worth(example) > worth(best)) best = std::move(example);
  }
  for (const Vector& vector : suite.vectors()) {
    if (best) break;
    const bool passes = std::find(vector.passed.begin(), vector.passed.end(), rule) != vector.passed.end();
    if (!passes || !vector.name.starts_with(own)) continue;
    const Tokens tokens = suite.tokens_of(vector);
    auto example = shown(vector, base_of(suite, vector, tokens), tokens);
    if (!example || example->kind != Example::Kind::changed) continue;
    std::swap(example->good, example->bad);
    best = std::move(example);
  }
  return best;
}

}  // namespace assay::vectors
