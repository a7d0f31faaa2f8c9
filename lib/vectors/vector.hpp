// Test vectors: a base package plus edits, with the complete set of findings that is expected.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <assay/result.hpp>
#include <assay/store.hpp>

#include "json/document.hpp"

namespace assay::vectors {

struct Expected {
  std::string rule;
  std::optional<std::string> cause, file, severity;
  std::optional<std::uint32_t> line, column;
};

/// One vector for one version: tokens are put in, the profile is named.
struct Vector {
  std::string id;  // "imscp.dangling-item-reference.unknown@1.1.2"
  std::string why;
  std::vector<std::string> requirements;  // "imscp/R-031"
  std::string profile, family, version;
  std::vector<std::string> overlays;
  std::string verdict;
  std::vector<Expected> findings;
  std::vector<std::string> passed;
  std::optional<double> seconds;
  std::optional<double> mib;
  std::shared_ptr<const JsonDocument> document;  // for the builder
};

/// Where vectors come from: what ships, or a folder of the same layout.
class Suite {
 public:
  /// Empty folder: the embedded vectors. A broken vector is a Problem with its place.
  static Result<Suite> load(const Store&, const std::string& folder);
  [[nodiscard]] const std::vector<Vector>& vectors() const { return vectors_; }
  /// Bytes of a file of the suite, null when absent: "imscp/base/1.1.2/minimal/imsmanifest.xml".
  [[nodiscard]] const std::string* file(const std::string& path) const;
  [[nodiscard]] std::vector<std::string> files_under(const std::string& prefix) const;
  /// Tokens of a family's version: "ns:cp" → its namespace.
  [[nodiscard]] const std::map<std::string, std::string>& tokens(const std::string& family,
                                                                 const std::string& version) const;

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, std::map<std::string, std::map<std::string, std::string>>> tokens_;
  std::vector<Vector> vectors_;
};

/// A built package: what it is, and its bytes or files.
struct Built {
  enum class Kind : std::uint8_t { zip, directory, document } kind = Kind::zip;
  std::string name;                                        // "package.zip", or the document's name
  std::string bytes;                                       // of a zip or document
  std::vector<std::pair<std::string, std::string>> files;  // of a directory
};
Result<Built> build(const Suite&, const Vector&);
/// Writes it below the folder; returns the path to judge.
Result<std::string> write(const Built&, const std::string& folder);

}  // namespace assay::vectors
