#include "archive/archive.hpp"

#include <mutex>

#include <sys/stat.h>
#include <unistd.h>

#include <zip.h>

#include "archive/bytes.hpp"
#include "archive/directory_of_zip.hpp"
#include "archive/folder.hpp"
#include "text/digest.hpp"

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

struct CloseZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};

}  // namespace

struct Archive::Impl {
  explicit Impl(std::string p) : path(std::move(p)) {}
  std::string path;
  Kind kind = Kind::zip;
  std::uint64_t bytes = 0;
  std::unique_ptr<Bytes> source;
  std::vector<Entry> entries;
  std::mutex mutex;  // libzip's handle is used by one thread at a time
  std::unique_ptr<zip_t, CloseZip> zip;
  bool zip_tried = false;

  // libzip is opened when the first entry is read. It looks up the time zone once for each entry unless TZ is set, so
  // the stat mode that it needs is asked for by index only.
  zip_t* handle() {
    if (zip_tried) return zip.get();
    zip_tried = true;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* data = nullptr;
    if (source->memory()) {
      data = zip_source_buffer_create(source->memory()->data(), source->memory()->size(), 0, &error);
    } else {
      // The descriptor, not the path: what was listed is what is read.
      const int copy = ::dup(source->descriptor());
      FILE* file = copy < 0 ? nullptr : ::fdopen(copy, "rb");
      if (file) data = zip_source_filep_create(file, 0, -1, &error);
    }
    if (data) {
      zip.reset(zip_open_from_source(data, ZIP_RDONLY, &error));
      if (!zip) zip_source_free(data);
    }
    zip_error_fini(&error);
    return zip.get();
  }
};

Archive::Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Kind Archive::kind() const { return impl_->kind; }
std::uint64_t Archive::bytes() const { return impl_->bytes; }
const std::vector<Entry>& Archive::entries() const { return impl_->entries; }

Result<Archive> Archive::open(const Source& source, const Limits& limits) {
  Archive archive;
  archive.impl_ = std::make_unique<Impl>(source.path);
  Impl& impl = *archive.impl_;
  struct stat info {};
  if (!source.bytes && ::stat(source.path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
    impl.kind = Kind::directory;
    auto entries = read_folder(source.path, limits);
    if (!entries) return entries.problem();
    impl.entries = std::move(*entries);
    for (const Entry& entry : impl.entries) impl.bytes += entry.size;
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
    return Problem{ProblemKind::refused, "limit-archive-bytes",
                   "The file is larger than the limit archive-bytes (" + std::to_string(limits.archive_bytes) + ").",
                   "Raise it with --limit archive-bytes=N if this is intended.", source.path};
  std::string head;
  impl.source->read(0, std::min<std::uint64_t>(impl.bytes, 1'024), head);
  const std::string what = describe_bytes(head);
  if (!looks_like_zip(head) && what.empty() && looks_like_document(head)) {
    impl.kind = Kind::document;
    Entry& entry = impl.entries.emplace_back();
    entry.raw_name = source.path.substr(source.path.rfind('/') + 1);
    entry.name = entry.path = entry.raw_name;
    entry.size = entry.compressed = impl.bytes;
    return archive;
  }
  auto entries = read_central_directory(*impl.source, source.path, limits);
  if (!entries) {
    if (looks_like_zip(head) || entries.problem().code != "truncated-zip") return entries.problem();
    return Problem{ProblemKind::unreadable, "not-a-zip",
                   what.empty() ? "This is not a zip archive." : "This is not a zip archive but " + what + ".",
                   "Export the course as a zip package (SCORM, IMS Content Package) and check that file.", source.path};
  }
  impl.entries = std::move(*entries);
  return archive;
}

Result<std::string> Archive::read(std::uint32_t index, std::uint64_t limit) const {
  const Entry& entry = impl_->entries.at(index);
  if (impl_->kind == Kind::directory) return read_file_of_folder(impl_->path, entry, limit);
  const Problem too_large{ProblemKind::refused, "limit-document-bytes",
                          "The document is larger than " + std::to_string(limit) + " bytes.",
                          "Raise the limit document-bytes if this is intended.", entry.name};
  if (impl_->kind == Kind::document) {
    std::string bytes;
    if (impl_->bytes > limit) return too_large;
    impl_->source->read(0, impl_->bytes, bytes);
    return bytes;
  }
  if (entry.flags & 1)
    return Problem{ProblemKind::unreadable, "encrypted-entry", "The entry is encrypted.",
                   "Zip the package again without a password.", entry.name};
  if (entry.method != 0 && entry.method != 8)
    return Problem{
        ProblemKind::unreadable, "unsupported-method",
        "The entry is packed with method " + std::to_string(entry.method) + ", which learning systems cannot read.",
        "Zip the package again with the usual method (deflate).", entry.name};
  const Problem damaged{ProblemKind::unreadable, "damaged-entry", "The entry is damaged and cannot be unpacked.",
                        "Export or zip the package again.", entry.name};
  const std::lock_guard lock(impl_->mutex);
  zip_t* zip = impl_->handle();
  if (!zip) return damaged;
  zip_file_t* file = zip_fopen_index(zip, index, 0);
  if (!file) return damaged;
  std::string bytes;
  char block[65'536];
  zip_int64_t got = 0;
  while (bytes.size() <= limit && (got = zip_fread(file, block, sizeof block)) > 0)
    bytes.append(block, static_cast<std::size_t>(got));
  const bool good = zip_fclose(file) == 0 && got >= 0;  // closing checks the CRC
  if (bytes.size() > limit) return too_large;
  if (!good || bytes.size() != entry.size) return damaged;
  return bytes;
}

std::string Archive::sha256() const {
  if (impl_->kind == Kind::directory) return {};
  text::Sha256 digest;
  std::string block;
  for (std::uint64_t at = 0; at < impl_->bytes; at += block.size()) {
    block.clear();
    if (!impl_->source->read(at, std::min<std::uint64_t>(impl_->bytes - at, 1 << 20), block)) return {};
    digest.add(block);
  }
  return digest.hex();
}

}  // namespace assay::archive
