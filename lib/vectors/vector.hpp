// Test vectors: a base package plus edits, with the complete set of findings that is expected.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <assay/result.hpp>
#include <assay/store.hpp>

#include "json/document.hpp"
#include "vectors/blob.hpp"

namespace assay::vectors {

/// A finding that has to be there; what is not said may be anything.
struct Expected {
  std::string rule;
  std::optional<std::string> cause, file, severity;
  std::optional<std::uint32_t> line, column;
};

/// One vector for one profile: tokens are known, ranges of versions are unfolded.
struct Vector {
  std::string id;    // "imscp.dangling-item-reference.unknown@1.1.2"
  std::string name;  // the same without the version
  std::string path;  // in the suite: "imscp/dangling-item-reference/unknown.json"
  std::string why, base;
  std::vector<std::string> requirements;  // "imscp/R-031"
  std::string profile, family, version;   // family and version are empty for a profile that is no version
  std::vector<std::string> overlays;
  std::string verdict;
  std::vector<Expected> findings;
  std::vector<std::string> problems;                          // codes of what stopped the judging, all of them
  std::vector<std::string> passed;                            // rules that must have passed
  std::vector<std::pair<std::string, std::string>> outcomes;  // rule → "inapplicable", "blocked", …
  std::optional<double> seconds, mib;                         // bounds: the vector gets a process of its own
  std::shared_ptr<const JsonDocument> document;               // for the builder
};

/// What a vector file says, before its profiles are unfolded. Problems name file, line and column.
struct VectorFile {
  Vector vector;
  std::vector<std::string> profiles;  // ids and ranges
};
Result<VectorFile> read_vector(const std::string& path, std::shared_ptr<const JsonDocument>);

using Tokens = std::map<std::string, std::string, std::less<>>;

/// Where vectors come from: what ships, or a folder of the same layout.
class Suite {
 public:
  /// Empty folder: the embedded vectors. Fails only when the folder cannot be read.
  static Result<Suite> load(const Store&, const std::string& folder);
  /// Sorted by id.
  [[nodiscard]] const std::vector<Vector>& vectors() const { return vectors_; }
  /// Broken vectors; they are not in vectors().
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  /// Bytes of a file of the suite, null when absent: "imscp/base/1.1.2/minimal/imsmanifest.xml".
  [[nodiscard]] const std::string* file(const std::string& path) const;
  [[nodiscard]] std::vector<std::string> files_under(const std::string& prefix) const;
  /// Tokens of a family's version: "ns:cp" → its namespace.
  [[nodiscard]] const Tokens& tokens(const std::string& family, const std::string& version) const;
  /// Those of the vector's version, and behind them those of its base's.
  [[nodiscard]] Tokens tokens_of(const Vector&) const;
  /// Folders of a base for a version, best first: its own, "any", then those of other versions.
  [[nodiscard]] std::vector<std::string> base_folders(const std::string& family, const std::string& name,
                                                      const std::string& version) const;

 private:
  std::optional<Problem> read_files(const std::string& folder);
  void read_tokens(const std::string& family, JsonNode top);
  void unfold(const Store&, const VectorFile&);

  std::map<std::string, std::string, std::less<>> files_;
  std::map<std::string, std::map<std::string, Tokens>> tokens_;
  std::vector<Vector> vectors_;
  std::vector<Problem> problems_;
};

/// A link of a directory, or a pipe when it leads nowhere.
struct Special {
  std::string name;
  std::optional<std::string> to;
};

/// A built package: what it is, and its bytes or files.
struct Built {
  enum class Kind : std::uint8_t { zip, directory, document } kind = Kind::zip;
  std::string name;                                 // "package.zip", or the document's name
  Blob content;                                     // of a zip or document
  std::vector<std::pair<std::string, Blob>> files;  // of a directory
  std::vector<Special> specials;
  std::vector<std::pair<std::string, Blob>> beside{};  // files next to the package: profiles of somebody's own
};
Result<Built> build(const Suite&, const Vector&);
/// Writes it below the folder; returns the path to judge.
Result<std::string> write(const Built&, const std::string& folder);

}  // namespace assay::vectors
