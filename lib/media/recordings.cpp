// The films and sounds of a package behind assay/media.hpp.
#include <algorithm>
#include <map>
#include <set>

#include <assay/media.hpp>
#include <assay/pages.hpp>

#include "media/recording.hpp"
#include "media/recordings.hpp"
#include "package/package_data.hpp"

namespace assay::media {
namespace {

std::string_view stem_of(std::string_view path) { return path.substr(0, path.rfind('.')); }

Playable in_public(Plays plays) {
  return plays == Plays::everywhere  ? Playable::everywhere
         : plays == Plays::somewhere ? Playable::somewhere
                                     : Playable::hardly_anywhere;
}

class Maker {
 public:
  Maker(const PackageData& data, Recordings& out) : data_(data), out_(out), left_(data.limits.verify_bytes) {}

  // By name, so that the order of a zip decides nothing when the budget does not suffice.
  void run() {
    const auto& entries = data_.archive.entries();
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
      if (!entries[i].directory && is_recording(entries[i].path) && !is_system_residue(entries[i].path))
        order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(entries[a].path, a) < std::tie(entries[b].path, b);
    });
    for (const std::uint32_t entry : order) add(entry);
    find_twins();
  }

 private:
  void add(std::uint32_t index) {
    const Entry& entry = data_.archive.entries()[index];
    assay::Recording& made = out_.all.emplace_back();
    made.file = entry.name;
    made.bytes = entry.size;
    if (left_ == 0 || data_.limits.stop.asked()) {
      out_.incomplete = true;
      return;
    }
    media::Recording reading(entry.size);
    const auto done = data_.archive.skim(
        index, left_, [&reading](std::uint64_t at, std::string_view piece) { return reading.see(at, piece); });
    if (!done) {  // damaged or encrypted: nobody knows what it is
      out_.incomplete = true;
      return;
    }
    reading.finish();
    made.read = done->whole;
    out_.incomplete = out_.incomplete || !done->whole;
    if (done->whole) tell(reading.facts(), is_sound(entry.path), made);
  }

  void tell(const Facts& facts, bool sound, assay::Recording& made) {
    made.container = facts.container;
    if (facts.container.empty()) return;
    if (!sound) made.video = name_of(facts.video);  // a cover or the pictures of chapters
    made.sound = name_of(facts.sound);
    const bool told = !facts.video.mark.empty() || !facts.sound.mark.empty();
    made.film =
        !sound && (told ? !facts.video.mark.empty() : container_of(facts.container)->plays == Plays::hardly_anywhere);
    made.milliseconds = facts.milliseconds;
    made.width = sound ? 0 : facts.width;
    made.height = sound ? 0 : facts.height;
    made.index = static_cast<assay::Recording::Index>(facts.index);
    if (!made.film) return;
    // The gravest obstacle; of equal ones the container.
    const Codec unknown_video{made.video, made.video}, unknown_sound{made.sound, made.sound};
    const Codec* parts[] = {container_of(facts.container), &unknown_video, &unknown_sound};
    if (facts.video.codec || facts.video.mark.empty()) parts[1] = facts.video.codec;
    if (facts.sound.codec || facts.sound.mark.empty()) parts[2] = facts.sound.codec;
    made.playable = told ? Playable::everywhere : Playable::unknown;
    for (const Codec* part : parts) {
      if (!part || part->plays == Plays::everywhere || made.playable == in_public(part->plays)) continue;
      if (made.playable == Playable::hardly_anywhere) continue;
      made.playable = in_public(part->plays);
      made.obstacle = part->words;
    }
  }

  std::string_view name_of(const Track& track) {
    if (track.codec || track.mark.empty()) return track.codec ? track.codec->name : std::string_view();
    std::string shown;  // bytes of a file: what is no letter of ASCII becomes "?"
    for (const char c : track.mark) shown += c >= ' ' && c <= '~' ? c : '?';
    return out_.strings.emplace_back(std::move(shown));
  }

  void find_twins() {
    std::set<std::string_view> playable;
    for (const assay::Recording& each : out_.all)
      if (each.playable == Playable::everywhere) playable.insert(stem_of(each.file));
    for (assay::Recording& each : out_.all)
      if (!each.obstacle.empty() && playable.contains(stem_of(each.file))) each.playable = Playable::twin;
  }

  const PackageData& data_;
  Recordings& out_;
  std::uint64_t left_;
};

const Recordings& recordings_of(const Package& package) {
  return package.data().recordings([&package] {
    auto made = std::make_shared<Recordings>();
    Maker(package.data(), *made).run();
    return made;
  });
}

}  // namespace
}  // namespace assay::media

namespace assay {

std::span<const Recording> recordings(const Package& package) { return media::recordings_of(package).all; }
bool recordings_incomplete(const Package& package) { return media::recordings_of(package).incomplete; }

void report_films(const Package& package, Reporter& report, Playable kind) {
  // What we do not know counts as one obstacle, or a package could name a thousand.
  std::map<std::string_view, std::pair<Tally, std::string_view>> found;
  for (const Recording& each : recordings(package)) {
    if (!each.film || each.playable == Playable::unknown) continue;
    report.judged();
    if (each.playable != kind) continue;
    const bool known = media::is_known(each.obstacle);
    auto& [tally, format] = found.try_emplace(known ? each.obstacle : "", Tally(package), each.obstacle).first->second;
    tally.add(Place::of_file(each.file), each.file);
  }
  for (const auto& [key, group] : found) group.first.report(report, {}, {{"format", group.second}});
  if (recordings_incomplete(package)) report.blocked();
}

}  // namespace assay
