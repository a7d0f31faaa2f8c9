// How a package format announces itself: one file a format in lib/package/formats, listed in formats.cpp.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>

#include "xml/parse.hpp"

namespace assay {

/// What recognition may look at.
struct Contents {
  std::span<const Entry> entries;
  std::string_view kind;                                        // "zip", "directory", "document"
  std::string_view path;                                        // of the input
  std::function<const std::string*(std::uint32_t entry)> text;  // decoded document; null when it cannot be read
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view path) const;
  /// Entry with this file name in the shallowest folder (then first by name); directories and __MACOSX left out.
  [[nodiscard]] std::optional<std::uint32_t> shallowest(std::string_view file_name, bool ignore_case = false) const;
  [[nodiscard]] bool any_suffix(std::string_view suffix) const;
};

struct DocumentRequest {
  std::uint32_t entry = 0;
  std::string role;
  std::string set;  // schema set; empty: well-formedness only
  bool json = false;
};

struct Recognised {
  Format format;
  std::string root;  // folder that the manifest stands in: "" or "Course/"
  std::vector<DocumentRequest> documents;
};

struct FormatModule {
  std::span<const FormatInfo> info;
  std::optional<Recognised> (*recognise)(const Contents&);
};

// In the order in which they are asked; the first that recognises the package wins.
extern const FormatModule ims_manifest_format;  // SCORM, IMS CP, Common Cartridge, QTI packages
extern const FormatModule cmi5_format;
extern const FormatModule tincan_format;
extern const FormatModule h5p_format;
extern const FormatModule aicc_format;
extern const FormatModule metadata_format;  // a metadata record on its own
extern const FormatModule foreign_format;   // what it is instead: LMS backup, HTML export, zip in a zip, …

/// Asks all of them; an unknown package gives an empty format id, with a guess where there is one.
[[nodiscard]] Recognised recognise(const Contents&);

/// Schema set of a format id; empty when none ships.
[[nodiscard]] std::string schema_set_of(std::string_view format_id);

/// Schema set of a metadata record with this root namespace; empty when the namespace is no metadata standard's.
[[nodiscard]] std::string record_set(std::string_view root_namespace);

}  // namespace assay
