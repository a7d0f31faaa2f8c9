// What a file is that is no zip.
#include <array>

#include "archive/archive.hpp"

namespace assay::archive {

std::string describe_bytes(std::string_view bytes) {
  using namespace std::string_view_literals;
  struct Signature {
    std::string_view start, what;
  };
  static constexpr std::array signatures = {
      Signature{"Rar!"sv, "a RAR archive"},
      Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
      Signature{"\x1F\x8B"sv, "a gzip file"},
      Signature{"BZh"sv, "a bzip2 file"},
      Signature{"\xFD"
                "7zXZ"sv,
                "an xz file"},
      Signature{"%PDF"sv, "a PDF document"},
      Signature{"\x89PNG"sv, "a PNG picture"},
      Signature{"\xFF\xD8\xFF"sv, "a JPEG picture"},
      Signature{"GIF8"sv, "a GIF picture"},
      Signature{"\x7F"
                "ELF"sv,
                "a Linux program"},
      Signature{"MZ"sv, "a Windows program"},
      Signature{"\xD0\xCF\x11\xE0"sv, "an old Office document"},
      Signature{"SQLite format 3"sv, "a database"},
      Signature{"{\\rtf"sv, "a rich text document"},
      Signature{"CWS"sv, "a Flash film"},
      Signature{"FWS"sv, "a Flash film"},
      Signature{"ID3"sv, "an MP3 recording"},
      Signature{"\x1A\x45\xDF\xA3"sv, "a video (Matroska, WebM)"},
  };
  for (const Signature& signature : signatures)
    if (bytes.starts_with(signature.start)) return std::string(signature.what);
  if (bytes.size() > 262 && bytes.substr(257, 5) == "ustar") return "a tar archive";
  if (bytes.size() > 11 && bytes.substr(4, 4) == "ftyp") return "a video (MP4)";
  std::string head(bytes.substr(0, 512));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string::npos &&
      (head.compare(first, 9, "<!doctype") == 0 || head.compare(first, 5, "<html") == 0) &&
      head.find("html") != std::string::npos)
    return "an HTML page (a download that ended at a log-in page looks like this)";
  return {};
}

}  // namespace assay::archive
