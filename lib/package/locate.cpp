// From a Place to what people see: file, line, column, path, and the line itself.
#include <algorithm>

#include "package/package_data.hpp"

namespace assay {
namespace {

const XmlDocument* parsed_xml(const PackageData& data, std::string_view file) {
  for (const auto& document : data.xml)
    if (document->file == file) return document.get();
  return nullptr;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The part of a line around one byte of it; costs its own length, not that of the line.
Excerpt cut(std::string_view line, std::size_t at, std::uint32_t most) {
  at = std::min(at, line.size());
  std::size_t begin = at, end = at;
  std::uint32_t before = 0, after = 0;
  while (begin > 0 && before < most / 2) {
    while (continues(line[--begin]) && begin > 0) {
    }
    ++before;
  }
  while (end < line.size() && after + before < most) {
    ++end;
    while (end < line.size() && continues(line[end])) ++end;
    ++after;
  }
  Excerpt excerpt{std::string(line.substr(begin, end - begin)), before};
  if (begin > 0) {
    excerpt.line = "…" + excerpt.line;
    ++excerpt.caret;
  }
  if (end < line.size()) excerpt.line += "…";
  return excerpt;
}

// Bytes in front of a column; only for places that are known by line and column alone.
std::size_t bytes_before(std::string_view line, std::uint32_t column) {
  std::size_t i = 0;
  for (std::uint32_t points = 1; i < line.size(); ++i)
    if (!continues(line[i]) && points++ == column) break;
  return i;
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
  if (!place.quoted) return {};
  const auto from = [&](const text::LineIndex& lines, std::uint64_t offset) {
    const std::uint32_t number = lines.position(offset).line;
    return cut(lines.line(number), static_cast<std::size_t>(offset - lines.line_start(number)), most);
  };
  switch (place.kind) {
    case Place::Kind::node:
      return from(place.node.document->lines(), place.node.document->elements[place.node.index].offset);
    case Place::Kind::json:
      return from(place.json.document->lines(), place.json.document->values[place.json.index].offset);
    case Place::Kind::position:
      if (const XmlDocument* document = parsed_xml(package.data(), place.file)) {
        const std::string_view line = document->lines().line(place.line);
        return cut(line, bytes_before(line, place.column), most);
      }
      return {};
    default: return {};
  }
}

}  // namespace assay
