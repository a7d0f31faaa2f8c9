#include "vectors/text_value.hpp"

#include <cmath>

#include "profile/store_data.hpp"
#include "text/encode.hpp"
#include "text/message_format.hpp"
#include "vectors/zip_writer.hpp"

namespace assay::vectors {
namespace {

constexpr std::uint64_t most_repeated = 256ull << 20;
constexpr std::int64_t most_zeros = 1ll << 40;

std::optional<std::string> unhex(std::string_view text) {
  std::string out;
  int high = -1;
  for (const char c : text) {
    if (c == ' ') continue;
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    if (high >= 0) out.push_back(static_cast<char>(high * 16 + digit));
    high = high >= 0 ? -1 : digit;
  }
  return high < 0 ? std::optional(out) : std::nullopt;
}

std::optional<std::string> unbase64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  if (text.size() % 4 != 0) return std::nullopt;
  while (text.ends_with('=')) text.remove_suffix(1);
  for (const char c : text) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    if ((count += 6) >= 8) out.push_back(static_cast<char>(bits >> (count -= 8) & 0xFF));
  }
  return out;
}

Result<Blob> plain(JsonNode node, const Tokens& tokens) {
  std::string unknown;
  std::string text = with_tokens(content(node), tokens, &unknown);
  if (!unknown.empty())
    return broken(node, "Nothing stands for the token " + text::quoted(unknown) + " here.", "Add it to versions.json.");
  return Blob(std::move(text));
}

Result<Blob> encoded(JsonNode node, const Tokens& tokens) {
  if (auto problem = only_keys(node, "text encoding")) return *problem;
  const JsonNode encoding = member(node, "encoding");
  auto text = read_text(member(node, "text") ? member(node, "text") : node, tokens);
  if (!text) return text.problem();
  auto bytes = text::encode(*text, std::string(content(encoding)));
  if (!bytes) return not_in_encoding(encoding);
  return Blob(std::move(*bytes));
}

Result<Blob> repeated(JsonNode node, const Tokens& tokens) {
  if (auto problem = only_keys(node, "repeat times")) return *problem;
  auto once = read_text(member(node, "repeat"), tokens);
  if (!once) return once.problem();
  const auto times = read_integer(member(node, "times") ? member(node, "times") : node, 0, 1ll << 30);
  if (!times) return times.problem();
  if (once->size() * static_cast<std::uint64_t>(*times) > most_repeated) return larger_than(node, most_repeated);
  std::string out;
  out.reserve(once->size() * static_cast<std::uint64_t>(*times));
  for (std::int64_t i = 0; i < *times; ++i) out += *once;
  return Blob(std::move(out));
}

Result<Blob> joined(JsonNode parts, const Tokens& tokens) {
  Blob out;
  for (JsonNode part = first_child(parts); part; part = next_sibling(part)) {
    const auto one = read_blob(part, tokens);
    if (!one) return one;
    out.append(*one);
  }
  return out;
}

// A zip of its own: stored files by name.
Result<Blob> zipped(JsonNode files, const Tokens& tokens) {
  std::vector<ZipEntry> entries;
  for (JsonNode file = first_child(files); file; file = next_sibling(file)) {
    auto content = read_blob(file, tokens);
    if (!content) return content;
    entries.push_back({std::string(key(file)), std::move(*content)});
  }
  return write_zip(entries, {});
}

}  // namespace

Problem broken(JsonNode node, std::string message, std::string advice) {
  return json::problem_at(node, "bad-vector", std::move(message), std::move(advice));
}

Problem larger_than(JsonNode node, std::uint64_t most) {
  return broken(node, "This is larger than " + text::size_in_words(most) + ".");
}

Problem not_in_encoding(JsonNode encoding) {
  return broken(encoding, "This cannot be written in the encoding " + text::quoted(content(encoding)) + ".");
}

std::string with_tokens(std::string_view text, const Tokens& tokens, std::string* unknown) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    if (open == std::string_view::npos) return out.append(text.substr(at));
    out.append(text.substr(at, open - at));
    const std::size_t close = text.find_first_of("{}", open + 1);
    const bool token = close != std::string_view::npos && text[close] == '}';
    const std::string_view name = token ? text.substr(open + 1, close - open - 1) : std::string_view();
    if (const auto found = tokens.find(name); token && found != tokens.end()) {
      out += found->second;
      at = close + 1;
      continue;
    }
    if (unknown && token && name.starts_with("ns:")) *unknown = name;
    out.push_back('{');
    at = open + 1;
  }
  return out;
}

Result<Blob> read_blob(JsonNode node, const Tokens& tokens) {
  if (type(node) == JsonType::string) return plain(node, tokens);
  if (const JsonNode hex = member(node, "hex")) {
    if (auto problem = only_keys(node, "hex")) return *problem;
    auto bytes = unhex(content(hex));
    return bytes ? Result<Blob>(Blob(std::move(*bytes))) : broken(hex, "These are no pairs of hexadecimal digits.");
  }
  if (const JsonNode coded = member(node, "base64")) {
    if (auto problem = only_keys(node, "base64")) return *problem;
    auto bytes = unbase64(content(coded));
    return bytes ? Result<Blob>(Blob(std::move(*bytes))) : broken(coded, "This is not base64.");
  }
  if (member(node, "encoding")) return encoded(node, tokens);
  if (member(node, "repeat")) return repeated(node, tokens);
  if (const JsonNode zeros = member(node, "zeros")) {
    if (auto problem = only_keys(node, "zeros")) return *problem;
    const auto count = read_integer(zeros, 0, most_zeros);
    if (!count) return count.problem();
    Blob out;
    out.append_zeros(static_cast<std::uint64_t>(*count));
    return out;
  }
  if (const JsonNode parts = member(node, "concat")) {
    if (auto problem = only_keys(node, "concat")) return *problem;
    return joined(parts, tokens);
  }
  if (const JsonNode content = member(node, "deflate")) {
    if (auto problem = only_keys(node, "deflate")) return *problem;
    const auto plain = read_blob(content, tokens);
    return plain ? Result<Blob>(Blob(plain->deflated())) : plain;
  }
  if (const JsonNode files = member(node, "zip")) {
    if (auto problem = only_keys(node, "zip")) return *problem;
    return zipped(files, tokens);
  }
  return broken(node, "This is no text.",
                "Write \"…\", or an object with one of hex, base64, text, repeat, zeros, concat, deflate, zip.");
}

Result<std::string> read_text(JsonNode node, const Tokens& tokens) {
  const auto blob = read_blob(node, tokens);
  if (!blob) return blob.problem();
  if (!blob->flat()) return larger_than(node, Blob::hole_from);
  return *blob->flat();
}

Result<std::int64_t> read_integer(JsonNode node, std::int64_t low, std::int64_t high) {
  const double value = number(node);
  if (type(node) != JsonType::number || value != std::floor(value) || value < static_cast<double>(low) ||
      value > static_cast<double>(high))
    return json::has_to_be(node, "bad-vector",
                           "a whole number from " + std::to_string(low) + " to " + std::to_string(high),
                           "Write it without quotes.");
  return static_cast<std::int64_t>(value);
}

}  // namespace assay::vectors
