// What a file is, by its first bytes and by its name, and where the two disagree.
#include <string>

#include "contents/scan.hpp"

namespace assay::contents {
namespace {

using Group = Nature::Group;
using namespace std::string_view_literals;

struct Signature {
  std::size_t at;
  std::string_view bytes;
  Nature nature;
};
constexpr std::array signatures = {
    Signature{0, "\x89PNG\r\n\x1A\n"sv, {Group::picture, "png", "a PNG picture"}},
    Signature{0, "\xFF\xD8\xFF"sv, {Group::picture, "jpeg", "a JPEG picture"}},
    Signature{0, "GIF87a"sv, {Group::picture, "gif", "a GIF picture"}},
    Signature{0, "GIF89a"sv, {Group::picture, "gif", "a GIF picture"}},
    Signature{8, "WEBP"sv, {Group::picture, "webp", "a WebP picture"}},
    Signature{0, "%PDF-"sv, {Group::document, "pdf", "a PDF document"}},
    Signature{0, "PK\3\4"sv, {Group::archive, "zip", "a zip archive"}},
    Signature{0, "PK\5\6"sv, {Group::archive, "zip", "a zip archive"}},
    Signature{0, "Rar!\x1A\7"sv, {Group::archive, "rar", "a RAR archive"}},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, {Group::archive, "7z", "a 7-Zip archive"}},
    Signature{0, "\x1F\x8B\x08"sv, {Group::archive, "gzip", "a gzip file"}},
    Signature{0, "MSCF\0\0\0\0"sv, {Group::archive, "cab", "a Windows cabinet"}},
    Signature{0,
              "\x7F"
              "ELF"sv,
              {Group::program, "elf", "a Linux program"}},
    Signature{0, "\xFE\xED\xFA\xCE"sv, {Group::program, "macho", "a macOS program"}},
    Signature{0, "\xFE\xED\xFA\xCF"sv, {Group::program, "macho", "a macOS program"}},
    Signature{0, "\xCE\xFA\xED\xFE"sv, {Group::program, "macho", "a macOS program"}},
    Signature{0, "\xCF\xFA\xED\xFE"sv, {Group::program, "macho", "a macOS program"}},
    Signature{0, "\xCA\xFE\xBA\xBE"sv, {Group::program, "class", "a Java or macOS program"}},
    Signature{0, "dex\n035"sv, {Group::program, "dex", "an Android program"}},
    Signature{0, "OggS"sv, {Group::recording, "ogg", "an Ogg recording"}},
    Signature{0, "\x1A\x45\xDF\xA3"sv, {Group::recording, "webm", "a WebM film"}},
    Signature{4, "ftyp"sv, {Group::recording, "mp4", "an MP4 film"}},
    Signature{0, "ID3"sv, {Group::recording, "mp3", "an MP3 recording"}},
    Signature{0, "wOFF"sv, {Group::font, "woff", "a font"}},
    Signature{0, "wOF2"sv, {Group::font, "woff2", "a font"}},
};

// "MZ" alone is two letters; a Windows program says where its second header is.
bool windows_program(std::string_view head) {
  if (!head.starts_with("MZ") || head.size() < 64) return false;
  std::uint32_t at = 0;
  for (int i = 3; i >= 0; --i) at = at << 8 | static_cast<unsigned char>(head[0x3C + static_cast<std::size_t>(i)]);
  if (at + 4ull > head.size()) return find(head, "This program") != npos;
  const std::string_view mark = head.substr(at, 4);
  return mark == "PE\0\0"sv || mark.starts_with("NE") || mark.starts_with("LE");
}

Nature markup_of(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (!head.empty() && space(head.front())) head.remove_prefix(1);
  if (starts(head, "<?php")) return {Group::markup, "php", "a PHP program"};
  if (starts(head, "<!doctype html") || starts(head, "<html") || starts(head, "<head") || starts(head, "<body") ||
      starts(head, "<script"))
    return {Group::markup, "html", "an HTML page"};
  const bool xml = starts(head, "<?xml") || starts(head, "<!doctype") || starts(head, "<!--");
  if (starts(head, "<svg") || (xml && find(head.substr(0, 4'096), "<svg") != npos))
    return {Group::markup, "svg", "an SVG drawing"};
  if (xml && find_folded(head.substr(0, 4'096), "html") != npos && find(head.substr(0, 4'096), "<html") != npos)
    return {Group::markup, "html", "an HTML page"};
  return xml ? Nature{Group::markup, "xml", "an XML document"} : Nature{};
}

struct Promise {
  std::string_view extensions;  // each between blanks
  Nature nature;
};
constexpr std::array promises = {
    Promise{" png ", {Group::picture, "png", {}}},
    Promise{" jpg jpeg jpe ", {Group::picture, "jpeg", {}}},
    Promise{" gif ", {Group::picture, "gif", {}}},
    Promise{" webp ", {Group::picture, "webp", {}}},
    Promise{" bmp ico cur tif tiff avif heic ", {Group::picture, {}, {}}},
    Promise{" mp3 mp4 m4a m4v mov avi webm ogg oga ogv wav flac aac flv swf wmv mpg mpeg ", {Group::recording, {}, {}}},
    Promise{" woff woff2 ttf otf eot ", {Group::font, {}, {}}},
    Promise{" pdf ", {Group::document, "pdf", {}}},
    Promise{" exe dll com scr msi sys ocx so dylib class jar apk bin cpl drv o ko mexw64 node wasm ",
            {Group::program, {}, {}}},
};

constexpr std::string_view page_names = " html htm xhtml xht shtml ";
constexpr std::string_view script_names = " js mjs cjs jsx ts ";
constexpr std::string_view xml_names = " xml xsd xsl xslt qti dtd imsmanifest rdf wsdl plist ";
constexpr std::string_view json_names = " json jsonld map webmanifest ";

bool among(std::string_view list, std::string_view word) {
  const std::string wanted = " " + std::string(word) + " ";
  return !word.empty() && list.find(wanted) != npos;
}

// A Windows shortcut, an installer, a Java archive, an Office file with macros: harmless in a browser, not behind a
// double click.
std::string_view attachment(const std::string& extension, std::string_view bytes) {
  if (bytes.starts_with("L\0\0\0\1\x14\2\0"sv)) return "a Windows shortcut";
  if (among(" docm dotm xlsm xltm xlam pptm potm ppsm ppam ", extension)) return "an Office document with macros";
  if (bytes.starts_with("PK\3\4") && find(bytes, "vbaProject.bin") != npos) return "an Office document with macros";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    if (extension == "msi" || extension == "msp") return "a Windows installer";
    // The name of the stream, in UTF-16.
    if (find(bytes, "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"sv) != npos) return "an Office document with macros";
  }
  if (among(" msi msix appx dmg pkg deb rpm ", extension)) return "an installer";
  if (among(" jar apk xap ", extension)) return "a program archive";
  if (among(" hta scr pif cpl lnk url scf reg ", extension)) return "a file that Windows runs when it is opened";
  return {};
}

// The end record of a zip whose central directory stands where it says, up to the last byte.
bool zip_at_end(std::string_view bytes) {
  const std::size_t from = bytes.size() > 65'557 ? bytes.size() - 65'557 : 0;
  for (std::size_t at = find(bytes, "PK\5\6", from); at != npos && at + 22 <= bytes.size();
       at = find(bytes, "PK\5\6", at + 1)) {
    const auto number = [&](std::size_t offset, int count) {
      std::uint64_t value = 0;
      for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + offset + static_cast<std::size_t>(i)]);
      return value;
    };
    const std::uint64_t comment = number(20, 2), size = number(12, 4);
    if (at + 22 + comment != bytes.size() || size == 0 || size > at) continue;
    if (bytes.substr(at - size, 4) == "PK\1\2") return true;
  }
  return false;
}

}  // namespace

std::string extension_of(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == npos || name.size() - dot > 16) return {};
  std::string out(name.substr(dot + 1));
  for (char& c : out) c = lower(c);
  return out;
}

Nature nature_of(std::string_view head) {
  if (windows_program(head)) return {Group::program, "pe", "a Windows program"};
  for (const Signature& each : signatures)
    if (head.size() > each.at && head.substr(each.at).starts_with(each.bytes)) return each.nature;
  return markup_of(head);
}

Nature promised_by(std::string_view name) {
  const std::string extension = extension_of(name);
  if (extension.empty()) return {};
  for (const Promise& each : promises)
    if (among(each.extensions, extension)) return each.nature;
  return {};
}

FileClass class_of(std::string_view name, std::string_view head) {
  const std::string extension = extension_of(name);
  const Nature promised = promised_by(name), found = nature_of(head);
  if (promised.group == Group::picture || found.group == Group::picture) return picture;
  if (promised.group == Group::recording || promised.group == Group::font || promised.group == Group::document ||
      found.group == Group::recording || found.group == Group::font || found.group == Group::document)
    return other_media;
  const bool wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
                    (head.size() > 1 && (head[0] == 0 || head[1] == 0) && (head[0] == '<' || head[1] == '<'));
  if (!wide && head.substr(0, 1'024).find('\0') != npos) return other_bytes;
  if (extension == "svg" || found.name == "svg") return svg;
  if (among(page_names, extension) || found.name == "html") return page;
  if (extension == "css") return style;
  if (among(script_names, extension)) return script;
  if (among(json_names, extension)) return json_text;
  if (among(xml_names, extension) || found.name == "xml") return xml_text;
  return found.group == Group::unknown || found.group == Group::markup ? other_text : other_bytes;
}

void scan_nature(std::string_view name, std::string_view bytes, bool whole, std::uint64_t, Sink& sink) {
  const std::string extension = extension_of(name);
  const Nature found = nature_of(bytes), promised = promised_by(name);
  const bool media = promised.group == Group::picture || promised.group == Group::recording ||
                     promised.group == Group::font || promised.group == Group::document;
  if (found.group == Group::program)
    sink.see(media || among(page_names, extension) || among(" css js json xml txt csv svg ", extension)
                 ? Sign::disguised_program
                 : Sign::program,
             found.words);
  if (const std::string_view words = attachment(extension, bytes); !words.empty() && found.group != Group::program)
    sink.see(Sign::active_attachment, words);
  if (media && found.group == Group::markup && found.name != "xml") sink.see(Sign::disguised_markup, found.words);
  if (media && found.group == Group::archive) sink.see(Sign::disguised_archive, found.words);
  if (promised.group == Group::picture && !promised.name.empty() && found.group == Group::picture &&
      found.name != promised.name)
    sink.see(Sign::other_picture, found.words);
  if (media || found.group == Group::picture || found.group == Group::document) {
    if (whole && found.group != Group::archive && zip_at_end(bytes)) sink.see(Sign::hidden_archive, "a zip archive");
    if (found.name != "php" && find(bytes, "<?php") != npos) sink.see(Sign::server_code, "<?php");
  }
}

}  // namespace assay::contents
