#include "vectors/zip_edit.hpp"

#include <algorithm>

#include "profile/store_data.hpp"
#include "text/unicode.hpp"

namespace assay::vectors {
namespace {

using Failure = std::optional<Problem>;
constexpr std::string_view change_keys =
    "entry local central both before packed descriptor zip64 prepend append relative comment eocd order truncate flip";
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
  return broken(which, "There is no entry " + text::quoted(*name) + ".");
}

// A number that fits the field: what is longer cannot be written, so it would be another lie than the one meant.
template <class Lies>
Failure set_number(JsonNode node, std::span<const LieField<Lies>> fields, Lies& lies) {
  for (const LieField<Lies>& field : fields) {
    if (field.name != key(node)) continue;
    const auto value = read_integer(node, 0, field.bytes < 8 ? (1ll << (8 * field.bytes)) - 1 : anywhere);
    if (!value) return value.problem();
    lies.*field.field = static_cast<std::uint64_t>(*value);
    return std::nullopt;
  }
  return broken(node, text::quoted(key(node)) + " is not known here.");
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
    if (bytes->size() > 0xFFFF) return larger_than(field, 0xFFFF);
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

Failure set_wide_end(JsonNode fields, WideEndLies& lies) {
  lies.asked = true;
  for (JsonNode field = first_child(fields); field; field = next_sibling(field)) {
    if (key(field) == "omit") {
      lies.omit = boolean(field);
    } else if (auto problem = set_number(field, wide_end_fields(), lies)) {
      return problem;
    }
  }
  return std::nullopt;
}

Failure set_descriptor(JsonNode fields, std::optional<Descriptor>& made) {
  made.emplace();
  for (JsonNode field = first_child(fields); field; field = next_sibling(field)) {
    if (key(field) == "signature") {
      made->signature = boolean(field);
    } else if (key(field) == "wide") {
      made->wide = boolean(field);
    } else if (auto problem = set_number(field, descriptor_fields(), *made)) {
      return problem;
    }
  }
  return std::nullopt;
}

// What surrounds the bytes of an entry, and these bytes themselves.
Failure set_entry(JsonNode each, const Tokens& tokens, ZipEntry& entry) {
  const std::string_view name = key(each);
  if (name == "descriptor") return set_descriptor(each, entry.descriptor);
  if (name == "zip64") {
    entry.zip64 = boolean(each);
    return std::nullopt;
  }
  auto bytes = read_blob(each, tokens);
  if (!bytes) return bytes.problem();
  if (name == "before")
    entry.before = std::move(*bytes);
  else
    entry.packed = std::move(*bytes);
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
  if (name == "zip64") return set_wide_end(each, lies.wide_end);
  if (name == "relative") {
    lies.relative = boolean(each);
    return std::nullopt;
  }
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
    if (text->size() > 0xFFFF) return larger_than(each, 0xFFFF);
    lies.comment = std::move(*text);
    return std::nullopt;
  }
  auto bytes = read_blob(each, tokens);
  if (!bytes) return bytes.problem();
  (name == "prepend" ? lies.prepend : lies.append) = std::move(*bytes);
  return std::nullopt;
}

bool is_header(std::string_view name) { return name == "local" || name == "central" || name == "both"; }
bool is_around(std::string_view name) { return name == "before" || name == "packed" || name == "descriptor"; }

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
    const std::string_view name = key(each);
    if (name == "entry") continue;
    if (is_header(name) || is_around(name) || (name == "zip64" && which)) {
      if (!which) return json::missing(each, "bad-vector", "entry");
      if (is_header(name)) continue;
      const auto index = find_entry(which, tokens, entries);  // "order" may have moved it
      if (!index) return index.problem();
      if (auto problem = set_entry(each, tokens, entries[*index])) return problem;
    } else if (auto problem = set_whole(each, tokens, entries, lies)) {
      return problem;
    }
  }
  return std::nullopt;
}

}  // namespace assay::vectors
