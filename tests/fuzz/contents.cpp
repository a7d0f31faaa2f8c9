// Any bytes as a file of a package, under each of the names that decide which scanners run.
#include <cstdlib>

#include "contents/scan.hpp"
#include "text/unicode.hpp"
#include "xml/doctype.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace assay::contents;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Sink sink;
  for (std::string_view name : {"a.html", "a.png", "a.mp4", "a.pdf", "a.docx", "a", "users.csv"}) {
    (void)class_of(name, bytes);
    for (const bool whole : {false, true}) scan_nature(name, bytes, whole, size, sink);
    scan_secrets(name, bytes, sink);
  }
  for (const bool whole : {false, true}) scan_picture(bytes, whole, sink);
  scan_film(bytes, size, sink);
  for (const Markup kind : {Markup::html, Markup::svg, Markup::xml}) scan_markup(bytes, kind, 1, sink);
  scan_prolog(bytes, sink);
  scan_script(bytes, 0, sink);
  scan_style(bytes, 0, sink);
  scan_json(bytes, sink);
  for (const auto& seen : sink.seen())
    if (seen.offset != npos && seen.offset > size) std::abort();
  // No DOCTYPE may be left for a parser.
  std::string blanked(bytes);
  std::uint32_t offset = 0;
  if (assay::xml::blank_doctype(blanked, offset) &&
      (blanked.size() != size || !assay::xml::find_doctype(blanked).entities.empty()))
    std::abort();
  return 0;
}
