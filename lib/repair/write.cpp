// The mended package, and the proof that its files are the same.
#include "archive/deflater.hpp"
#include "archive/records.hpp"
#include "archive/zip_writer.hpp"
#include "package/package_data.hpp"
#include "repair/repair.hpp"
#include "text/digest.hpp"

namespace assay::repair {
namespace {

using archive::Archive;

bool stopped(const Package& package) { return package.data().limits.stop.asked(); }
Problem interruption() { return {ProblemKind::internal, "interrupted", "The repair was interrupted.", "", ""}; }
Problem not_written() { return {ProblemKind::internal, "not-written", "The output cannot be written.", "", ""}; }
Problem changed(const Package& package, std::string_view name) {
  return {ProblemKind::unreadable, "changed-file", "The package changed while it was read.",
          "Repair it again when nobody writes to it.", package.path() + (name.empty() ? "" : ": ") + std::string(name)};
}

// Some tools write no date at all: day and month 0.
std::uint32_t moment(const Entry& entry) {
  const std::uint32_t date = entry.modified >> 16, day = date & 31, month = date >> 5 & 15;
  return day >= 1 && month >= 1 && month <= 12 ? entry.modified : archive::first_day;
}

class Copier {
 public:
  Copier(const Package& package, const Sink& sink)
      : package_(package), writer_([&sink](std::string_view bytes) { return sink(bytes); }) {}

  std::optional<Problem> copy(const Item& item) {
    const Entry& entry = package_.entries()[item.entry];
    if (!writer_.entry({.name = item.name,
                        .flags = item.flags,
                        .method = item.method,
                        .crc = item.crc,
                        .csize = item.packed,
                        .usize = item.bytes,
                        .modified = moment(entry)}))
      return not_written();
    written_ = 0;
    const Archive& from = package_.data().archive;
    const bool zip = package_.kind() == "zip";
    pack_ = !zip && item.method != 0;
    if (pack_) packer_.restart();
    const auto take = [this](std::string_view piece) { return put(piece); };
    const auto done = zip ? from.stream_packed(item.entry, item.packed, take) : from.stream(item.entry, take);
    if (!done) return done.problem();
    if (done->whole && pack_) {
      out_.clear();
      packer_.finish(out_);
      pack_ = false;
      if (!put(out_)) return trouble();
    }
    if (!done->whole) return trouble();
    if (written_ != item.packed) return changed(package_, entry.name);
    return std::nullopt;
  }
  std::optional<Problem> finish() {
    if (!writer_.finish()) return not_written();
    return std::nullopt;
  }

 private:
  bool put(std::string_view piece) {
    if (stopped(package_)) return false;
    if (pack_) {
      out_.clear();
      packer_.add(piece, out_);
      piece = out_;
    }
    written_ += piece.size();
    return full_ = writer_.bytes(piece);
  }
  [[nodiscard]] Problem trouble() const { return stopped(package_) ? interruption() : not_written(); }

  const Package& package_;
  archive::ZipWriter writer_;
  archive::Deflater packer_;
  std::string out_;
  std::uint64_t written_ = 0;
  bool pack_ = false, full_ = true;
};

}  // namespace

std::optional<Problem> write(const Package& package, const Plan& plan, const Sink& sink) {
  if (!plan.changes()) {
    const auto copied =
        package.data().archive.stream_file([&](std::string_view piece) { return !stopped(package) && sink(piece); });
    if (!copied) return copied.problem();
    if (copied->whole) return std::nullopt;
    return stopped(package) ? interruption() : not_written();
  }
  Copier copier(package, sink);
  for (const Item& item : plan.items) {
    if (!item.left_out.empty()) continue;
    if (auto problem = copier.copy(item)) return problem;
  }
  return copier.finish();
}

Result<Written> verify(const Package& package, Plan& plan, const Source& source) {
  auto archive = Archive::open(source, package.data().limits);
  if (!archive) return archive.problem();
  const bool same_entries = !plan.changes();  // nothing was left out
  std::uint32_t next = 0;
  for (Item& item : plan.items) {
    if (!item.left_out.empty() && !same_entries) continue;
    const auto name = package.entries()[item.entry].name;
    if (next >= archive->entries().size()) return changed(package, name);
    const Entry& made = archive->entries()[next];
    if (!same_entries && (made.raw_name != item.name || (made.flags & archive::flag_utf8) != item.flags))
      return changed(package, name);
    text::Sha256 digest;
    const auto read =
        archive->stream(next++, [&](std::string_view piece) { return digest.add(piece), !stopped(package); });
    if (!read) return read.problem();
    if (!read->whole) return interruption();
    item.after = digest.hex();
    if (item.after != item.before) return changed(package, name);
  }
  if (next != archive->entries().size()) return changed(package, "");
  if (!same_entries && !archive->defects().empty()) return stopped(package) ? interruption() : changed(package, "");
  return Written{archive->bytes(), archive->sha256()};
}

}  // namespace assay::repair
