// What a look into the files of a package saw: pages, scripts, styles, pictures, data, not only its documents.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <assay/rule.hpp>

namespace assay {

/// One thing seen in one place. The value is short, and masked where it is a secret.
struct Sighting {
  std::string_view file;               // entry name
  std::string_view value;              // "cdn.example.org", "document.cookie", "AKIA…"
  std::uint32_t line = 0, column = 0;  // 0: the file as a whole
};

/// Everything seen of one sign ("external-script", "private-key", …; assay rules and CONTRIBUTING.md list them), in the
/// order of file names and places. The first question reads every file once, within the limits content-*.
[[nodiscard]] std::span<const Sighting> sightings(const Package&, std::string_view sign);

/// How far the look went for a sign: files that could carry it, and how many were too large or too many to be looked
/// into completely.
struct Looked {
  std::uint64_t files = 0, left_out = 0;
};
[[nodiscard]] Looked looked_for(const Package&, std::string_view sign);

/// A sign that sightings() knows.
struct SignInfo {
  std::string_view name;
  std::string_view meaning;
  bool secret = false;  // its line is never shown
  bool worded = false;  // its value is said in words ({what}, translated), not quoted from the file ({value})
};
[[nodiscard]] std::span<const SignInfo> sign_table();

/// Something that an author wrote into a document of the package (not into its pages).
struct Written {
  enum class Kind : std::uint8_t { address, words, identifier } kind;
  Place place;
  std::string_view value;
  std::string_view file;
  bool manifest = false;  // of an IMS manifest, whose references have rules of their own
};
/// Calls visit for every address, every text meant for readers, and every identifier of all documents.
void each_written(const Package&, void (*visit)(void* context, const Written&), void* context);
template <class Visit>
void each_written(const Package& package, Visit visit) {
  each_written(
      package, [](void* context, const Written& written) { (*static_cast<Visit*>(context))(written); }, &visit);
}

/// A single document was given, not a package.
[[nodiscard]] bool came_alone(const Package&);

/// A path that climbs above the package root, however its dots and separators are written, from a document that stands
/// in a file of this name.
[[nodiscard]] bool climbs_out_of_package(std::string_view path, std::string_view file);

/// A namespace that only looks like one of a standard: letters of another script, or invisible characters.
struct LookAlike {
  Node node;
  std::string_view uri, meant;
};
[[nodiscard]] std::span<const LookAlike> look_alike_namespaces(const Package&);

}  // namespace assay
