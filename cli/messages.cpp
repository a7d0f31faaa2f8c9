// assay messages: what translators work with. Nothing is written but standard output.
#include "messages/keys.hpp"

#include <fstream>
#include <iterator>
#include <map>

#include <assay/messages.hpp>

#include "json/document.hpp"
#include "messages/catalogue.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

using messages::State;
using messages::Text;

constexpr std::string_view words[] = {"missing", "stale", "draft", "reviewed"};

bool takes(const std::string& group, std::string_view key) {
  return group.empty() || messages::group_of(key) == group || messages::group_of(key).starts_with(group + ".");
}

int coverage(const std::vector<Text>& texts, const MessagesOptions& options) {
  std::map<std::string_view, std::map<std::string_view, std::uint64_t>> have;  // group → language → texts
  std::map<std::string_view, std::uint64_t> all;
  for (const Text& text : texts) {
    const std::string_view group = messages::group_of(text.key);
    if (!takes(options.group, text.key)) continue;
    ++all[group];
    for (const LanguageInfo& row : language_table())
      have[group][row.tag] += row.tag != "en" && messages::state_of(row.tag, text) >= State::draft ? 1 : 0;
  }
  std::string out;
  json::Writer json(out, true);
  if (options.json) json.begin_object().key("groups").begin_array();
  for (const auto& [group, total] : all) {
    if (options.json)
      json.begin_object()
          .key("group")
          .string(group)
          .key("texts")
          .unsigned_integer(total)
          .key("languages")
          .begin_object();
    else
      out += std::string(group) + "  " + std::to_string(total) + " ";
    for (const auto& [tag, count] : have[group]) {
      if (tag == "en") continue;
      if (options.json)
        json.key(tag).unsigned_integer(count);
      else
        out += " " + std::string(tag) + " " + std::to_string(count);
    }
    if (options.json)
      json.end_object().end_object();
    else
      out += "\n";
  }
  if (options.json) json.end_array().end_object();
  return print_out(out + (options.json ? "\n" : ""));
}

// What another key says for the same English is a good first try.
std::string_view twin(const std::map<std::string_view, std::string_view>& known, const Text& text) {
  const auto found = known.find(text.english);
  return found == known.end() ? std::string_view() : found->second;
}

int list(const std::vector<Text>& texts, const MessagesOptions& options, bool all) {
  const messages::Catalogue& own_texts = *messages::catalogue(language());
  std::map<std::string_view, std::string_view> known;
  for (const Text& text : texts)
    if (const auto own = messages::own_text(language(), text.key, text.english); !own.empty())
      known.emplace(text.english, own);
  std::string out;
  json::Writer json(out, true);
  json.begin_object().key("language").string(language()).key("texts").begin_array();
  for (const Text& text : texts) {
    const State state = messages::state_of(language(), text);
    if (!takes(options.group, text.key) || (!all && state >= State::draft)) continue;
    const auto entry = own_texts.find(text.key);
    json.begin_object().key("key").string(text.key).key("english").string(text.english);
    json.key("state").string(words[static_cast<int>(state)]);
    json.key("text").string(entry ? entry->text : twin(known, text)).end_object();
  }
  json.end_array().end_object();
  return print_out(out + "\n");
}

// The file as it is kept: sorted, one text a line, nothing of what no longer exists.
int merge(const std::vector<Text>& texts, const MessagesOptions& options) {
  std::ifstream file(options.file, std::ios::binary);
  if (!file)
    return complain(Problem{ProblemKind::usage, "not-found", "There is no such file or directory.",
                            "Check the spelling of the path.", options.file}),
           usage;
  const auto parsed = json::parse(options.file, std::string(std::istreambuf_iterator<char>(file), {}));
  if (!parsed) return complain(parsed.problem()), usage;
  std::map<std::string_view, std::string_view> fresh;
  for (JsonNode each = first_child(root(**parsed)); each; each = next_sibling(each)) fresh[key(each)] = content(each);
  const messages::Catalogue& old = *messages::catalogue(language());
  std::string out = "{\n  \"language\": \"" + std::string(old.tag) + "\",\n  \"name\": ";
  json::Writer(out).string(old.name);
  out += ",\n  \"complete\": [";
  for (std::size_t i = 0; i < old.complete.size(); ++i) {
    out += i == 0 ? "" : ", ";
    json::Writer(out).string(old.complete[i]);
  }
  out += "],\n  \"texts\": {";
  bool first = true;
  for (const Text& text : texts) {
    const auto mine = fresh.find(text.key);
    const auto kept = old.find(text.key);
    if (mine == fresh.end() && !kept) continue;
    out += first ? "\n    " : ",\n    ";
    first = false;
    json::Writer(out).string(text.key);
    out += ": {\"of\": \"" + (mine != fresh.end() ? messages::digest_of(text.english) : std::string(kept->of)) + "\", ";
    if (mine != fresh.end() || kept->draft) out += "\"draft\": true, ";
    out += "\"text\": ";
    json::Writer(out).string(mine != fresh.end() ? mine->second : kept->text);
    out += "}";
  }
  return print_out(out + "\n  }\n}\n");
}

}  // namespace

int run_messages(Store& store, const MessagesOptions& options) {
  const auto texts = messages::all_texts(store, help_texts());
  if (options.action == "coverage") return coverage(texts, options);
  if (language() == "en") return complain("name a language to translate into: --lang th"), static_cast<int>(usage);
  if (options.action == "merge") return merge(texts, options);
  return list(texts, options, options.action == "export");
}

}  // namespace assay::cli_detail
