// A metadata record on its own: a single document with root element lom.
#include <array>

#include "package/format.hpp"
#include "xml/namespaces.hpp"

namespace assay {
namespace {

constexpr std::array info = {
    FormatInfo{"imsmd-1.2.1", "IMS Metadata 1.2.1 record", "an XML document with root lom", true},
    FormatInfo{"imsmd-1.2.4", "IMS Metadata 1.2.4 record", "an XML document with root lom", true},
    FormatInfo{"lom-1.0", "IEEE LOM 1.0 record", "an XML document with root lom", true},
};

const FormatInfo* standard_of(std::string_view root_namespace) {
  const xml::Namespace* known = xml::find_namespace(root_namespace);
  for (const FormatInfo& row : info)
    if (known && known->standard == row.id) return &row;
  return nullptr;
}

std::optional<Recognised> recognise_record(const Contents& contents) {
  if (contents.kind != "document") return std::nullopt;
  const std::string* text = contents.text(0);
  if (!text) return std::nullopt;
  const xml::Peek peek = xml::peek(*text);
  if (peek.root_name != "lom") return std::nullopt;
  // A record in no known namespace is judged as what its names look like, which says what is wrong with it.
  const FormatInfo* known = standard_of(peek.root_namespace);
  const bool ieee = peek.head.find("<string") != std::string::npos || peek.head.find("<lifeCycle") != std::string::npos;
  const FormatInfo& row = known ? *known : ieee ? info[2] : info[0];
  Recognised found;
  found.format = {std::string(row.id), std::string(row.title), "root element lom, namespace " + peek.root_namespace,
                  ""};
  found.documents.push_back({0, "metadata", schema_set_of(row.id)});
  return found;
}

}  // namespace

const FormatModule metadata_format = {info, recognise_record};

std::string record_set(std::string_view root_namespace) {
  const FormatInfo* known = standard_of(root_namespace);
  return known ? schema_set_of(known->id) : std::string();
}

}  // namespace assay
