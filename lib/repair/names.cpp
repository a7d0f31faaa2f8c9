// Wrapper folder, separators, encodings, and what file managers leave behind.
#include "repair/names.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <assay/course.hpp>

#include "archive/records.hpp"
#include "archive/write_records.hpp"
#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay::repair {
namespace {

constexpr std::size_t most_names = 20;  // of a note

void remember(Note& note, std::string_view name) {
  ++note.count;
  if (note.names.size() < most_names) note.names.emplace_back(name);
}

void keep(std::vector<Note>& notes, Note note) {
  if (note.count > 0) notes.push_back(std::move(note));
}

std::string_view last_step(std::string_view path) { return path.substr(path.rfind('/') + 1); }

template <class Wanted>
bool any_step(std::string_view path, Wanted wanted) {
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (wanted(path.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

/// How a name is read: surely, by a guess that is not good enough to be written down, or not at all.
enum class Reading : std::uint8_t { sure, doubtful, none };

Reading reading_of(const Entry& entry, const text::NameVote& vote) {
  constexpr double sure_enough = 0.6;
  std::string read;
  if (entry.name_encoding == NameEncoding::undeclared) {
    if (!text::decode_name(entry.raw_name, entry.charset, read)) return Reading::none;
    return vote.matched > 0 || vote.confidence >= sure_enough ? Reading::sure : Reading::doubtful;
  }
  const bool shown = !text::is_valid_utf8(entry.raw_name) && entry.name == text::visible(entry.raw_name);
  return shown ? Reading::none : Reading::sure;
}

// "utf-8", "gb18030" when the manifest proves it, "ibm437 (67 %)" otherwise.
std::string read_as(const Entry& entry, const text::NameVote& vote) {
  if (entry.charset.empty()) return "utf-8";
  const std::string charset(entry.charset);
  if (vote.matched > 0) return charset;
  return charset + " (" + std::to_string(static_cast<int>(vote.confidence * 100 + 0.5)) + " %)";
}

class Junk {
 public:
  explicit Junk(const Package& package) : package_(package) {
    for (const Reference& reference : references(package))
      if (!reference.entry.empty()) listed_.insert(reference.entry);
  }

  /// What Windows and macOS put beside files of their own accord.
  [[nodiscard]] bool is(std::uint32_t index) const {
    const std::string_view path = package_.entries()[index].path;
    if (any_step(path, [](std::string_view step) {
          return step == "__MACOSX" || step == ".Spotlight-V100" || step == ".Trashes" || step == ".fseventsd";
        }))
      return true;
    const std::string_view name = last_step(path);
    if (name == ".DS_Store") return true;
    const std::string folded = text::folded(name);
    if (folded == "thumbs.db" || folded == "ehthumbs.db" || folded == "desktop.ini") return true;
    return name.starts_with("._");  // what macOS knows of the file without these two characters
  }
  /// A file that the course itself names is part of it, whatever it is called.
  [[nodiscard]] bool listed(std::uint32_t index) const {
    const Entry& entry = package_.entries()[index];
    return listed_.contains(entry.path) || listed_.contains(entry.name);
  }

 private:
  const Package& package_;
  std::unordered_set<std::string_view> listed_;
};

// Formats that are looked for at the root only have their folder by the file that starts them.
std::string folder_of_course(const Package& package) {
  if (const std::string_view root = package_root(package); !root.empty()) return std::string(root);
  std::string_view best;
  bool found = false;
  for (const Entry& entry : package.entries()) {
    const std::string_view name = last_step(entry.path);
    const bool course = package.format().id == "aicc" ? text::folded(name).ends_with(".crs")
                        : package.format().id.empty() ? name == "h5p.json"
                                                      : false;
    if (entry.directory || !course) continue;
    const std::string_view folder = entry.path.substr(0, entry.path.size() - name.size());
    if (!found || folder.size() < best.size()) best = folder;
    found = true;
  }
  return std::string(best);
}

void leave_out(const Package& package, Plan& plan) {
  const Junk junk(package);
  Note left_behind{"junk"}, folders{"folder-records"}, listed{"listed-junk"};
  for (Item& item : plan.items) {
    const Entry& entry = package.entries()[item.entry];
    const bool is_junk = junk.is(item.entry);
    if (is_junk && junk.listed(item.entry)) {
      remember(listed, entry.name);
    } else if (entry.directory && entry.size == 0) {
      item.left_out = "folder-records";
      remember(folders, entry.name);
    } else if (is_junk) {
      item.left_out = "junk";
      remember(left_behind, entry.name);
    }
  }
  keep(plan.done, std::move(left_behind));
  keep(plan.done, std::move(folders));
  keep(plan.left, std::move(listed));
}

void take_off_folder(const Package& package, Plan& plan) {
  const std::string folder = folder_of_course(package);
  if (folder.empty()) return;
  Note inside{"wrapper-folder", 0, folder}, outside{"files-beside-folder", 0, folder};
  for (const Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    const Entry& entry = package.entries()[item.entry];
    const bool below = entry.path.starts_with(folder) && item.name.starts_with(folder);
    remember(below ? inside : outside, entry.name);
  }
  if (outside.count > 0) return keep(plan.left, std::move(outside));
  for (Item& item : plan.items)
    if (item.left_out.empty()) item.name.erase(0, folder.size());
  keep(plan.done, std::move(inside));
}

void declare_names(const Package& package, Plan& plan) {
  Note separators{"separators"}, names{"names"}, unread{"unreadable-names"}, doubtful{"doubtful-names"};
  std::set<std::string> charsets;
  const bool zip = package.kind() == "zip";
  const text::NameVote vote = zip ? package.data().archive.name_vote() : text::NameVote();
  for (Item& item : plan.items) {
    const Entry& entry = package.entries()[item.entry];
    const Reading reading = reading_of(entry, vote);
    item.name = reading == Reading::sure ? entry.path : entry.raw_name;
    item.flags = reading == Reading::sure ? archive::name_flags(item.name) : entry.flags & archive::flag_utf8;
    if (!item.left_out.empty()) continue;
    if (reading != Reading::sure) {
      remember(reading == Reading::none ? unread : doubtful, entry.name);
      if (reading == Reading::doubtful) doubtful.detail = entry.charset;
      continue;
    }
    if (entry.name != entry.path) remember(separators, entry.name);
    if (!zip || item.flags == 0 || entry.flags & archive::flag_utf8) continue;
    remember(names, entry.name);
    charsets.insert(read_as(entry, vote));
  }
  for (const std::string& charset : charsets) names.detail += (names.detail.empty() ? "" : ", ") + charset;
  keep(plan.done, std::move(separators));
  keep(plan.done, std::move(names));
  keep(plan.left, std::move(doubtful));
  keep(plan.left, std::move(unread));
}

bool leads_out(std::string_view name) {
  const bool drive =
      name.size() > 1 && name[1] == ':' && ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z'));
  return name.empty() || name.front() == '/' || drive || name.find('\0') != std::string_view::npos ||
         any_step(name, [](std::string_view step) { return step == ".."; });
}

}  // namespace

void plan_names(const Package& package, Plan& plan) {
  plan.items.reserve(package.entries().size());
  for (std::uint32_t i = 0; i < package.entries().size(); ++i) {
    Item& item = plan.items.emplace_back();
    item.entry = i;
    item.old_name = package.entries()[i].name;
  }
  leave_out(package, plan);
  declare_names(package, plan);
  take_off_folder(package, plan);
}

void refuse_names(const Package& package, Plan& plan) {
  std::unordered_set<std::string_view> files;
  std::unordered_map<std::string, std::string_view> folded;
  for (const Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    const Entry& entry = package.entries()[item.entry];
    const std::string shown(entry.name);
    if (leads_out(item.name)) plan.refusals.push_back({.what = "name-leads-out", .name = shown});
    if (entry.directory) plan.refusals.push_back({.what = "folder-with-content", .name = shown});
    if (!files.insert(item.name).second) continue;  // told by who compares the bytes
    const bool readable = text::is_valid_utf8(item.name);
    const auto [other, fresh] = folded.try_emplace(text::folded(readable ? item.name : shown), entry.name);
    if (!fresh) plan.refusals.push_back({.what = "names-alike", .name = shown, .other = std::string(other->second)});
  }
  for (const Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    const std::string_view name = item.name;
    for (std::size_t slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1))
      if (files.contains(name.substr(0, slash))) {
        plan.refusals.push_back({.what = "file-and-folder",
                                 .name = std::string(name.substr(0, slash)),
                                 .other = std::string(package.entries()[item.entry].name)});
        break;
      }
  }
}

}  // namespace assay::repair
