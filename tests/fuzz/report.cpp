// Any bytes as titles, names and values of a package whose report goes through every renderer.
#include <cstdlib>

#include <assay/render.hpp>
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "text/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const assay::Store store;
  static const auto profile = *assay::resolve(store, {{"scorm-1.2"}, {}});
  std::string text = "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" identifier=\"";
  std::string value;
  for (const char c : std::string_view(reinterpret_cast<const char*>(data), size))
    value += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
  text += value + "\"><organizations default=\"" + value + "\"><organization identifier=\"" + value +
          "\"><item identifierref=\"" + value + "\"><title>" + value +
          "</title></item></organization></organizations><resources><resource href=\"" + value +
          "\"/></resources></manifest>";
  const auto package = assay::open({"fuzz.xml", &text});
  if (!package) return 0;
  const auto report = assay::validate(*package, profile);
  for (const assay::RendererInfo& row : assay::renderer_table()) {
    std::string out;
    const auto renderer = row.make({}, [&](std::string_view part) {
      out += part;
      return true;
    });
    if (!renderer->begin() || !renderer->add(report) || !renderer->end({})) std::abort();
    if (!assay::text::is_valid_utf8(out) || out.find('\x1b') != std::string::npos) std::abort();
  }
  return 0;
}
