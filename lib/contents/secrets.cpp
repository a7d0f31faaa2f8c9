// What should not have been packed: keys, passwords, names of people. What is seen is masked here, before anything else
// can get hold of it.
#include "contents/anchors.hpp"
#include "contents/scan.hpp"

namespace assay::contents {
namespace {

bool token_character(char c) { return letter(c) || digit(c) || c == '_' || c == '-'; }
bool base64_character(char c) { return letter(c) || digit(c) || c == '+' || c == '/' || c == '-' || c == '_'; }

std::string masked(std::string_view text, std::size_t shown = 4) {
  return std::string(text.substr(0, std::min(shown, text.size() / 2))) + "…";
}

std::string unbase64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : digit(c)             ? c - '0' + 52
                      : c == '+' || c == '-' ? 62
                      : c == '/' || c == '_' ? 63
                                             : -1;
    if (value < 0) return out;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    if ((count += 6) >= 8) out.push_back(static_cast<char>(bits >> (count -= 8) & 0xFF));
  }
  return out;
}

void key(std::string_view text, std::size_t at, Sink& sink) {
  const std::string_view line = text.substr(at, 80), kind = line.substr(0, line.find("-----", 11));
  // The base64 of a key follows; a mention of the words is none.
  if (!kind.ends_with("PRIVATE KEY") && !kind.ends_with("PRIVATE KEY BLOCK")) return;
  std::size_t body = 0;
  for (std::size_t i = at + kind.size() + 5; i < text.size() && body < 64; ++i) {
    if (base64_character(text[i]) || text[i] == '=')
      ++body;
    else if (!space(text[i]) && text[i] != '\\')
      break;
  }
  if (body >= 64) sink.see(Sign::private_key, at, kind.substr(11));
}

struct Token {
  std::string_view start;
  std::size_t length;  // of what follows, at least
  bool upper;          // capitals and digits alone
  std::string_view words;
};
constexpr std::array tokens = {
    Token{"AKIA", 16, true, "AWS access key"},         Token{"ASIA", 16, true, "AWS access key"},
    Token{"ghp_", 36, false, "GitHub token"},          Token{"github_pat_", 40, false, "GitHub token"},
    Token{"xoxb-", 20, false, "Slack token"},          Token{"xoxp-", 20, false, "Slack token"},
    Token{"sk_live_", 16, false, "Stripe secret key"}, Token{"glpat-", 20, false, "GitLab token"},
};

void known_token(const Token& token, std::string_view text, std::size_t at, Sink& sink) {
  if (at > 0 && token_character(text[at - 1])) return;
  std::size_t end = at + token.start.size();
  const auto fits = [&](char c) { return token.upper ? digit(c) || (c >= 'A' && c <= 'Z') : token_character(c); };
  while (end < text.size() && fits(text[end])) ++end;
  const std::size_t length = end - at - token.start.size();
  if (length < token.length || (token.upper && length != token.length)) return;
  if (find(text.substr(at, end - at), "EXAMPLE") != npos) return;  // what manuals print
  sink.see(Sign::credential, at, std::string(token.words) + " " + masked(text.substr(at, end - at)));
}

// "Basic dXNlcjpwYXNz": a user name and a password for the record store, readable by every learner.
void basic_authorization(std::string_view text, std::size_t at, Sink& sink) {
  std::size_t end = at + 6;
  while (end < text.size() && base64_character(text[end])) ++end;
  if (end - at < 6 + 8 || end - at > 6 + 400) return;
  const std::string plain = unbase64(text.substr(at + 6, end - at - 6));
  const std::size_t colon = plain.find(':');
  if (colon == npos || colon == 0 || colon + 1 >= plain.size()) return;
  if (!std::all_of(plain.begin(), plain.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) return;
  sink.see(Sign::credential, at, "Basic authorization of \"" + masked(plain.substr(0, colon), 3) + "\"");
}

// https://user:password@host
void address_password(std::string_view text, std::size_t at, Sink& sink) {
  const std::string_view rest = text.substr(at + 3, 200);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\"'<> \t\r\n)\\`{}$,;"));
  const std::size_t sign = authority.rfind('@'), colon = authority.find(':');
  if (sign == npos || colon == npos || colon == 0 || colon + 1 >= sign || sign + 1 >= authority.size()) return;
  const std::string_view user = authority.substr(0, colon), password = authority.substr(colon + 1, sign - colon - 1);
  if (find_folded(user, "user") != npos || find_folded(password, "pass") != npos || password == "pw") return;
  sink.see(Sign::credential, at, "password of \"" + masked(user, 3) + "\" in an address");
}

// The quoted value behind a name: name="…", "name": "…", name = '…', <name>…</name>.
std::string_view value_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '"' || text[at] == '\'' || space(text[at]))) ++at;
  if (at >= text.size() || (text[at] != ':' && text[at] != '=' && text[at] != '>')) return {};
  const bool element = text[at] == '>';
  ++at;
  while (at < text.size() && space(text[at])) ++at;
  if (element) return text.substr(at, text.find('<', at) - at);
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return {};
  const std::size_t end = text.find(text[at], at + 1);
  return end == npos ? std::string_view() : text.substr(at + 1, end - at - 1);
}

bool placeholder(std::string_view value) {
  for (std::string_view word :
       {"your", "pass", "secret", "key", "user", "example", "xxx", "...", "***", "{{", "${", "@@"})
    if (value.find(word) != npos || (letter(word[0]) && find_folded(value, word) != npos)) return true;
  return value.size() < 4 || value.size() > 200 || value.find_first_of(" \n<>") != npos;
}

// A record store with its key: "endpoint" with a password or secret nearby, both written out.
bool record_store(std::string_view text, std::size_t at, Sink& sink) {
  const std::string_view address = value_behind(text.substr(0, std::min(text.size(), at + 400)), at + 8);
  if (!starts(address, "http://") && !starts(address, "https://")) return false;
  const std::size_t from = at > 300 ? at - 300 : 0;
  const std::string_view window = text.substr(from, 700);
  for (std::string_view name : {"password", "secret"}) {
    const std::size_t found = find_folded(window, name);
    if (found == npos || placeholder(value_behind(window, found + name.size()))) continue;
    sink.see(Sign::credential, from + found, std::string(name) + " of the record store " + host_of(address));
    break;
  }
  return true;
}

// C:\Users\maria\…, /home/maria/…: who made the course, and how the machine is set up.
void user_path(std::string_view start, std::string_view text, std::size_t at, Sink& sink) {
  const bool drive = at > 1 && text[at - 1] == ':' && letter(text[at - 2]);
  const char before = at > 0 ? text[at - 1] : ' ';
  const bool begins = !word_character(before) && before != '.' && before != '/' && before != '-' && before != ':';
  if (!drive && (!begins || start[0] == '\\')) return;
  const std::size_t name = at + start.size();
  std::size_t end = name;
  while (end < text.size() && end - name < 64 && (token_character(text[end]) || text[end] == '.' || (text[end] & 0x80)))
    ++end;
  const std::string_view user = text.substr(name, end - name);
  if (user.empty() || end >= text.size() || (text[end] != '/' && text[end] != '\\')) return;
  for (std::string_view common : {"public", "default", "shared", "user", "username", "runner", "node", "app"})
    if (same(user, common)) return;
  const std::size_t first = at - (drive ? 2 : 0);
  sink.see(Sign::user_path, first, std::string(text.substr(first, name - first)) + masked(user, 1));
}

// A table whose head names e-mail addresses and whose rows have them.
void learner_table(std::string_view name, std::string_view text, Sink& sink) {
  const std::string extension = extension_of(name);
  if (extension != "csv" && extension != "tsv") return;
  const std::string_view head = text.substr(0, text.find('\n'));
  if (find_folded(head, "email") == npos && find_folded(head, "e-mail") == npos && find_folded(head, "mail") == npos)
    return;
  std::size_t rows = 0;
  for (std::size_t at = head.size() + 1; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = text.substr(at, end - at);
    const std::size_t sign = row.find('@');
    if (sign != npos && sign > 0 && row.find('.', sign) != npos && find(row, "@example.") == npos) ++rows;
    at = end + 1;
  }
  if (rows > 0) sink.see(Sign::learner_data, "rows with e-mail addresses: " + std::to_string(rows));
}

// A signed badge or statement whose signature proves nothing: "alg": "none".
void unsigned_token(std::string_view text, std::size_t at, Sink& sink) {
  if (at > 0 && base64_character(text[at - 1])) return;
  std::size_t end = at;
  while (end < text.size() && end - at < 1'000 && base64_character(text[end])) ++end;
  if (end >= text.size() || text[end] != '.') return;
  std::string header = unbase64(text.substr(at, end - at));
  std::erase_if(header, space);
  if (find_folded(header, "alg\":\"none\"") != npos) sink.see(Sign::unsigned_token, at, "alg none");
}

enum Anchor : std::size_t {
  begin_key = tokens.size(),
  basic,
  address,
  endpoint,
  endpoint_capital,
  windows,
  mac,
  home,
  token
};

const auto& anchors() {
  static const auto made = [] {
    std::array<std::string_view, Anchor::token + 1> words{};
    for (std::size_t i = 0; i < tokens.size(); ++i) words[i] = tokens[i].start;
    words[begin_key] = "-----BEGIN ";
    words[basic] = "Basic ";
    words[address] = "://";
    words[endpoint] = "endpoint";
    words[endpoint_capital] = "Endpoint";
    words[windows] = "\\Users\\";
    words[mac] = "/Users/";
    words[home] = "/home/";
    words[token] = "eyJ";
    return Anchors(words);
  }();
  return made;
}

}  // namespace

void scan_secrets(std::string_view name, std::string_view text, Sink& sink) {
  std::uint32_t stores = 0;
  constexpr std::uint32_t most_stores = 50;  // each looks at some hundred characters around it
  anchors().each(text, [&](std::size_t word, std::size_t at) {
    switch (word) {
      case begin_key: return key(text, at, sink);
      case basic: return basic_authorization(text, at, sink);
      case address: return address_password(text, at, sink);
      case endpoint:
      case endpoint_capital:
        if (stores < most_stores && record_store(text, at, sink)) ++stores;
        return;
      case windows: return user_path("\\Users\\", text, at, sink);
      case mac: return user_path("/Users/", text, at, sink);
      case home: return user_path("/home/", text, at, sink);
      case token: return unsigned_token(text, at, sink);
      default: return known_token(tokens[word], text, at, sink);
    }
  });
  learner_table(name, text, sink);
}

void scan_json(std::string_view text, Sink& sink) {
  static const Anchors marks(std::array<std::string_view, 8>{
      "<script", "<SCRIPT", "javascript:", "Javascript:", "JavaScript:", "onerror=", "onload=", "onmouseover="});
  std::size_t looked = 0;   // up to here
  std::size_t bracket = 0;  // the last one before
  bool inside = false;      // a tag
  marks.each(text, [&](std::size_t word, std::size_t at) {
    constexpr std::string_view shown[] = {
        "<script", "<script", "javascript:", "javascript:", "javascript:", "onerror=", "onload=", "onmouseover="};
    // An event attribute counts inside a tag only.
    for (; looked < at; ++looked)
      if (text[looked] == '<' || text[looked] == '>') inside = text[looked] == '<', bracket = looked;
    if (word > 4 && (!inside || at - bracket > 300)) return;
    sink.see(Sign::script_in_json, at, shown[word]);
  });
}

}  // namespace assay::contents
