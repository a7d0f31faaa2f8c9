#include "archive/local_header.hpp"

namespace assay::archive {
namespace {

// The usual header with a short name and time stamps: one view for nearly all of them.
constexpr std::uint64_t usual = 512;

std::string_view fixed_part(Window& window, const Entry& entry, std::uint64_t wanted) {
  const std::string_view head = window.view(entry.offset, wanted);
  const bool there = head.size() >= local_size && number32(head, 0) == local_signature;
  return there ? head : std::string_view();
}

}  // namespace

std::optional<std::uint64_t> find_data(Window& window, const Entry& entry) {
  const std::string_view head = fixed_part(window, entry, local_size);
  if (head.empty()) return std::nullopt;
  return entry.offset + local_size + number16(head, 26) + number16(head, 28);
}

std::optional<LocalHeader> read_local_header(Window& window, const Entry& entry) {
  std::string_view head = fixed_part(window, entry, usual);
  if (head.empty()) return std::nullopt;
  const std::size_t name_size = number16(head, 26), extra_size = number16(head, 28);
  const std::size_t whole = local_size + name_size + extra_size;
  if (whole > head.size()) head = window.view(entry.offset, whole);
  if (whole > head.size()) return std::nullopt;
  LocalHeader made;
  made.flags = number16(head, 6);
  made.method = number16(head, 8);
  made.crc = number32(head, 14);
  made.csize = number32(head, 18);
  made.usize = number32(head, 22);
  made.name = head.substr(local_size, name_size);
  made.extra = head.substr(local_size + name_size, extra_size);
  made.data = entry.offset + whole;
  made.zip64 = read_zip64(made.extra, {.usize = &made.usize, .csize = &made.csize, .offset = nullptr});
  return made;
}

}  // namespace assay::archive
