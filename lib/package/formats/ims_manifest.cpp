// Packages around an imsmanifest.xml: SCORM, IMS Content Packaging, Common Cartridge, QTI.
#include <algorithm>
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

constexpr std::array info = {
    FormatInfo{"scorm-1.2", "SCORM 1.2", "imsmanifest.xml", true},
    FormatInfo{"scorm-2004-2", "SCORM 2004 2nd Edition", "imsmanifest.xml", true},
    FormatInfo{"scorm-2004-3", "SCORM 2004 3rd Edition", "imsmanifest.xml", true},
    FormatInfo{"scorm-2004-4", "SCORM 2004 4th Edition", "imsmanifest.xml", true},
    FormatInfo{"imscp-1.1.2", "IMS Content Packaging 1.1.2", "imsmanifest.xml", true},
    FormatInfo{"imscp-1.1.3", "IMS Content Packaging 1.1.3", "imsmanifest.xml", true},
    FormatInfo{"imscp-1.1.4", "IMS Content Packaging 1.1.4", "imsmanifest.xml", true},
    FormatInfo{"imscp-1.2", "IMS Content Packaging 1.2", "imsmanifest.xml", true},
    FormatInfo{"cc-1.0", "Common Cartridge 1.0", "imsmanifest.xml", false},
    FormatInfo{"cc-1.1", "Common Cartridge 1.1", "imsmanifest.xml", false},
    FormatInfo{"cc-1.2", "Common Cartridge 1.2", "imsmanifest.xml", false},
    FormatInfo{"cc-1.3", "Common Cartridge 1.3", "imsmanifest.xml", false},
    FormatInfo{"cc-1.4", "Common Cartridge 1.4", "imsmanifest.xml", false},
    FormatInfo{"qti-2.1-package", "QTI 2.1 package", "imsmanifest.xml", false},
    FormatInfo{"qti-2.2-package", "QTI 2.2 package", "imsmanifest.xml", false},
    FormatInfo{"qti-3.0-package", "QTI 3.0 package", "imsmanifest.xml", false},
    FormatInfo{"apip-1.0", "APIP 1.0 package", "imsmanifest.xml", false},
};

std::string_view title_of(std::string_view id) {
  for (const FormatInfo& row : info)
    if (row.id == id) return row.title;
  return id;
}

struct NamespaceRow {
  std::string_view uri, id;
};
constexpr std::array by_root_namespace = {
    NamespaceRow{"http://www.imsglobal.org/xsd/imscc/imscp_v1p1", "cc-1.0"},
    NamespaceRow{"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", "cc-1.1"},
    NamespaceRow{"http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1", "cc-1.2"},
    NamespaceRow{"http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", "cc-1.3"},
    NamespaceRow{"http://www.imsglobal.org/xsd/imsccv1p4/imscp_v1p1", "cc-1.4"},
    NamespaceRow{"http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "qti-3.0-package"},
    NamespaceRow{"http://www.imsglobal.org/xsd/apip/apipv1p0/imscp_v1p1", "apip-1.0"},
};

constexpr std::string_view cp_112 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
constexpr std::string_view cp_later = "http://www.imsglobal.org/xsd/imscp_v1p1";
constexpr std::string_view adlcp_12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
constexpr std::string_view adlcp_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3";

// Without a version, what only the 4th Edition has tells it.
std::string_view edition_2004(const xml::Peek& peek) {
  const std::string_view version = peek.schema_version;
  if (version.find("4th") != std::string_view::npos) return "scorm-2004-4";
  if (version.find("3rd") != std::string_view::npos) return "scorm-2004-3";
  if (version.empty())
    for (std::string_view sign : {"minProgressMeasure", "sharedDataGlobalToSystem", "targetID=", "adlseq:objectives>"})
      if (peek.head.find(sign) != std::string::npos) return "scorm-2004-4";
  return "scorm-2004-2";
}

// 1.1.3, 1.1.4 and 1.2 share their namespace: schemaversion tells them apart, else the schema that the author pointed
// at.
std::string_view cp_version(const xml::Peek& peek) {
  if (peek.schema_version == "1.1.3") return "imscp-1.1.3";
  const bool named =
      peek.head.find("imscp_v1p2") != std::string::npos || peek.head.find("imscpv1p2") != std::string::npos;
  return named || peek.schema_version == "1.2" || peek.schema.starts_with("QTIv2.") ? "imscp-1.2" : "imscp-1.1.4";
}

std::string_view later_cp(const xml::Peek& peek) {
  if (peek.schema.starts_with("QTIv2.1") || peek.schema_version == "2.1") return "qti-2.1-package";
  if (peek.schema.starts_with("QTIv2.2") || peek.schema_version == "2.2") return "qti-2.2-package";
  return cp_version(peek);
}

// QTI 2.x packages have the manifest of a content package; what they add stands in the items.
std::string set_of(std::string_view id, const xml::Peek& peek) {
  return schema_set_of(id.starts_with("qti-2.") ? cp_version(peek) : id);
}

// The namespace of the root element decides the standard, schemaversion the edition. A manifest without the right
// namespace is judged as what the rest of it says that it wants to be.
std::string_view standard_of(const xml::Peek& peek) {
  for (const NamespaceRow& row : by_root_namespace)
    if (row.uri == peek.root_namespace) return row.id;
  const bool scorm = peek.schema == "ADL SCORM";
  const bool scorm_12 = peek.uses_namespace(adlcp_12);
  const bool scorm_2004 = peek.uses_namespace(adlcp_2004);
  if (peek.root_namespace == cp_112) return scorm || scorm_12 || scorm_2004 ? "scorm-1.2" : "imscp-1.1.2";
  if (peek.root_namespace == cp_later) {
    if (scorm_12 && !scorm_2004 && (!scorm || peek.schema_version == "1.2")) return "scorm-1.2";
    if (scorm || scorm_2004) return edition_2004(peek);
    return later_cp(peek);
  }
  if (scorm_2004) return edition_2004(peek);
  if (scorm_12 || (scorm && peek.schema_version == "1.2")) return "scorm-1.2";
  if (scorm) return edition_2004(peek);
  return "imscp-1.1.2";
}

bool same_but_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// imsmanifest.xml of another folder, imsmanifest_2004.xml, …: not judged, but named.
bool is_manifest_name(std::string_view path) {
  constexpr std::string_view start = "imsmanifest", end = ".xml";
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.size() >= start.size() + end.size() && same_but_case(name.substr(0, start.size()), start) &&
         same_but_case(name.substr(name.size() - end.size()), end) && !path.starts_with("__MACOSX/");
}

std::optional<Recognised> recognise_manifest(const Contents& contents) {
  std::optional<std::uint32_t> entry;
  if (contents.kind == "document") {
    const std::string* text = contents.text(0);
    if (!text || xml::peek(*text).root_name != "manifest") return std::nullopt;
    entry = 0;
  } else {
    entry = contents.find("imsmanifest.xml");
    if (!entry) entry = contents.shallowest("imsmanifest.xml");
    if (!entry) entry = contents.shallowest("imsmanifest.xml", true);
  }
  if (!entry) return std::nullopt;
  Recognised found;
  const std::string path(contents.entries[*entry].path);
  found.root = contents.kind == "document" ? std::string() : path.substr(0, path.rfind('/') + 1);
  const std::string* text = contents.text(*entry);
  const xml::Peek peek = text ? xml::peek(*text) : xml::Peek{};
  found.format.id = standard_of(peek);
  found.format.title = title_of(found.format.id);
  found.format.evidence = contents.kind == "document" ? "root element manifest" : path;
  if (!peek.root_namespace.empty()) found.format.evidence += ", namespace " + peek.root_namespace;
  if (!peek.schema_version.empty()) found.format.evidence += ", schemaversion " + peek.schema_version;
  found.documents.push_back({*entry, "manifest", set_of(found.format.id, peek)});
  constexpr std::size_t most = 20;
  // In a zip, one in the very place of the manifest is its rival (safe-package/R-117); on a disk it is another file.
  const auto rival = [&](const Entry& each) { return contents.kind == "zip" && same_but_case(each.path, path); };
  for (std::uint32_t i = 0; i < contents.entries.size() && found.documents.size() <= most; ++i)
    if (const Entry& each = contents.entries[i];
        i != *entry && !each.directory && is_manifest_name(each.path) && !rival(each))
      found.documents.push_back({i, "second-manifest", ""});
  return found;
}

}  // namespace

const FormatModule ims_manifest_format = {info, recognise_manifest};

}  // namespace assay
