// Names that are not what they look like. What is found here is harmless to assay, which never unpacks; it is found by
// doing what careless readers do: undoing an encoding once more than they should.
#include <assay/entry_names.hpp>

#include <algorithm>
#include <array>
#include <string>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::uint16_t flag_utf8 = 0x0800;

bool climbs(std::string_view name) {
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

unsigned byte(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

// Length of an overlong sequence that starts here; 0 when there is none.
std::size_t overlong_at(std::string_view text, std::size_t at) {
  const auto goes_on = [&](std::size_t k) { return (byte(text, at + k) & 0xC0) == 0x80; };
  const unsigned lead = byte(text, at), second = byte(text, at + 1);
  if ((lead == 0xC0 || lead == 0xC1) && goes_on(1)) return 2;
  if (lead == 0xE0 && second >= 0x80 && second < 0xA0 && goes_on(2)) return 3;
  return lead == 0xF0 && second >= 0x80 && second < 0x90 && goes_on(2) && goes_on(3) ? 4 : 0;
}

bool has_overlong(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (overlong_at(text, at)) return true;
  return false;
}

// What a reader makes of the name that takes such sequences for the letters they stand for.
std::string overlong_undone(std::string_view text) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = overlong_at(text, at);
    if (length == 0) {
      made += text[at++];
      continue;
    }
    unsigned letter = 0;
    for (std::size_t k = 1; k < length; ++k) letter = letter << 6 | (byte(text, at + k) & 0x3F);
    if (length == 2) letter |= (byte(text, at) & 1) << 6;
    made += letter < 0x80 ? static_cast<char>(letter) : '?';
    at += length;
  }
  return made;
}

// Dots and slashes as wide as ideographs, and dots that programs fold to the plain one.
std::string wide_undone(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> wide = {
      {{"\uFF0E", "."}, {"\u2024", "."}, {"\u2025", ".."}, {"\uFF0F", "/"}, {"\uFF3C", "\\"}}};
  std::string made;
  for (std::size_t at = 0; at < name.size();) {
    const auto* found = std::find_if(wide.begin(), wide.end(),
                                     [&](const auto& pair) { return name.substr(at).starts_with(pair.first); });
    made += found == wide.end() ? name.substr(at, 1) : found->second;
    at += found == wide.end() ? 1 : found->first.size();
  }
  return made;
}

struct Trick {
  std::string_view cause;
  std::string meant;
};

std::optional<Trick> climbing(const Entry& entry) {
  if (climbs(entry.name)) return std::nullopt;  // in plain sight
  if (entry.name.find('%') != std::string_view::npos) {
    std::string decoded;
    text::percent_undone(entry.name, decoded);
    decoded = overlong_undone(decoded);
    if (climbs(decoded)) return Trick{"percent", std::move(decoded)};
  }
  if (text::is_ascii(entry.name)) return std::nullopt;
  std::string plain = wide_undone(entry.name);
  if (climbs(plain)) return Trick{"wide", std::move(plain)};
  return std::nullopt;
}

// In an old encoding such bytes are letters ("C0 AE" is one of GBK), unless they make a step "..".
bool overlong(const Entry& entry) {
  if (entry.flags & flag_utf8) return has_overlong(entry.raw_name);
  return entry.name_encoding == NameEncoding::undeclared && has_overlong(entry.raw_name) &&
         climbs(overlong_undone(entry.raw_name));
}

// Endings that servers or computers run. "com" is left out: it is a word in Cyrillic letters.
constexpr std::array endings = {"php",  "php3", "php4", "php5", "php7", "phtml", "phar", "asp",
                                "aspx", "jsp",  "jspx", "cgi",  "exe",  "scr",   "bat",  "cmd",
                                "pif",  "hta",  "jar",  "lnk",  "msi",  "ps1",   "vbs",  "htaccess"};

std::optional<Trick> ending(const Entry& entry) {
  constexpr std::size_t most = 40;
  std::string_view name = entry.path;
  if (entry.directory || text::is_ascii(name)) return std::nullopt;
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  if (name.size() > most) name.remove_prefix(name.size() - most);
  while (!name.empty() && (byte(name, 0) & 0xC0) == 0x80) name.remove_prefix(1);
  if (!text::is_valid_utf8(name)) return std::nullopt;
  // Spelt in plain letters it is what it says, and other rules speak of it.
  if (const std::size_t plain = name.rfind('.'); plain != std::string_view::npos && text::is_ascii(name.substr(plain)))
    return std::nullopt;
  const std::string seen = text::skeleton(name);
  const std::size_t dot = seen.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string last = seen.substr(dot + 1);
  if (std::find(endings.begin(), endings.end(), last) == endings.end()) return std::nullopt;
  return Trick{"", "." + last};
}

std::optional<Trick> trick_of(const Entry& entry, NameTrick kind) {
  switch (kind) {
    case NameTrick::climbs: return climbing(entry);
    case NameTrick::overlong: return overlong(entry) ? std::optional(Trick{}) : std::nullopt;
    case NameTrick::broken:
      if (entry.flags & flag_utf8 && !text::is_valid_utf8(entry.raw_name) && !overlong(entry)) return Trick{};
      return std::nullopt;
    case NameTrick::ending: return ending(entry);
  }
  return std::nullopt;
}

}  // namespace

void report_name_trick(const Package& package, Reporter& report, NameTrick kind) {
  for (const Entry& entry : package.entries()) {
    report.judged();
    if (const auto trick = trick_of(entry, kind)) {
      const Argument arguments[] = {{"name", entry.name}, {"meant", trick->meant}};
      report.report_arguments(trick->cause, Place::of_file(entry.name), arguments);
    }
  }
}

void report_name_trick_once(const Package& package, Reporter& report, NameTrick kind) {
  std::uint64_t count = 0;
  std::string_view first;
  for (const Entry& entry : package.entries()) {
    report.judged();
    if (trick_of(entry, kind) && count++ == 0) first = entry.name;
  }
  if (count == 0) return;
  report.report(count > 1 ? Place() : Place::of_file(first), {{"count", std::to_string(count)}, {"name", first}});
}

bool is_rival_manifest(const Package& package, std::uint32_t entry) {
  const PackageData& data = package.data();
  if (data.recognised.documents.empty() || data.archive.kind() != archive::Kind::zip) return false;
  const std::uint32_t manifest = data.recognised.documents[0].entry;
  if (entry == manifest || package.entries()[entry].directory) return false;
  const std::string_view path = package.entries()[entry].path, wanted = package.entries()[manifest].path;
  return path == wanted || (path.size() <= 3 * wanted.size() && text::folded(path) == text::folded(wanted));
}

void report_rival_manifests(const Package& package, Reporter& report) {
  const PackageData& data = package.data();
  if (data.recognised.documents.empty()) return;
  const std::string_view manifest = package.entries()[data.recognised.documents[0].entry].name;
  for (std::uint32_t i = 0; i < package.entries().size(); ++i) {
    report.judged();
    const std::string_view name = package.entries()[i].name;
    if (is_rival_manifest(package, i)) report.report(Place::of_file(name), {{"name", name}, {"other", manifest}});
  }
}

}  // namespace assay
