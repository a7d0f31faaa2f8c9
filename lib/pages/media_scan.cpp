// Pictures and archives inside the package.
#include <algorithm>

#include "language/data.hpp"
#include "media/picture.hpp"
#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

constexpr std::uint64_t most_picture = 256ull << 10,  // what stands in front of the pixels
    most_archive = 64ull << 20;

std::string_view promised_by(const std::string& ending) {
  if (ending == "jpg" || ending == "jpeg" || ending == "jpe") return "jpeg";
  if (ending == "tif" || ending == "tiff") return "tiff";
  for (const std::string_view same : {"png", "gif", "webp", "bmp"})
    if (ending == same) return same;
  return {};
}

bool is_archive(const std::string& ending) {
  for (const std::string_view each :
       {"zip", "imscc", "h5p", "docx", "docm", "pptx", "pptm", "ppsm", "xlsx", "xlsm", "dotm", "potm"})
    if (ending == each) return true;
  return false;
}

void look_inside(const std::string& bytes, std::string_view name, MediaFile& file) {
  Limits limits;
  limits.entries = 20'000;
  const auto inside = archive::Archive::open({.path = std::string(name), .bytes = &bytes}, limits);
  if (!inside || inside->kind() != archive::Kind::zip) return;
  for (const Entry& entry : inside->entries()) {
    const std::string_view path = entry.path;
    file.macros = file.macros || path.ends_with("vbaProject.bin");
    const std::string_view base = path.substr(path.rfind('/') + 1);
    // An H5P file is often meant to be downloaded; a course with a manifest is not.
    file.course = file.course || base == "imsmanifest.xml" || base == "cmi5.xml" || base == "tincan.xml";
  }
}

}  // namespace

void scan_media(const Package& package, std::uint64_t left, Contents& contents) {
  const auto entries = package.entries();
  std::vector<std::uint32_t> order(entries.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return entries[a].path < entries[b].path; });
  for (const std::uint32_t i : order) {
    const Entry& entry = entries[i];
    if (entry.directory || is_system_residue(entry.path)) continue;
    const std::string ending = ending_of(entry.path);
    const std::string_view promised = promised_by(ending);
    const bool archive = is_archive(ending);
    if (promised.empty() && !archive) continue;
    MediaFile file;
    file.kind = archive ? MediaFile::Kind::archive : MediaFile::Kind::picture;
    file.file = entry.name;
    file.bytes = entry.size;
    file.promised = promised;
    const std::uint64_t most = std::min(archive ? most_archive : most_picture, left);
    if (!archive || entry.size <= most)
      if (bool whole = false; const auto bytes = archive ? package.data().archive.read(i, most)
                                                         : package.data().archive.read_head(i, most, whole)) {
        left -= bytes->size();
        if (archive) {
          look_inside(*bytes, entry.name, file);
        } else {
          const media::Picture picture = media::read_picture(*bytes);
          file.format = picture.format;
          file.width = picture.width;
          file.height = picture.height;
          file.located = picture.located;
        }
      }
    contents.media.push_back(file);
  }
}

}  // namespace assay::pages_detail

namespace assay {

bool host_listed(std::string_view list, std::string_view host) {
  for (JsonNode each = first_child(member(member(language::data_file("hosts"), "lists"), list)); each;
       each = next_sibling(each)) {
    const std::string_view listed = content(member(each, "host"));
    if (host == listed ||
        (host.size() > listed.size() && host.ends_with(listed) && host[host.size() - listed.size() - 1] == '.'))
      return true;
  }
  return false;
}

std::span<const MediaFile> media_files(const Package& package) { return pages_detail::contents_of(package).media; }

}  // namespace assay
