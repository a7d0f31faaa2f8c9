// Opens a zip of 50,000 entries and looks every one of them up, against libzip's plain open, in one run:
//   build/release/bin/bench_zip_open [ENTRIES]
// TZ is left as it is: without it, libzip asks the system about the time zone once for each entry, which is what a
// program that does not know about this gets.
#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <zip.h>

#include "archive/archive.hpp"
#include "text/unicode.hpp"
#include "vectors/run.hpp"
#include "vectors/zip_writer.hpp"

namespace {

double milliseconds(const auto& what) {
  const auto start = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** values) {
  const int entries = count > 1 ? std::atoi(values[1]) : 50'000;
  const assay::vectors::TemporaryFolder folder;
  const std::string path = folder.path() + "/many.zip";
  {
    std::vector<assay::vectors::ZipEntry> files(static_cast<std::size_t>(entries));
    for (std::size_t i = 0; i < files.size(); ++i) {
      files[i].name = "unit" + std::to_string(i / 100) + "/page" + std::to_string(i) + ".html";
      files[i].content = assay::vectors::Blob("<p>" + std::to_string(i) + "</p>");
    }
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (!assay::vectors::write_zip(files, {}).write_to(descriptor) || ::close(descriptor) != 0) return 1;
  }
  assay::Limits limits;
  limits.entries = static_cast<std::uint64_t>(entries);
  std::vector<double> ours, with_look_ups, theirs, ratios;
  for (int pair = 0; pair < 9; ++pair) {
    ours.push_back(milliseconds([&] {
      if (!assay::archive::Archive::open({path}, limits)) std::abort();
    }));
    with_look_ups.push_back(milliseconds([&] {
      const auto archive = assay::archive::Archive::open({path}, limits);
      for (const assay::Entry& entry : archive->entries())
        if (archive->find(entry.path) == assay::none ||
            archive->find_folded(assay::text::folded(entry.path)) == assay::none)
          std::abort();
    }));
    theirs.push_back(milliseconds([&] {
      int error = 0;
      zip_t* zip = zip_open(path.c_str(), ZIP_RDONLY, &error);
      if (!zip) std::abort();
      zip_discard(zip);
    }));
    ratios.push_back(ours.back() / theirs.back());
  }
  std::printf(
      "%d entries, median of 9 interleaved: open and index %.1f ms, with all exact and folded look-ups %.1f ms; "
      "libzip open %.1f ms (TZ %s)\nratio %.2f (goal: at most 0.3)\n",
      entries, median(ours), median(with_look_ups), median(theirs), std::getenv("TZ") ? "set" : "not set",
      median(ratios));
}
