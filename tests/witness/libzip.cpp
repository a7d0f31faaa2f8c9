// An independent witness for lib/archive: where assay finds no fault, libzip has to read in the same way:
// the same entries in the same order, with the same names, sizes, checksums and bytes.
//   assay_zip_witness             every vector that is a zip
//   assay_zip_witness PATH…       files, and all files in folders
// "Without fault" is what conforms to the safety floor.
// assay reads with one reader only (what is listed is what is read), so a mistake in it would be invisible from inside.
#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "archive/archive.hpp"
#include "vectors/run.hpp"

namespace {

using namespace assay;

struct Compared {
  std::size_t zips = 0, faultless = 0, entries = 0, warned = 0, disagreements = 0;
};

std::string bytes_by_libzip(zip_t* zip, std::uint64_t entry, std::uint64_t size) {
  std::string bytes;
  zip_file_t* const file = zip_fopen_index(zip, entry, 0);
  if (!file) return std::string("cannot be opened: ") + zip_strerror(zip);
  bytes.resize(size + 1);  // one more, so that an entry that goes on is seen
  const zip_int64_t count = zip_fread(file, bytes.data(), bytes.size());
  bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  zip_fclose(file);
  return bytes;
}

// What libzip sees differently; empty when nothing.
std::string difference(const archive::Archive& ours, zip_t* theirs) {
  const auto count = static_cast<std::size_t>(zip_get_num_entries(theirs, 0));
  if (count != ours.entries().size())
    return std::to_string(ours.entries().size()) + " entries, libzip sees " + std::to_string(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Entry& entry = ours.entries()[i];
    const std::string place = "entry " + std::to_string(i) + " (" + std::string(entry.name) + "): ";
    const char* const name = zip_get_name(theirs, i, ZIP_FL_ENC_RAW);
    // libzip takes the name of a Unicode path field for the raw one.
    if (!name || (entry.raw_name != name && entry.name != name)) return place + "another name";
    zip_stat_t told;
    if (zip_stat_index(theirs, i, 0, &told) != 0) return place + "libzip tells nothing";
    if (told.size != entry.size || told.comp_size != entry.compressed) return place + "another size";
    if (told.crc != entry.crc) return place + "another checksum";
    if (entry.directory || entry.size > 64ull << 20) continue;
    bool whole = false;
    const auto bytes = ours.read_head(i, entry.size, whole);
    if (!bytes) return place + bytes.problem().message;
    if (!whole || *bytes != bytes_by_libzip(theirs, i, entry.size)) return place + "other bytes";
  }
  return {};
}

void compare(const std::string& path, const std::string& shown, const std::shared_ptr<const Profile>& floor,
             Compared& counts) {
  const auto ours = archive::Archive::open({path}, {});
  if (!ours || ours->kind() != archive::Kind::zip) return;
  ++counts.zips;
  const auto package = open({path});
  if (!package) return;
  const Report report = validate(*package, floor);
  if (report.verdict != Verdict::conforms) return;
  ++counts.faultless;
  counts.entries += ours->entries().size();
  int error = 0;
  zip_t* const theirs = zip_open(path.c_str(), ZIP_RDONLY, &error);
  const std::string what = theirs ? difference(*ours, theirs) : "libzip refuses it, error " + std::to_string(error);
  if (theirs) zip_discard(theirs);
  if (what.empty()) return;
  // A stricter reader: no contradiction while assay warns of something, too.
  if (!theirs && !report.findings.empty()) {
    ++counts.warned;
    return;
  }
  ++counts.disagreements;
  std::printf("%s: %s\n", shown.c_str(), what.c_str());
}

int compare_vectors(const Store& store, const std::shared_ptr<const Profile>& floor, Compared& counts) {
  const auto suite = vectors::Suite::load(store, "");
  if (!suite) return std::fprintf(stderr, "%s\n", vectors::words(suite.problem()).c_str()), 2;
  const vectors::TemporaryFolder folder;
  for (std::size_t i = 0; i < suite->vectors().size(); ++i) {
    const auto& vector = suite->vectors()[i];
    // All about the container; of the others, what is zipped in the usual way is the same again and again.
    if (vector.family != "safe-package" && i % 16 != 0) continue;
    const auto path = folder.place(*suite, vector, i);
    if (!path) return std::fprintf(stderr, "%s\n", vectors::words(path.problem()).c_str()), 2;
    compare(*path, vector.id, floor, counts);
    folder.clear(i);
  }
  return counts.faultless > 100 ? 0 : (std::puts("too few vectors are faultless zips"), 1);
}

}  // namespace

int main(int count, char** values) {
  Compared counts;
  int result = 0;
  const Store store;
  const auto floor = resolve(store, {});
  if (!floor) return std::fprintf(stderr, "%s\n", vectors::words(floor.problem()).c_str()), 2;
  if (count == 1) result = compare_vectors(store, *floor, counts);
  for (int i = 1; i < count; ++i) {
    if (!std::filesystem::is_directory(values[i]))
      compare(values[i], values[i], *floor, counts);
    else
      for (const auto& file : std::filesystem::recursive_directory_iterator(values[i]))
        if (file.is_regular_file()) compare(file.path(), file.path(), *floor, counts);
  }
  std::printf(
      "%zu zips, %zu of them without a fault, with %zu entries; libzip refuses %zu that have warnings, and disagrees "
      "about %zu\n",
      counts.zips, counts.faultless, counts.entries, counts.warned, counts.disagreements);
  return counts.disagreements != 0 ? 1 : result;
}
