// Any bytes as what carries metadata: JSON-LD in a file and in the page that opens first, that page itself, and Dublin
// Core in a manifest. Every record is written out with the place of each value.
#include <cstdlib>

#include <assay/metadata.hpp>

#include "inventory/inventory.hpp"
#include "vectors/zip_writer.hpp"

namespace {

using namespace assay;

void look_at(const char* page, const char* file, const std::string& bytes) {
  const std::string manifest =
      R"(<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" identifier="m"><metadata/><organizations default="o"><organization identifier="o"><title>t</title><item identifier="i" identifierref="r"><title>t</title></item></organization></organizations><resources><resource identifier="r" type="webcontent" href="index.html"><file href="index.html"/></resource></resources></manifest>)";
  std::vector<vectors::ZipEntry> entries;
  const auto add = [&](const char* name, std::string text) {
    if (std::string_view(file) == name) text = bytes;
    entries.push_back({.name = name, .content = vectors::Blob(std::move(text))});
  };
  add("imsmanifest.xml", manifest);
  add("index.html", page);
  add("metadata.jsonld", "{}");
  const vectors::Blob zip = vectors::write_zip(entries, {});
  const auto package = open({"fuzz.zip", zip.flat()});
  if (!package) return;
  for (const MetadataRecord& record : metadata_records(*package))
    if (record.standard.empty() || locate(*package, record.place).file.empty()) std::abort();
  (void)inventory_xml(*package);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  look_at("", "metadata.jsonld", bytes);
  look_at("", "index.html", bytes);
  look_at("", "imsmanifest.xml", bytes);
  look_at(("<html><head><script type=\"application/ld+json\">" + bytes).c_str(), "", "");
  return 0;
}
