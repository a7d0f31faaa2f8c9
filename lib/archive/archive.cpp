#include "archive/archive.hpp"

#include <mutex>

#include <sys/stat.h>
#include <zlib.h>

#include "archive/bytes.hpp"
#include "archive/directory_of_zip.hpp"
#include "archive/examine.hpp"
#include "archive/folder.hpp"
#include "archive/local_header.hpp"
#include "archive/name_index.hpp"
#include "archive/names.hpp"
#include "limits.hpp"
#include "text/digest.hpp"
#include "text/message_format.hpp"

namespace assay::archive {
namespace {

// An XML or JSON document rather than a container: its first character says so, in UTF-8 or UTF-16.
bool looks_like_document(std::string_view head) {
  using namespace std::string_view_literals;
  for (std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
    if (head.starts_with(mark)) head.remove_prefix(mark.size());
  for (const char c : head) {
    if (c == '\0' || c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    return c == '<' || c == '{' || c == '[';
  }
  return false;
}

Problem damaged_entry(const Entry& entry) {
  return {ProblemKind::unreadable, "damaged-entry", "The entry is damaged and cannot be unpacked.",
          "Export or zip the package again.", std::string(entry.name)};
}

Problem problem_of(const Entry& entry, const Work& work, const Limits& limits) {
  if (work.result != Unpacked::bomb) return damaged_entry(entry);
  Problem problem = over_limit(limits, &Limits::inflate_ratio,
                               std::to_string(work.consumed) + " bytes of the entry unpack to more than " +
                                   std::to_string(work.produced) + " bytes",
                               std::string(entry.name), "Export or zip the package again.");
  problem.kind = ProblemKind::unreadable;  // this entry; the floor refuses the package
  problem.code = "compression-bomb";
  return problem;
}

}  // namespace

struct Archive::Impl {
  explicit Impl(const Limits& l) : limits(l) {}
  Limits limits;
  Kind kind = Kind::zip;
  std::uint64_t bytes = 0, table = 0;
  std::unique_ptr<Bytes> source;  // of a zip or document
  std::unique_ptr<Folder> folder;
  std::unique_ptr<std::string> names;  // the table of contents
  Texts texts;
  std::vector<Entry> entries;
  std::vector<Problem> problems;
  NameIndex index;
  UnicodePaths unicode_paths;
  text::NameVote vote;

  // Made when asked for, by one thread at a time.
  std::mutex mutex, folded_mutex;
  FoldedIndex folded;
  bool folded_made = false, examined = false;
  std::unique_ptr<Unpacker> unpacker;
  Knowledge known;
  std::vector<Defect> defects;

  Unpacker& unpack() {
    if (!unpacker) unpacker = std::make_unique<Unpacker>(*source, limits);
    return *unpacker;
  }

  // Bytes as they stand in the file; nothing when they do not.
  std::optional<Streamed> copy(std::uint64_t from, std::uint64_t count, const Sink& sink) const {
    constexpr std::uint64_t block = 256 << 10;
    Streamed done;
    std::string piece;
    while (done.packed < count) {
      piece.clear();
      if (!source->read(from + done.packed, std::min(block, count - done.packed), piece)) return std::nullopt;
      done.bytes = done.packed += piece.size();
      if (!sink(piece)) return done;
    }
    done.whole = true;
    return done;
  }

  // Everything of an entry, or as much as the sink wants.
  Result<Work> unpack(std::uint32_t index_of_entry, const Unpacker::Sink& sink) {
    const Entry& entry = entries[index_of_entry];
    if (entry.flags & 1)
      return Problem{ProblemKind::unreadable, "encrypted-entry", "The entry is encrypted.",
                     "Zip the package again without a password.", std::string(entry.name)};
    if (!unpackable(entry))
      return Problem{
          ProblemKind::unreadable, "unsupported-method",
          "The entry is packed with method " + std::to_string(entry.method) + ", which learning systems cannot read.",
          "Zip the package again with the usual method (deflate).", std::string(entry.name)};
    const std::lock_guard lock(mutex);
    const auto data = find_data(unpack().window(), entry);
    if (!data) return damaged_entry(entry);
    const Work work = unpack().unpack(entry, *data, ~0ull, sink);
    if (!examined && known.results[index_of_entry] == Unpacked::stopped && work.result != Unpacked::stopped) {
      known.results[index_of_entry] = work.result;
      known.produced += work.produced;
      for (Defect& defect : damage(entry, index_of_entry, work)) defects.push_back(std::move(defect));
    }
    if (work.result != Unpacked::good && work.result != Unpacked::stopped && work.result != Unpacked::left_over)
      return problem_of(entry, work, limits);
    return work;
  }
};

Archive::Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Kind Archive::kind() const { return impl_->kind; }
std::uint64_t Archive::bytes() const { return impl_->bytes; }
const std::vector<Entry>& Archive::entries() const { return impl_->entries; }
const std::vector<Problem>& Archive::problems() const { return impl_->problems; }
std::uint32_t Archive::find(std::string_view path) const { return impl_->index.find(path); }

bool Archive::undeclared_names() const { return !impl_->vote.charset.empty(); }
const text::NameVote& Archive::name_vote() const { return impl_->vote; }

void Archive::decide_names(const text::NameHints& hints) {
  impl_->vote = decode_names(impl_->entries, impl_->unicode_paths, hints, impl_->texts);
  impl_->index.build(impl_->entries);
}

std::uint32_t Archive::find_folded(std::string_view key) const {
  const std::lock_guard lock(impl_->folded_mutex);
  if (!impl_->folded_made) impl_->folded.build(impl_->entries);
  impl_->folded_made = true;
  return impl_->folded.find(key);
}

Result<Archive> Archive::open(const Source& source, const Limits& limits) {
  Archive archive;
  archive.impl_ = std::make_unique<Impl>(limits);
  Impl& impl = *archive.impl_;
  struct stat info {};
  if (!source.bytes && ::stat(source.path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
    impl.kind = Kind::directory;
    auto folder = Folder::open(source.path);
    if (!folder) return folder.problem();
    auto entries = folder->list(limits, impl.texts);
    if (!entries) return entries.problem();
    impl.folder = std::make_unique<Folder>(std::move(*folder));
    impl.entries = std::move(*entries);
    for (const Entry& entry : impl.entries) impl.bytes += entry.size;
    impl.index.build(impl.entries);
    return archive;
  }
  auto opened = Bytes::open(source);
  if (!opened) return opened.problem();
  impl.source = std::make_unique<Bytes>(std::move(*opened));
  impl.bytes = impl.source->size();
  if (impl.bytes == 0)
    return Problem{ProblemKind::unreadable, "empty-file", "The file is empty.", "Export or download the package again.",
                   source.path};
  if (impl.bytes > limits.archive_bytes)
    return over_limit(limits, &Limits::archive_bytes, "The file is too large", source.path);
  std::string head;
  impl.source->read(0, std::min<std::uint64_t>(impl.bytes, 1'024), head);
  const std::string what = describe_bytes(head);
  if (!looks_like_zip(head) && what.empty() && looks_like_document(head)) {
    impl.kind = Kind::document;
    Entry& entry = impl.entries.emplace_back();
    entry.raw_name = impl.texts.emplace_back(source.path.substr(source.path.rfind('/') + 1));
    entry.name = entry.path = entry.raw_name;
    entry.size = entry.compressed = impl.bytes;
    impl.index.build(impl.entries);
    return archive;
  }
  auto directory = read_central_directory(*impl.source, source.path, limits);
  if (!directory) {
    if (looks_like_zip(head) || directory.problem().code != "truncated-zip") return directory.problem();
    return Problem{ProblemKind::unreadable, "not-a-zip",
                   what.empty() ? "This is not a zip archive." : "This is not a zip archive but " + what + ".",
                   "Export the course as a zip package (SCORM, IMS Content Package) and check that file.", source.path};
  }
  impl.names = std::move(directory->table);
  impl.entries = std::move(directory->entries);
  impl.defects = std::move(directory->defects);
  impl.problems = std::move(directory->problems);
  impl.table = directory->start;
  impl.known.results.assign(impl.entries.size(), Unpacked::stopped);
  impl.unicode_paths = std::move(directory->unicode_paths);
  impl.vote = decode_names(impl.entries, impl.unicode_paths, {}, impl.texts);
  impl.index.build(impl.entries);
  return archive;
}

Result<std::string> Archive::read_head(std::uint32_t index, std::uint64_t limit, bool& whole) const {
  const Entry& entry = impl_->entries.at(index);
  whole = false;
  if (impl_->kind == Kind::directory) return impl_->folder->read(entry, limit, whole);
  std::string bytes;
  if (impl_->kind == Kind::document) {
    whole = impl_->bytes <= limit;
    if (!impl_->source->read(0, std::min(impl_->bytes, limit), bytes)) return damaged_entry(entry);
    return bytes;
  }
  std::uint64_t seen = 0;
  const auto work = impl_->unpack(index, [&](std::string_view piece) {
    seen += piece.size();
    bytes.append(piece.substr(0, limit - bytes.size()));
    return seen <= limit;
  });
  if (!work) return work.problem();
  whole = seen <= limit;
  return bytes;
}

Result<Archive::Streamed> Archive::stream(std::uint32_t index, const Sink& sink) const {
  const Entry& entry = impl_->entries.at(index);
  if (impl_->kind == Kind::directory) {
    bool whole = false;
    const auto bytes = impl_->folder->stream(entry, sink, whole);
    if (!bytes) return bytes.problem();
    return Streamed{*bytes, *bytes, whole};
  }
  if (impl_->kind == Kind::document) return stream_file(sink);
  bool whole = true;
  const auto work = impl_->unpack(index, [&](std::string_view piece) { return whole = sink(piece); });
  if (!work) return work.problem();
  return Streamed{work->consumed, work->produced, whole};
}

Result<Archive::Streamed> Archive::skim(std::uint32_t index, std::uint64_t& left, const Skimmer& sink) const {
  const std::uint64_t most = left;
  Impl& impl = *impl_;
  const Entry& entry = impl.entries.at(index);
  constexpr std::uint64_t piece_bytes = 16 << 10;
  Streamed done;
  // Random access: `read` gives up to so many bytes at a place.
  const auto hop = [&](const auto& read) {
    for (std::uint64_t at = 0; at < entry.size && done.bytes < most;) {
      const std::string_view piece = read(at, std::min({piece_bytes, entry.size - at, most - done.bytes}));
      if (piece.empty()) return false;
      done.packed = done.bytes += piece.size();
      const std::uint64_t next = sink(at, piece);
      if (next <= at) return true;  // a sink that never moves on would never end
      at = next;
    }
    done.whole = done.bytes < most;
    return true;
  };
  bool good = true;
  if (impl.kind == Kind::directory) {
    Folder::File file = impl.folder->file(entry);
    good = hop([&file](std::uint64_t at, std::uint64_t count) { return file.read(at, count); });
  } else if (impl.kind == Kind::document) {
    std::string piece;
    good = hop([&](std::uint64_t at, std::uint64_t count) {
      piece.clear();
      return impl.source->read(at, count, piece) ? std::string_view(piece) : std::string_view();
    });
  } else if (entry.method == 0 && !(entry.flags & 1) && entry.size == entry.compressed) {
    const std::lock_guard lock(impl.mutex);
    const auto data = find_data(impl.unpack().window(), entry);
    good = data &&
           hop([&](std::uint64_t at, std::uint64_t count) { return impl.unpack().window().view(*data + at, count); });
  } else {
    std::uint64_t at = 0, wanted = 0;
    const auto work = impl.unpack(index, [&](std::string_view piece) {
      const std::uint64_t end = at + piece.size();
      const std::uint64_t from = std::max(at, wanted);
      if (from < end) wanted = sink(from, piece.substr(from - at));
      const bool enough = from < end && (wanted <= from || wanted == ~0ull);
      at = done.bytes = end;
      return !enough && done.bytes < most;
    });
    left -= std::min(left, done.bytes);
    if (!work) return work.problem();
    done.packed = work->consumed;
    done.whole = done.bytes < most;
    return done;
  }
  left -= std::min(left, done.bytes);
  return good ? Result<Streamed>(done) : damaged_entry(entry);
}

Result<Archive::Streamed> Archive::stream_packed(std::uint32_t index, std::uint64_t count, const Sink& sink) const {
  Impl& impl = *impl_;
  const Entry& entry = impl.entries.at(index);
  std::uint64_t data = 0;
  {
    const std::lock_guard lock(impl.mutex);
    const auto found = find_data(impl.unpack().window(), entry);
    if (!found) return damaged_entry(entry);
    data = *found;
  }
  const auto done = impl.copy(data, count, sink);
  return done ? Result<Streamed>(*done) : damaged_entry(entry);
}

Result<Archive::Streamed> Archive::stream_file(const Sink& sink) const {
  const auto done = impl_->copy(0, impl_->bytes, sink);
  if (done) return *done;
  return Problem{ProblemKind::unreadable, "changed-file", "The file became shorter while it was read.",
                 "Check it again when nobody writes to it.", ""};
}

const std::vector<Defect>& Archive::defects() const {
  Impl& impl = *impl_;
  const std::lock_guard lock(impl.mutex);
  if (impl.kind == Kind::zip && !impl.examined) {
    auto found = examine(*impl.source, impl.entries, impl.vote, impl.table, impl.limits, impl.unpack(), impl.known);
    if (found.overlap)
      std::erase_if(impl.defects, [](const Defect& each) { return each.what == ContainerDefect::damaged_entry; });
    impl.defects.insert(impl.defects.end(), std::make_move_iterator(found.defects.begin()),
                        std::make_move_iterator(found.defects.end()));
  }
  impl.examined = true;
  return impl.defects;
}

Result<std::uint32_t> Archive::checksum(std::uint32_t index) const {
  const Entry& entry = impl_->entries.at(index);
  if (impl_->kind == Kind::directory) return impl_->folder->checksum(entry);
  if (impl_->kind == Kind::zip) return entry.crc;
  bool whole = false;
  const auto bytes = read_head(index, impl_->bytes, whole);
  if (!bytes) return bytes.problem();
  return static_cast<std::uint32_t>(
      ::crc32(0, reinterpret_cast<const unsigned char*>(bytes->data()), static_cast<unsigned>(bytes->size())));
}

std::string Archive::sha256() const {
  if (impl_->kind == Kind::directory) return {};
  text::Sha256 digest;
  const auto all = impl_->copy(0, impl_->bytes, [&](std::string_view piece) {
    digest.add(piece);
    return !impl_->limits.stop.asked();
  });
  if (!all || !all->whole) return {};
  return digest.hex();
}

}  // namespace assay::archive
