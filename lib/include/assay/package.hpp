// Opening a package: bytes in, immutable Package out.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <assay/result.hpp>
#include <assay/rule.hpp>

namespace assay {

class Store;

/// Where the bytes come from. A directory is one package. `bytes` is used instead of the path when it is set
/// (stdin, a database, a test); it must outlive the Package.
struct Source {
  std::string path;  // as the user gave it; shown in reports
  const std::string* bytes = nullptr;
};

/// Asks for an early end. It is looked at between files and rules, and inside large XML and JSON documents; the file or
/// rule at hand is still finished.
class Stop {
 public:
  enum class Reason : std::uint8_t { unasked, wanted, timeout };
  Stop() = default;
  /// `seconds` from now on; 0: as long as it takes. `wanted` outlives the package and whoever judges it.
  explicit Stop(const std::atomic<bool>* wanted, double seconds = 0);
  [[nodiscard]] Reason reason() const;
  [[nodiscard]] bool asked() const { return reason() != Reason::unasked; }
  [[nodiscard]] double seconds() const { return seconds_; }

 private:
  const std::atomic<bool>* wanted_ = nullptr;
  double seconds_ = 0;
  std::int64_t end_ = 0;  // nanoseconds of the steady clock; 0: none
};

/// Budgets: they count work, never time. Reaching one gives verdict "refused" with everything found so far.
struct Limits {
  std::uint64_t archive_bytes = 32ull << 30;    // size of the archive itself
  std::uint64_t stdin_bytes = 1ull << 30;       // a package read from standard input
  std::uint64_t entries = 100'000;              // entries of an archive or files of a directory
  std::uint64_t name_bytes = 1'024;             // bytes of one entry name
  std::uint64_t name_depth = 64;                // folders inside one another
  std::uint64_t directory_bytes = 64ull << 20;  // table of contents of a zip
  std::uint64_t inflate_ratio = 200;            // unpacked bytes for one packed byte …
  std::uint64_t inflate_floor = 16ull << 20;    // … counted when more than this many came out
  std::uint64_t verify_bytes = 512ull << 20;    // bytes read and unpacked to see whether entries are whole
  std::uint64_t inflated_bytes = 2ull << 30;    // bytes inflated for parsing, all documents together
  std::uint64_t document_bytes = 64ull << 20;   // bytes of one XML or JSON document
  std::uint64_t xml_depth = 256;
  std::uint64_t xml_nodes = 5'000'000;
  std::uint64_t xml_attributes = 1'024;       // attributes of one element; twice as many with those of all around it
  std::uint64_t xml_name_bytes = 8ull << 20;  // bytes of the names of one XML document, see limits.cpp
  std::uint64_t address_bytes = 64ull << 20;  // bytes of a manifest's addresses, each with its base
  std::uint64_t json_depth = 256;
  std::uint64_t json_nodes = 5'000'000;
  std::uint64_t html_depth = 512;
  std::uint64_t html_nodes = 1'000'000;
  std::uint64_t html_bytes = 16ull << 20;         // one page; its tree takes up to eight times as much
  std::uint64_t documents = 10'000;               // documents that are parsed
  std::uint64_t xpath_steps = 5'000'000;          // evaluation steps of one expression
  std::uint64_t content_bytes = 64ull << 20;      // bytes of files that are looked into besides documents
  std::uint64_t content_file_bytes = 4ull << 20;  // bytes of one such file; of a larger one only its beginning
  std::uint64_t content_files = 100'000;          // such files
  std::uint64_t report_bytes = 256ull << 20;      // of an earlier report that is compared with
  std::uint64_t findings = 10'000;                // findings kept per package; the rest is counted
  Stop stop;                                      // no budget: a report that ends here is another one the next time
};
struct LimitInfo {
  std::string_view name;  // "xml-depth"
  std::uint64_t Limits::*field;
  std::string_view unit;  // "bytes", "levels", …
  std::string_view meaning;
};
[[nodiscard]] std::span<const LimitInfo> limit_table();

/// How the name of an archive entry was written.
enum class NameEncoding : std::uint8_t { ascii, utf8, undeclared_utf8, undeclared };

/// The texts live as long as the package.
struct Entry {
  std::string_view name;      // decoded to UTF-8; separators as written
  std::string_view raw_name;  // bytes of the central directory
  std::string_view path;      // name with "\" read as "/", the key of look-ups
  std::uint64_t size = 0;
  std::uint64_t compressed = 0;
  std::uint64_t offset = 0;  // of its header in the archive
  std::uint32_t crc = 0;
  std::uint32_t external_attributes = 0;
  std::uint32_t modified = 0;  // DOS date and time as the table of contents tells them; 0 in a directory
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
  std::uint8_t host = 0;  // 3 = Unix
  bool directory = false;
  NameEncoding name_encoding = NameEncoding::ascii;
  std::string_view charset{};  // when undeclared: "gb18030", "ibm437"; else empty
};

/// What assay takes the package to be, and why.
struct Format {
  std::string id;        // "scorm-1.2", "imscp-1.1.2", … or empty when unknown
  std::string title;     // "SCORM 1.2"
  std::string evidence;  // "namespace … with schemaversion 1.2"
  std::string guess;     // when unknown: what it probably is, in words; may be empty
};

/// One XML or JSON document that the format gives a role to.
struct Document {
  std::string file;
  std::string role;                    // "manifest", "metadata", …
  std::string read_as;                 // its encoding: "UTF-8", "GB18030", …
  std::string standard;                // schema set it was validated against: "scorm-1.2"; empty when none applies
  const XmlDocument* xml = nullptr;    // null unless well-formed XML
  const JsonDocument* json = nullptr;  // null unless well-formed JSON
  bool well_formed = false;
  bool validated = false;                   // a schema set applied
  std::vector<SchemaDefect> defects;        // diagnosed, at most one per node and cause
  std::vector<SchemaDefect> unseen;         // valid, but in a known namespace and not declared there (lax wildcards)
  std::string encoding, declared_encoding;  // set when the two contradict each other
  LineColumn doctype;                       // of a DOCTYPE, also in a document that is not well-formed; 0: none
  Problem problem;                          // when not readable or not well-formed; line and column set
};

struct PackageData;

class Package {
 public:
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  [[nodiscard]] const std::string& path() const;  // exactly as given
  [[nodiscard]] std::string_view kind() const;    // "zip", "directory", "document"
  [[nodiscard]] std::uint64_t bytes() const;
  [[nodiscard]] const Format& format() const;
  [[nodiscard]] std::span<const Entry> entries() const;
  [[nodiscard]] std::span<const Document> documents() const;
  /// Trouble met while reading that did not stop it: limits, damaged entries, undecodable bytes.
  [[nodiscard]] std::span<const Problem> problems() const;
  [[nodiscard]] std::string sha256() const;  // of the archive; computed on demand, empty for a directory
  [[nodiscard]] const PackageData& data() const { return *data_; }

 private:
  friend struct PackageAccess;
  explicit Package(std::unique_ptr<PackageData>);
  std::unique_ptr<PackageData> data_;
};

/// Fails only when nothing can be read at all (missing path, not a container, limit of the container itself).
Result<Package> open(const Source&, const Limits& = {});

/// Position of a finding, 1-based, columns in code points; `path` is /manifest/organizations/organization[1]/item[2]
/// for XML and a JSON pointer for JSON.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string path;
};
[[nodiscard]] Location locate(const Package&, const Place&);
/// The source line of a place, without its line break, cut to `most` code points around the column; empty if none.
struct Excerpt {
  std::string line;
  std::uint32_t caret = 0;  // 0-based code point in `line`
};
[[nodiscard]] Excerpt excerpt(const Package&, const Place&, std::uint32_t most = 100);

/// A package format: lib/package/formats/<id>.cpp.
struct FormatInfo {
  std::string_view id;  // "scorm"
  std::string_view title;
  std::string_view markers;  // "imsmanifest.xml"
  bool judged = false;       // assay has a profile for it
};
[[nodiscard]] std::span<const FormatInfo> format_table();

}  // namespace assay
