// Pictures and archives inside the package.
#include "contents/scan.hpp"
#include "language/data.hpp"
#include "media/picture.hpp"
#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

constexpr std::uint64_t most_picture = 256ull << 10,  // what stands in front of the pixels
    most_archive = 64ull << 20;

bool is_archive(std::string_view name) {
  const std::string ending = contents::extension_of(name);
  return ending == "zip" || ending == "imscc" || ending == "h5p";
}

bool is_picture(std::string_view name) { return contents::promised_by(name).group == contents::Nature::Group::picture; }

void look_inside(const std::string& bytes, std::string_view name, MediaFile& file) {
  Limits limits;
  limits.entries = 20'000;
  const auto inside = archive::Archive::open({.path = std::string(name), .bytes = &bytes}, limits);
  if (!inside || inside->kind() != archive::Kind::zip) return;
  for (const Entry& entry : inside->entries()) {
    const std::string_view path = entry.path;
    const std::string_view base = path.substr(path.rfind('/') + 1);
    // An H5P file is often meant to be downloaded; a course with a manifest is not.
    file.course = file.course || base == "imsmanifest.xml" || base == "cmi5.xml" || base == "tincan.xml";
  }
}

}  // namespace

std::uint64_t media_wanted(const Entry& entry) {
  if (is_archive(entry.path)) return entry.size <= most_archive ? most_archive : 0;
  return is_picture(entry.path) ? most_picture : 0;
}

std::optional<MediaFile> media_of(const Entry& entry, const std::string& bytes, bool whole) {
  const bool archive = is_archive(entry.path);
  if (!archive && !is_picture(entry.path)) return {};
  MediaFile file;
  file.kind = archive ? MediaFile::Kind::archive : MediaFile::Kind::picture;
  file.file = entry.name;
  file.bytes = entry.size;
  if (archive) {
    if (whole) look_inside(bytes, entry.name, file);
    return file;
  }
  const media::Picture picture = media::read_picture(bytes);
  file.format = picture.format;
  file.width = picture.width;
  file.height = picture.height;
  file.located = picture.located;
  return file;
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
