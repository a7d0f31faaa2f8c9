#include "archive/directory_of_zip.hpp"

#include <algorithm>

#include "archive/end_of_zip.hpp"
#include "archive/records.hpp"
#include "limits.hpp"

namespace assay::archive {
namespace {

Problem damaged(const std::string& path, std::string message) {
  return {ProblemKind::unreadable, "damaged-zip", std::move(message),
          "Export or zip the package again; it was changed or cut on its way.", path};
}

std::string_view cause_of(Zip64Trouble trouble) {
  return trouble == Zip64Trouble::twice ? "twice" : trouble == Zip64Trouble::missing ? "too-short" : "other-values";
}

class Walker {
 public:
  Walker(const std::string& path, const Limits& limits, const End& end, std::string_view table)
      : path_(path), limits_(limits), end_(end), table_(table) {
    made_.start = end.start;
    made_.defects = end.defects;
    made_.entries.reserve(std::min({end.entries, table.size() / central_size + 1, limits.entries}));
  }

  Result<ZipDirectory> walk() {
    while (made_.entries.size() < end_.entries) {
      if (!header_here())
        return damaged(path_, "The table of contents of the zip is damaged at entry " +
                                  std::to_string(made_.entries.size() + 1) + " of " + std::to_string(end_.entries) +
                                  ".");
      if (auto problem = entry()) return *problem;
    }
    if (end_.entries == 0) {
      if (header_here()) return damaged(path_, "The zip says that it is empty, but its table of contents is not.");
      return Problem{ProblemKind::unreadable, "empty-zip", "The zip is empty.", "Export the package again.", path_};
    }
    // Old writers count to 65,535 and start again. Other readers go on to the end of the table.
    if (header_here())
      made_.defects.push_back(
          {ContainerDefect::uncounted_entries, none, {}, {{"count", std::to_string(end_.entries)}}});
    return std::move(made_);
  }

 private:
  [[nodiscard]] bool header_here() const {
    return at_ + central_size <= table_.size() && number32(table_, at_) == central_signature;
  }

  std::optional<Problem> entry() {
    if (made_.entries.size() >= limits_.entries)
      return over_limit(limits_, &Limits::entries, "The zip has too many entries", path_);
    const std::size_t name_size = number16(table_, at_ + 28), extra_size = number16(table_, at_ + 30);
    const std::size_t comment_size = number16(table_, at_ + 32);
    if (name_size + extra_size + comment_size > table_.size() - at_ - central_size)
      return damaged(path_, "An entry of the zip claims more bytes than its table of contents has.");
    const std::uint16_t disk = number16(table_, at_ + 34);
    if (disk != 0 && disk != full16)
      return Problem{ProblemKind::unreadable, "split-zip",
                     "This is one part of a zip that was split into several files.",
                     "Join the parts, or zip the package again in one file.", path_};
    const auto index = static_cast<std::uint32_t>(made_.entries.size());
    Entry& made = made_.entries.emplace_back();
    made.host = static_cast<std::uint8_t>(table_[at_ + 5]);
    made.flags = number16(table_, at_ + 8);
    made.method = number16(table_, at_ + 10);
    made.modified = number32(table_, at_ + 12);
    made.crc = number32(table_, at_ + 16);
    made.compressed = number32(table_, at_ + 20);
    made.size = number32(table_, at_ + 24);
    made.external_attributes = number32(table_, at_ + 38);
    made.offset = number32(table_, at_ + 42);
    made.raw_name = table_.substr(at_ + central_size, name_size);
    extra(made, index, table_.substr(at_ + central_size + name_size, extra_size));
    place(made, index);
    name_limits(made);
    at_ += central_size + name_size + extra_size + comment_size;
    return std::nullopt;
  }

  void extra(Entry& made, std::uint32_t index, std::string_view field) {
    if (field.empty()) return;
    ExtraBlocks blocks(field);
    while (const auto block = blocks.next())
      if (block->id == 0x7075) made_.unicode_paths.emplace_back(index, block->content);
    if (blocks.broken()) made_.defects.push_back({ContainerDefect::broken_extra_field, index, "table"});
    const Zip64Trouble trouble = read_zip64(field, {&made.size, &made.compressed, &made.offset});
    if (trouble != Zip64Trouble::none)
      made_.defects.push_back({ContainerDefect::zip64_contradiction, index, cause_of(trouble)});
  }

  // Entries stand in front of the table.
  void place(Entry& made, std::uint32_t index) {
    const bool overflows = made.offset > ~0ull - end_.shift;
    if (!overflows) made.offset += end_.shift;
    if (overflows || made.offset + local_size > end_.start || made.offset + local_size < made.offset) {
      made_.defects.push_back({ContainerDefect::entry_outside_file, index, "beginning"});
      made.offset = ~0ull;
    }
  }

  void name_limits(const Entry& made) {
    const auto depth = static_cast<std::uint64_t>(
        std::count_if(made.raw_name.begin(), made.raw_name.end(), [](char c) { return c == '/' || c == '\\'; }));
    if (made.raw_name.size() > limits_.name_bytes && !long_seen_) {
      long_seen_ = true;
      made_.problems.push_back(over_limit(limits_, &Limits::name_bytes,
                                          "An entry name has " + std::to_string(made.raw_name.size()) + " bytes", path_,
                                          shorten_names));
    }
    if (depth > limits_.name_depth && !deep_seen_) {
      deep_seen_ = true;
      made_.problems.push_back(over_limit(limits_, &Limits::name_depth,
                                          "An entry lies in " + std::to_string(depth) + " folders inside one another",
                                          path_, fewer_folders));
    }
  }

  const std::string& path_;
  const Limits& limits_;
  const End& end_;
  std::string_view table_;
  std::size_t at_ = 0;
  bool long_seen_ = false, deep_seen_ = false;
  ZipDirectory made_;
};

// Bytes that belong to nothing, around the table and behind the zip: each range may hold an end record of its own.
void look_around(const Bytes& bytes, const End& end, ZipDirectory& made) {
  const auto told = [&made](ContainerDefect what) {
    return std::any_of(made.defects.begin(), made.defects.end(), [&](const Defect& each) { return each.what == what; });
  };
  const auto foreign = [&made](std::string_view cause, std::uint64_t size) {
    made.defects.push_back({ContainerDefect::foreign_data, none, cause, {{"bytes", std::to_string(size)}}});
  };
  const std::uint64_t table_end = end.start + end.size;
  const bool second = holds_end(bytes, table_end, end.records) ||
                      holds_end(bytes, end.position + end_size, end.behind) ||
                      holds_end(bytes, end.behind, bytes.size());
  if (second && !told(ContainerDefect::second_directory)) made.defects.push_back({ContainerDefect::second_directory});
  if (table_end < end.records) foreign("behind-table", end.records - table_end);
  if (end.behind < bytes.size()) foreign("behind", bytes.size() - end.behind);
}

}  // namespace

bool looks_like_zip(std::string_view first_bytes) {
  return first_bytes.starts_with(std::string_view("PK\3\4", 4)) ||
         first_bytes.starts_with(std::string_view("PK\5\6", 4)) ||
         first_bytes.starts_with(std::string_view("PK\7\x8", 4));
}

Result<ZipDirectory> read_central_directory(const Bytes& bytes, const std::string& path, const Limits& limits) {
  const auto end = find_end(bytes, path);
  if (!end) return end.problem();
  if (end->size > limits.directory_bytes)
    return over_limit(limits, &Limits::directory_bytes,
                      "The table of contents of the zip has " + std::to_string(end->size) + " bytes", path);
  auto table = std::make_unique<std::string>();
  if (!bytes.read(end->start, end->size, *table))
    return damaged(path, "The table of contents of the zip points outside the file.");
  auto made = Walker(path, limits, *end, *table).walk();
  if (!made) return made;
  look_around(bytes, *end, *made);
  made->table = std::move(table);
  return made;
}

}  // namespace assay::archive
