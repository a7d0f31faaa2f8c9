#include "archive/names.hpp"

#include <algorithm>

#include <zlib.h>

#include "archive/records.hpp"
#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace assay::archive {
namespace {

// Info-ZIP's Unicode path: a version, the CRC of the name that it stands for, the name in UTF-8. Another CRC means that
// a tool renamed the entry and left the field behind.
std::string_view unicode_path(std::string_view field, std::string_view raw) {
  if (field.size() < 6 || field[0] != 1) return {};
  const auto* bytes = reinterpret_cast<const Bytef*>(raw.data());
  const std::string_view path = field.substr(5);
  const bool same = crc32_z(0, bytes, raw.size()) == number32(field, 1);
  return same && text::is_valid_utf8(path) ? path : std::string_view();
}

// Shown as \xNN: the backslashes are ours and separate no folders.
void set_unreadable(Entry& entry, Texts& texts) {
  entry.name = entry.path = texts.emplace_back(text::visible(entry.raw_name));
  entry.directory = entry.raw_name.ends_with('/');
}

// As the package's names vote; one that does not fit the others: whatever reads it best alone. Empty when nothing does.
std::string decode_undeclared(std::string_view raw, const text::NameVote& vote, std::string_view& charset) {
  std::string name;
  charset = vote.charset;
  if (text::decode_name(raw, charset, name)) return name;
  charset = text::vote_on_names({&raw, 1}, {}).charset;
  if (!text::decode_name(raw, charset, name)) name.clear();
  return name;
}

void set_undeclared(Entry& entry, const text::NameVote& vote, Texts& texts) {
  entry.name_encoding = NameEncoding::undeclared;
  std::string name = decode_undeclared(entry.raw_name, vote, entry.charset);
  if (name.empty()) return set_unreadable(entry, texts);
  set_name(entry, texts.emplace_back(std::move(name)), texts);
}

}  // namespace

std::string read_name(std::string_view raw, const text::NameVote& vote) {
  if (text::is_valid_utf8(raw)) return std::string(raw);
  std::string_view charset;
  std::string name = decode_undeclared(raw, vote, charset);
  return name.empty() ? text::visible(raw) : name;
}

void set_name(Entry& entry, std::string_view name, Texts& texts) {
  entry.name = entry.path = name;
  if (name.find('\\') != std::string_view::npos) {
    std::string slashed(name);
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    entry.path = texts.emplace_back(std::move(slashed));
  }
  // Whoever unpacks a zip leaves out a slash in front; two are a network path.
  if (entry.path.starts_with('/') && !entry.path.starts_with("//")) entry.path.remove_prefix(1);
  entry.directory = entry.path.ends_with('/');
}

text::NameVote decode_names(std::vector<Entry>& entries, const UnicodePaths& unicode_paths,
                            const text::NameHints& hints, Texts& texts) {
  std::vector<std::uint32_t> undeclared;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    Entry& entry = entries[i];
    entry.name_encoding = NameEncoding::ascii;
    entry.charset = {};
    if (text::is_ascii(entry.raw_name)) {
      set_name(entry, entry.raw_name, texts);
    } else if (text::is_valid_utf8(entry.raw_name)) {
      entry.name_encoding = entry.flags & flag_utf8 ? NameEncoding::utf8 : NameEncoding::undeclared_utf8;
      set_name(entry, entry.raw_name, texts);
    } else if (entry.flags & flag_utf8) {
      entry.name_encoding = NameEncoding::utf8;
      set_unreadable(entry, texts);
    } else {
      undeclared.push_back(i);
    }
  }
  for (const auto& [index, field] : unicode_paths) {
    const std::string_view path = unicode_path(field, entries[index].raw_name);
    if (path.empty() || entries[index].flags & flag_utf8) continue;
    entries[index].name_encoding = NameEncoding::utf8;
    set_name(entries[index], texts.emplace_back(path), texts);
    std::erase(undeclared, index);
  }
  if (undeclared.empty()) return {};
  std::vector<std::string_view> names;
  for (const std::uint32_t i : undeclared) names.push_back(entries[i].raw_name);
  const text::NameVote vote = text::vote_on_names(names, hints);
  for (const std::uint32_t i : undeclared) set_undeclared(entries[i], vote, texts);
  return vote;
}

}  // namespace assay::archive
