// A metadata record on its own: a single document with root element lom.
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

constexpr std::array info = {
    FormatInfo{"imsmd-1.2.1", "IMS Metadata 1.2.1 record", "an XML document with root lom", true},
    FormatInfo{"lom-1.0", "IEEE LOM 1.0 record", "an XML document with root lom", false},
};

std::optional<Recognised> recognise_record(const Contents& contents) {
  if (contents.kind != "document") return std::nullopt;
  const std::string* text = contents.text(0);
  if (!text) return std::nullopt;
  const xml::Peek peek = xml::peek(*text);
  if (peek.root_name != "lom") return std::nullopt;
  const bool ieee = peek.root_namespace == "http://ltsc.ieee.org/xsd/LOM";
  const FormatInfo& row = info[ieee ? 1 : 0];
  Recognised found;
  found.format = {std::string(row.id), std::string(row.title), "root element lom, namespace " + peek.root_namespace,
                  ""};
  found.documents.push_back({0, "metadata", ieee ? schema_set_of("lom-1.0") : schema_set_of("imscp-1.1.2")});
  return found;
}

}  // namespace

const FormatModule metadata_format = {info, recognise_record};

}  // namespace assay
