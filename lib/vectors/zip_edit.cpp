#include "vectors/zip_edit.hpp"

#include <algorithm>

#include "profile/store_data.hpp"
#include "text/unicode.hpp"

namespace assay::vectors {
namespace {

using Failure = std::optional<Problem>;
constexpr std::string_view change_keys = "entry local central both prepend append comment eocd order truncate flip";
constexpr std::int64_t anywhere = 1ll << 50;

// An entry by its name, or by its ordinal from 0.
Result<std::size_t> find_entry(JsonNode which, const Tokens& tokens, const std::vector<ZipEntry>& entries) {
  if (type(which) == JsonType::number) {
    const auto ordinal = read_integer(which, 0, static_cast<std::int64_t>(entries.size()) - 1);
    return ordinal ? Result<std::size_t>(static_cast<std::size_t>(*ordinal)) : ordinal.problem();
  }
  const auto name = read_text(which, tokens);
  if (!name) return name.problem();
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].name == *name) return i;
  return broken(which, "There is no entry \"" + text::visible(*name) + "\".");
}

// A number that fits the field: what is longer cannot be written, so it would be another lie than the one meant.
template <class Lies>
Failure set_number(JsonNode node, std::span<const LieField<Lies>> fields, Lies& lies) {
  for (const LieField<Lies>& field : fields) {
    if (field.name != key(node)) continue;
    const auto value = read_integer(node, 0, (1ll << (8 * field.bytes)) - 1);
    if (!value) return value.problem();
    lies.*field.field = static_cast<std::uint64_t>(*value);
    return std::nullopt;
  }
  return broken(node, "\"" + std::string(key(node)) + "\" is no field of this record.");
}

Failure set_header(JsonNode fields, const Tokens& tokens, HeaderLies& lies) {
  for (JsonNode field = first_child(fields); field; field = next_sibling(field)) {
    const std::string_view name = key(field);
    auto* text = name == "name"      ? &lies.name
                 : name == "extra"   ? &lies.extra
                 : name == "comment" ? &lies.comment
                                     : nullptr;
    if (!text) {
      if (auto problem = set_number(field, header_fields(), lies)) return problem;
      continue;
    }
    auto bytes = read_text(field, tokens);
    if (!bytes) return bytes.problem();
    if (bytes->size() > 0xFFFF) return broken(field, "More than 65,535 bytes cannot stand there.");
    *text = std::move(*bytes);
  }
  return std::nullopt;
}

Failure set_end(JsonNode fields, EndLies& lies) {
  for (JsonNode field = first_child(fields); field; field = next_sibling(field)) {
    if (key(field) == "omit") {
      lies.omit = boolean(field);
    } else if (auto problem = set_number(field, end_fields(), lies)) {
      return problem;
    }
  }
  return std::nullopt;
}

// Entries that are named come first, once for each time they are named; the rest follow as they were.
Failure reorder(JsonNode list, const Tokens& tokens, std::vector<ZipEntry>& entries) {
  std::vector<ZipEntry> ordered;
  std::vector<bool> taken(entries.size());
  for (JsonNode each = first_child(list); each; each = next_sibling(each)) {
    const auto index = find_entry(each, tokens, entries);
    if (!index) return index.problem();
    taken[*index] = true;
    ordered.push_back(entries[*index]);
  }
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!taken[i]) ordered.push_back(std::move(entries[i]));
  entries = std::move(ordered);
  return std::nullopt;
}

Failure add_flips(JsonNode node, std::vector<std::int64_t>& flips) {
  const bool list = type(node) == JsonType::array;
  for (JsonNode each = list ? first_child(node) : node; each; each = list ? next_sibling(each) : JsonNode{}) {
    const auto at = read_integer(each, -anywhere, anywhere);
    if (!at) return at.problem();
    flips.push_back(*at);
  }
  return std::nullopt;
}

Failure set_whole(JsonNode each, const Tokens& tokens, std::vector<ZipEntry>& entries, ZipLies& lies) {
  const std::string_view name = key(each);
  if (name == "eocd") return set_end(each, lies.end);
  if (name == "order") return reorder(each, tokens, entries);
  if (name == "flip") return add_flips(each, lies.flips);
  if (name == "truncate") {
    const auto size = read_integer(each, -anywhere, anywhere);
    if (!size) return size.problem();
    lies.truncate = *size;
    return std::nullopt;
  }
  if (name == "comment") {
    auto text = read_text(each, tokens);
    if (!text) return text.problem();
    if (text->size() > 0xFFFF) return broken(each, "A comment has at most 65,535 bytes.");
    lies.comment = std::move(*text);
    return std::nullopt;
  }
  auto bytes = read_blob(each, tokens);
  if (!bytes) return bytes.problem();
  (name == "prepend" ? lies.prepend : lies.append) = std::move(*bytes);
  return std::nullopt;
}

bool about_an_entry(std::string_view name) {
  return name == "entry" || name == "local" || name == "central" || name == "both";
}

}  // namespace

std::optional<Problem> edit_zip(JsonNode change, const Tokens& tokens, std::vector<ZipEntry>& entries, ZipLies& lies) {
  if (auto problem = only_keys(change, change_keys)) return problem;
  const JsonNode which = member(change, "entry");
  if (which) {
    const auto index = find_entry(which, tokens, entries);
    if (!index) return index.problem();
    ZipEntry& entry = entries[*index];
    for (const char* part : {"both", "local"})
      if (auto problem = set_header(member(change, part), tokens, entry.local)) return problem;
    for (const char* part : {"both", "central"})
      if (auto problem = set_header(member(change, part), tokens, entry.central)) return problem;
  }
  for (JsonNode each = first_child(change); each; each = next_sibling(each)) {
    if (about_an_entry(key(each))) {
      if (!which) return broken(each, "\"entry\" is missing: whose header is it?");
    } else if (auto problem = set_whole(each, tokens, entries, lies)) {
      return problem;
    }
  }
  return std::nullopt;
}

}  // namespace assay::vectors
