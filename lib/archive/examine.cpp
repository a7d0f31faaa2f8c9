#include "archive/examine.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "archive/end_of_zip.hpp"
#include "archive/local_header.hpp"
#include "archive/names.hpp"
#include "archive/records.hpp"

namespace assay::archive {
namespace {

constexpr std::uint64_t full64 = ~std::uint64_t{0};   // an offset that leads nowhere
constexpr std::uint64_t most_deflate_ratio = 1'032;   // what the format allows
constexpr std::uint64_t most_searched = 16ull << 20;  // bytes of gaps in which hidden entries are looked for
constexpr std::uint64_t one_search = 64ull << 10;
// Of all headers together. Many entries may point at one header, whose name may have 64 KiB.
constexpr std::uint64_t most_header_bytes = 64ull << 20;
constexpr std::size_t most_shown = 2'000;  // bytes of a name in a defect: what a finding keeps

using D = ContainerDefect;

bool folder(const Entry& entry) { return entry.raw_name.ends_with('/'); }

std::string_view shown(std::string_view name) {
  if (name.size() <= most_shown) return name;
  std::size_t size = most_shown;
  while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) --size;
  return name.substr(0, size);
}

bool plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

class Examiner {
 public:
  Examiner(const Bytes& bytes, const std::vector<Entry>& entries, const text::NameVote& vote, std::uint64_t table,
           const Limits& limits, Unpacker& unpacker, Knowledge& known)
      : bytes_(bytes),
        entries_(entries),
        vote_(vote),
        table_(table),
        limits_(limits),
        unpacker_(unpacker),
        known_(known),
        ratio_(std::max<std::uint64_t>(limits.inflate_ratio, 1)),
        left_(limits.verify_bytes) {}

  Examined run() {
    std::vector<std::uint32_t> order(entries_.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto first = [this](std::uint32_t a, std::uint32_t b) { return entries_[a].offset < entries_[b].offset; };
    if (!std::is_sorted(order.begin(), order.end(), first)) std::stable_sort(order.begin(), order.end(), first);
    bomb_ = std::find(known_.results.begin(), known_.results.end(), Unpacked::bomb) != known_.results.end();
    trusted_ = !surely_overlap(order);
    if (trusted_) whole_package();
    for (const std::uint32_t index : order)
      if (entries_[index].offset != full64) look_at(index);  // else: told already
    gap(table_);
    if (between_ > 0) add(D::foreign_data, none, "between", {{"bytes", std::to_string(between_)}});
    if (unverified_ > 0)
      add(D::unverified_entries, first_unverified_, {},
          {{"count", std::to_string(unverified_)}, {"bytes", std::to_string(unverified_bytes_)}});
    return {std::move(defects_), !trusted_};
  }

 private:
  using Arguments = std::vector<std::pair<std::string_view, std::string>>;
  void add(D what, std::uint32_t entry, std::string_view cause = {}, Arguments arguments = {}) {
    ++counts_[what];
    defects_.push_back({what, entry, cause, std::move(arguments)});
  }
  // Of one kind no more than this many become findings; what they would say of the others is not even made.
  bool wordy(D what) { return counts_[what] < limits_.findings; }

  // Told by the table alone. Bytes that are counted many times are not unpacked many times.
  bool surely_overlap(const std::vector<std::uint32_t>& order) const {
    std::uint64_t end = 0;
    for (const std::uint32_t index : order) {
      const Entry& entry = entries_[index];
      if (entry.offset == full64) continue;
      if (entry.offset < end) return true;
      if (entry.compressed < bytes_.size()) end = entry.offset + local_size + entry.raw_name.size() + entry.compressed;
    }
    return false;
  }

  void look_at(std::uint32_t index) {
    const Entry& entry = entries_[index];
    if (header_bytes_ > most_header_bytes) return leave_out(index);
    const auto header = read_local_header(unpacker_.window(), entry);
    if (!header) return add(D::entry_outside_file, index, "no-header");
    header_bytes_ += header->name.size() + header->extra.size();
    if (entry.offset < end_)
      add(D::overlapping_entries, index, "entries",
          wordy(D::overlapping_entries) ? Arguments{{"other", std::string(shown(entries_[before_].name))}}
                                        : Arguments());
    else
      gap(entry.offset);
    compare(index, *header);
    if (entry.compressed > bytes_.size() - std::min(bytes_.size(), header->data)) {
      add(D::entry_outside_file, index, "end", {{"bytes", std::to_string(entry.compressed)}});
      end_ = std::max(end_, header->data);
    } else {
      const std::uint64_t core = header->data + entry.compressed;
      if (core > table_) add(D::overlapping_entries, index, "table");
      if (core >= end_) before_ = index;
      end_ = std::max(end_, core + descriptor(index, core));
      verify(index, header->data);
    }
    if (folder(entry) && entry.size > 0)
      add(D::folder_with_content, index, {}, {{"bytes", std::to_string(entry.size)}});
  }

  // From the end of the entry before up to here.
  void gap(std::uint64_t to) {
    if (to <= end_) return;
    const std::uint64_t from = end_, size = to - from;
    const bool front = from == 0;
    const std::string_view head = unpacker_.window().view(from, 4);
    // "This zip has one part after all": what a splitting tool leaves in front.
    if (front && size == 4 && (head == std::string_view("PK00") || head == std::string_view("PK\7\x8"))) return;
    if (front)
      add(D::foreign_data, none, "in-front", {{"bytes", std::to_string(size)}});
    else
      between_ += size;
    if (!second_told_ && searched_ < most_searched && holds_end(bytes_, from, to)) {
      second_told_ = true;
      add(D::second_directory, none);
    }
    hidden_entry(from, to);
  }

  // A reader of streams sees every local header, whether the table lists it or not.
  void hidden_entry(std::uint64_t from, std::uint64_t to) {
    if (searched_ >= most_searched) return;
    const std::uint64_t size = std::min(to - from, one_search);
    searched_ += size;
    const std::string piece(unpacker_.window().view(from, size));
    for (std::size_t at = piece.find("PK\3\4"); at != std::string::npos; at = piece.find("PK\3\4", at + 1)) {
      if (at + local_size > piece.size()) return;
      const std::size_t name = number16(piece, at + 26);
      if (number16(piece, at + 4) > 100 || name == 0 || at + local_size + name > piece.size()) continue;
      return add(D::unlisted_entry, none, {},
                 {{"hidden", read_name(std::string_view(piece).substr(at + local_size, name), vote_)}});
    }
  }

  void size_differs(std::uint32_t index, std::string_view cause, std::string table, std::string local) {
    add(D::contradicting_size, index, cause,
        {{"field", std::string(cause)}, {"table", std::move(table)}, {"header", std::move(local)}});
  }

  void compare(std::uint32_t index, const LocalHeader& header) {
    const Entry& entry = entries_[index];
    const auto differs = [&](std::string_view cause, std::string table, std::string local) {
      add(D::contradicting_header, index, cause,
          {{"field", std::string(cause)}, {"table", std::move(table)}, {"header", std::move(local)}});
    };
    if (header.name != entry.raw_name && !(entry.flags & flag_masked)) {
      if (wordy(D::contradicting_header))
        differs("name", std::string(shown(entry.name)), read_name(shown(header.name), vote_));
      else
        add(D::contradicting_header, index, "name");
    }
    if (header.method != entry.method) differs("method", std::to_string(entry.method), std::to_string(header.method));
    const std::uint16_t flags = header.flags ^ entry.flags;
    if (flags & flag_encrypted)
      differs("encryption", entry.flags & flag_encrypted ? "yes" : "no", header.flags & flag_encrypted ? "yes" : "no");
    if (flags & flag_utf8 && !plain_ascii(entry.raw_name))
      differs("name-encoding", entry.flags & flag_utf8 ? "UTF-8" : "none", header.flags & flag_utf8 ? "UTF-8" : "none");
    ExtraBlocks blocks(header.extra);
    while (blocks.next()) {
    }
    if (blocks.broken()) add(D::broken_extra_field, index, "header");
    // With a descriptor behind the bytes, each of these may be left out here.
    const bool later = (header.flags | entry.flags) & flag_descriptor;
    if (header.zip64 != Zip64Trouble::none && !later) add(D::zip64_contradiction, index, "header");
    const auto number_differs = [&](std::string_view cause, std::uint64_t table, std::uint64_t local) {
      if (local == table || (later && (local == 0 || local == full32))) return;
      size_differs(index, cause, std::to_string(table), std::to_string(local));
    };
    number_differs("packed-size", entry.compressed, header.csize);
    number_differs("size", entry.size, header.usize);
    number_differs("crc", entry.crc, header.crc);
    if (entry.method == 0 && later) add(D::stored_with_descriptor, index);
  }

  // Length of the descriptor behind an entry's bytes: with or without a signature, sizes of 32 or 64 bits. Some writers
  // announce one and leave it out.
  std::uint64_t descriptor(std::uint32_t index, std::uint64_t core) {
    const Entry& entry = entries_[index];
    if (!(entry.flags & flag_descriptor)) return 0;
    const std::string_view behind = unpacker_.window().view(core, 24);
    for (const std::size_t signature : {std::size_t{4}, std::size_t{0}})
      for (const unsigned width : {4u, 8u}) {
        const std::size_t size = signature + 4 + 2 * width;
        if (behind.size() < size || (signature && number32(behind, 0) != descriptor_signature)) continue;
        const std::uint64_t mask = width == 8 ? full64 : full32;
        if (number32(behind, signature) == entry.crc &&
            number(behind, signature + 4, width) == (entry.compressed & mask) &&
            number(behind, signature + 4 + width, width) == (entry.size & mask) && core + size <= table_)
          return size;
      }
    if (behind.size() >= 16 && number32(behind, 0) == descriptor_signature && core + 16 <= table_) {
      size_differs(index, "descriptor", std::to_string(entry.compressed) + "/" + std::to_string(entry.size),
                   std::to_string(number32(behind, 8)) + "/" + std::to_string(number32(behind, 12)));
      return 16;
    }
    return 0;
  }

  void verify(std::uint32_t index, std::uint64_t data) {
    const Entry& entry = entries_[index];
    if (known_.results[index] != Unpacked::stopped || !unpackable(entry)) return;
    if (!trusted_ || bomb_) return;  // refused anyway: no more work on it
    if (limits_.stop.asked()) return leave_out(index);
    // No deflate stream of this length makes more, whatever is declared.
    const std::uint64_t possible = entry.method == 0 ? entry.compressed
                                   : entry.compressed > full64 / most_deflate_ratio
                                       ? full64
                                       : entry.compressed * most_deflate_ratio;
    const std::uint64_t largest = std::min(entry.size, possible);
    const std::uint64_t estimate = entry.method == 0 ? entry.compressed : entry.compressed + largest;
    const bool steep = largest > limits_.inflate_floor && largest / ratio_ > entry.compressed;
    std::uint64_t most = left_;
    if (estimate > left_) {  // only far enough to see whether it is a bomb
      if (!steep) return leave_out(index);
      most = limits_.inflate_floor + limits_.inflate_floor / 8;
    }
    const Work work = unpacker_.unpack(entry, data, most, [this](std::string_view) { return !limits_.stop.asked(); });
    left_ -= std::min(left_, entry.method == 0 ? work.produced : work.consumed + work.produced);
    known_.produced += work.produced;
    if (work.result == Unpacked::stopped) return leave_out(index);
    known_.results[index] = work.result;
    for (Defect& defect : damage(entry, index, work)) {
      bomb_ = bomb_ || defect.what == D::compression_bomb;
      defects_.push_back(std::move(defect));
    }
    whole_package();
  }

  void whole_package() {
    if (bomb_ || known_.produced <= limits_.inflate_floor || known_.produced / ratio_ <= bytes_.size()) return;
    bomb_ = true;
    add(D::compression_bomb, none, "package",
        {{"bytes", std::to_string(known_.produced)}, {"packed", std::to_string(bytes_.size())}});
  }

  void leave_out(std::uint32_t index) {
    if (unverified_++ == 0) first_unverified_ = index;
    unverified_bytes_ += entries_[index].size;
  }

  const Bytes& bytes_;
  const std::vector<Entry>& entries_;
  const text::NameVote& vote_;
  const std::uint64_t table_;
  const Limits& limits_;
  Unpacker& unpacker_;
  Knowledge& known_;
  const std::uint64_t ratio_;
  std::uint64_t left_;
  std::vector<Defect> defects_;
  std::map<D, std::uint64_t> counts_;
  std::uint64_t header_bytes_ = 0;
  std::uint64_t end_ = 0, between_ = 0, searched_ = 0, unverified_ = 0, unverified_bytes_ = 0;
  std::uint32_t before_ = 0, first_unverified_ = none;
  bool trusted_ = true, bomb_ = false, second_told_ = false;
};

}  // namespace

bool unpackable(const Entry& entry) {
  return !(entry.flags & (flag_encrypted | flag_strong)) && (entry.method == 0 || entry.method == 8);
}

std::vector<Defect> damage(const Entry& entry, std::uint32_t index, const Work& work) {
  const auto row = [&](std::string_view cause) {
    return std::vector<Defect>{{D::damaged_entry,
                                index,
                                cause,
                                {{"bytes", std::to_string(work.produced)}, {"declared", std::to_string(entry.size)}}}};
  };
  switch (work.result) {
    case Unpacked::good:
    case Unpacked::stopped:
    case Unpacked::no_data: return {};  // the last one: told by where the entry lies
    case Unpacked::bomb:
      return {{D::compression_bomb,
               index,
               "entry",
               {{"bytes", std::to_string(work.produced)}, {"packed", std::to_string(work.consumed)}}}};
    case Unpacked::bad_stream: return row("stream");
    case Unpacked::bad_size: return row("size");
    case Unpacked::bad_crc: return row("crc");
    case Unpacked::left_over: return row("left-over");
  }
  return {};
}

Examined examine(const Bytes& bytes, const std::vector<Entry>& entries, const text::NameVote& vote, std::uint64_t table,
                 const Limits& limits, Unpacker& unpacker, Knowledge& known) {
  return Examiner(bytes, entries, vote, table, limits, unpacker, known).run();
}

}  // namespace assay::archive
