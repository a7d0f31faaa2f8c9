#include <algorithm>
#include <array>
#include <map>

#include <assay/media.hpp>

#include "inventory/facts.hpp"
#include "text/unicode.hpp"

namespace assay::inventory {
namespace {

std::string encoding_of(const Entry& entry) {
  switch (entry.name_encoding) {
    case NameEncoding::ascii: return "ascii";
    case NameEncoding::utf8: return "utf-8";
    case NameEncoding::undeclared_utf8: return "undeclared-utf-8";
    case NameEncoding::undeclared:
      return "undeclared:" + std::string(entry.charset.empty() ? "unknown" : entry.charset);
  }
  return {};
}

// "mp4" of "video/Intro.MP4"; empty when the file name has no dot.
std::string ending_of(std::string_view path) {
  const std::string_view file = path.substr(path.rfind('/') + 1);
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos ? std::string() : text::folded(file.substr(dot + 1));
}

// 12.5 of 12,500; no zeros at the end.
Fact seconds(std::uint64_t milliseconds) {
  std::string value = std::to_string(1'000 + milliseconds % 1'000);
  value[0] = '.';
  while (value.back() == '0') value.pop_back();
  if (value == ".") value.clear();
  return {"seconds", Fact::Kind::number, std::to_string(milliseconds / 1'000) + value};
}

void add_recording(const Recording& recording, std::vector<Fact>& columns) {
  const bool timed = recording.milliseconds != 0, sized = recording.width != 0 && recording.height != 0;
  columns.push_back(text_or_null("container", recording.container));
  columns.push_back(text_or_null("video", recording.video));
  columns.push_back(text_or_null("sound", recording.sound));
  columns.push_back(sized ? number("width", recording.width) : null("width"));
  columns.push_back(sized ? number("height", recording.height) : null("height"));
  columns.push_back(timed ? seconds(recording.milliseconds) : null("seconds"));
  columns.push_back(timed ? number("kbit_per_second", recording.bytes * 8 / recording.milliseconds)
                          : null("kbit_per_second"));
  columns.push_back(text_or_null("index", recording.index == Recording::Index::front    ? "front"
                                          : recording.index == Recording::Index::behind ? "behind"
                                                                                        : ""));
}

}  // namespace

FactList entries(const Package& package) {
  FactList list{"entries", "entry", {}};
  list.rows.reserve(package.entries().size());
  for (const Entry& entry : package.entries()) {
    const std::string method = entry.method == 0   ? "stored"
                               : entry.method == 8 ? "deflate"
                                                   : std::to_string(entry.method);
    FactRow& row = list.rows.emplace_back();
    row.place = Place::of_file(entry.name);
    row.columns = {text("name", entry.name), number("bytes", entry.size), number("compressed", entry.compressed),
                   text("method", method), text("name_encoding", encoding_of(entry))};
  }
  return list;
}

FactList media(const Package& package) {
  constexpr std::array<std::string_view, 9> endings = {"png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "swf", "vtt"};
  std::map<std::string_view, const Recording*> known;
  for (const Recording& each : recordings(package)) known.emplace(each.file, &each);
  FactList list{"media", "file", {}};
  for (const Entry& entry : package.entries()) {
    const std::string ending = ending_of(entry.path);
    const auto recording = known.find(entry.name);
    if (entry.directory ||
        (recording == known.end() && std::find(endings.begin(), endings.end(), ending) == endings.end()))
      continue;
    FactRow& row = list.rows.emplace_back();
    row.place = Place::of_file(entry.name);
    row.columns = {text("name", entry.name), text("type", ending), number("bytes", entry.size)};
    if (recording != known.end()) add_recording(*recording->second, row.columns);
  }
  return list;
}

// Files that only one authoring tool leaves behind.
std::string authoring_tool(const Package& package) {
  struct Mark {
    std::string_view file, tool;
  };
  constexpr std::array marks = {Mark{"story_content/user.js", "Articulate Storyline"},
                                Mark{"scormcontent/index.html", "Articulate Rise"},
                                Mark{"adapt/js/adapt.min.js", "Adapt"},
                                Mark{"assets/js/CPM.js", "Adobe Captivate"},
                                Mark{"contentv3.xml", "eXeLearning"},
                                Mark{"xenith.js", "Xerte"},
                                Mark{"jclic.js/jclic.min.js", "JClic"}};
  for (const Mark& mark : marks)
    for (const Entry& entry : package.entries()) {
      const std::string_view path = entry.path;
      if (!path.ends_with(mark.file)) continue;
      if (path.size() == mark.file.size() || path[path.size() - mark.file.size() - 1] == '/')
        return std::string(mark.tool);
    }
  return {};
}

}  // namespace assay::inventory
