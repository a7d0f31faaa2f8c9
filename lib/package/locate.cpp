// From a Place to what people see: file, line, column, path, and the line itself.
#include "package/package_data.hpp"

namespace assay {
namespace {

const XmlDocument* parsed_xml(const PackageData& data, std::string_view file) {
  for (const auto& document : data.xml)
    if (document->file == file) return document.get();
  return nullptr;
}

Excerpt cut(std::string_view line, std::uint32_t column, std::uint32_t most) {
  std::vector<std::size_t> starts;  // byte offset of each code point, as far as needed
  const std::uint32_t from = column > most * 3 / 4 ? column - most / 2 : 1;
  for (std::size_t i = 0; i < line.size() && starts.size() <= from + most; ++i)
    if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) starts.push_back(i);
  if (starts.size() < from) return {};
  const std::size_t begin = starts.empty() ? 0 : starts[from - 1];
  const std::size_t stop = from - 1 + most;
  const std::size_t end = stop < starts.size() ? starts[stop] : line.size();
  Excerpt excerpt{std::string(line.substr(begin, end - begin)), column - from};
  if (from > 1) {
    excerpt.line = "…" + excerpt.line;
    ++excerpt.caret;
  }
  if (end < line.size()) excerpt.line += "…";
  return excerpt;
}

}  // namespace

Location locate(const Package&, const Place& place) {
  switch (place.kind) {
    case Place::Kind::package: return {};
    case Place::Kind::file: return {std::string(place.file), 0, 0, {}};
    case Place::Kind::position: return {std::string(place.file), place.line, place.column, {}};
    case Place::Kind::node: {
      const auto position = xml::position(place.node);
      return {place.node.document->file, position.line, position.column, xml::path(place.node)};
    }
    case Place::Kind::json: {
      const auto position = json::position(place.json);
      return {place.json.document->file, position.line, position.column, json::pointer(place.json)};
    }
  }
  return {};
}

Excerpt excerpt(const Package& package, const Place& place, std::uint32_t most) {
  const Location location = locate(package, place);
  if (location.line == 0) return {};
  const text::LineIndex* lines = nullptr;
  if (place.kind == Place::Kind::node)
    lines = &place.node.document->lines();
  else if (place.kind == Place::Kind::json)
    lines = &place.json.document->lines();
  else if (const XmlDocument* document = parsed_xml(package.data(), place.file))
    lines = &document->lines();
  return lines ? cut(lines->line(location.line), location.column, most) : Excerpt{};
}

}  // namespace assay
