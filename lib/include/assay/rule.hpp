// The only header that a rule includes. Thin on purpose: hundreds of rule files include it (see tests/bench).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include <assay/course.hpp>
#include <assay/node.hpp>

namespace assay {

struct Problem;  // assay/result.hpp
class Package;   // assay/package.hpp: immutable, everything that was read
class Params;    // parameters of one rule after profiles were joined
class Reporter;  // bound to one rule; collects findings

enum class Severity : std::uint8_t { info, warning, error };

/// An entry of the archive or directory, as far as rules need it.
struct EntryView {
  std::string_view name;   // decoded to UTF-8, as written; ends in "/" for a directory record
  std::string_view path;   // as looked up: "/" between folders, none in front
  std::uint64_t size = 0;  // as declared
  std::uint64_t compressed = 0;
  std::uint16_t method = 0;  // 0 stored, 8 deflated
  bool directory = false;
  std::uint16_t flags = 0;                // general purpose bits of the central directory
  std::uint8_t host = 0;                  // system that made it; 3 = Unix
  std::uint32_t external_attributes = 0;  // Unix mode in the upper half when host is 3
};
[[nodiscard]] std::uint32_t entry_count(const Package&);
[[nodiscard]] EntryView entry(const Package&, std::uint32_t index);
[[nodiscard]] std::uint32_t find_entry(const Package&, std::string_view name);         // exact; none when absent
[[nodiscard]] std::uint32_t find_entry_folded(const Package&, std::string_view name);  // case and NFC ignored
[[nodiscard]] std::string_view package_root(const Package&);  // "" or the folder that holds the manifest, ending in "/"

/// Documents by role ("manifest", "metadata", …; "documents": all of them). `inline` metadata records are elements of
/// the manifest, not documents.
[[nodiscard]] const XmlDocument* manifest(const Package&);  // null when absent or not well-formed
[[nodiscard]] std::uint32_t document_count(const Package&, std::string_view role);
/// What became of a document, for rules about documents that cannot be read.
struct DocumentView {
  std::string_view file, role;
  bool well_formed = false;
  std::string_view problem_code;     // "not-well-formed", "undecodable", "damaged-entry", …; empty when all is well
  std::string_view problem, advice;  // in words
  std::uint32_t line = 0, column = 0;
  std::string_view encoding, declared_encoding;  // what it was read as, and what it says; equal in meaning, or empty
  std::string_view read_as;                      // its encoding: "UTF-8", "GB18030", …
  LineColumn doctype;  // where a DOCTYPE stands, also in a document that is not well-formed; 0: none
};
[[nodiscard]] DocumentView document(const Package&, std::string_view role, std::uint32_t index);
[[nodiscard]] const XmlDocument* xml_document(const Package&, std::string_view role, std::uint32_t index);
[[nodiscard]] const JsonDocument* json_document(const Package&, std::string_view role, std::uint32_t index);

/// What a finding points at. Made cheap; turned into file, line, column and path only when a finding is kept.
struct Place {
  enum class Kind : std::uint8_t { package, file, position, node, json };
  Kind kind = Kind::package;
  Node node{};
  JsonNode json{};
  std::string_view file{};  // entry name, or a file that should exist
  std::uint32_t line = 0, column = 0;
  bool quoted = true;  // false: its line holds a secret and is not shown
  Place() = default;
  Place(Node n) : kind(Kind::node), node(n) {}
  Place(Attribute a) : kind(Kind::node), node(owner(a)) {}
  Place(JsonNode n) : kind(Kind::json), json(n) {}
  /// The file as a whole; line and column are 0.
  static Place of_file(std::string_view name) {
    Place place;
    place.kind = Kind::file;
    place.file = name;
    return place;
  }
  /// For a document that has no tree because it is not well-formed.
  static Place at(std::string_view file, std::uint32_t line, std::uint32_t column) {
    Place place = of_file(file);
    place.kind = Kind::position;
    place.line = line;
    place.column = column;
    return place;
  }
};

struct Argument {
  std::string_view name;   // a placeholder of the rule's message: "identifierref"
  std::string_view value;  // raw package text; renderers escape it
};

/// A schema violation, reduced to what is wrong and where (lib/xml/diagnose.cpp, lib/json/schema.cpp).
struct SchemaDefect {
  std::string_view cause;  // closed list: see schema_defect_causes()
  Node node{};             // missing-*: the parent; unexpected-*, too-many: the child itself; bad-value: the owner
  JsonNode json{};
  std::string_view child{};      // canonical name of the missing child, else empty
  std::string_view attribute{};  // canonical name, when an attribute is meant
  std::string_view value{};      // the offending value
  std::string_view expected{};   // "title, item or metadata"; "a letter or _ first"
};
[[nodiscard]] std::span<const std::string_view> schema_defect_causes();

class Reporter {
 public:
  /// Says that n targets were looked at: a rule that never calls this with n > 0 is inapplicable, not passed.
  void judged(std::uint64_t targets = 1);
  void report(const Place& place, std::initializer_list<Argument> arguments = {});
  /// For a rule whose defect has several causes ("bad-value:pattern"); `cause` is lower-case with dashes.
  void report_cause(std::string_view cause, const Place& place, std::initializer_list<Argument> arguments = {});
  void report_arguments(std::string_view cause, const Place& place, std::span<const Argument> arguments);
  /// Schema defects of the package that this rule was the first to claim (kinds schema-defect, xsd-valid,
  /// json-schema-valid).
  [[nodiscard]] std::span<const SchemaDefect> claimed() const;
  /// The rule could not judge something it should have (an unreadable entry): outcome blocked.
  void blocked();
  /// The same, with a reason that the report tells once (a limit that was hit).
  void blocked(const Problem& why);

 private:
  friend struct ReporterAccess;  // lib/validate.cpp
  Reporter() = default;
  void* state_ = nullptr;
};

/// Parameters after resolution. Names are those of the rule's declaration.
class Params {
 public:
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::string_view text(std::string_view name, std::string_view fallback = {}) const;
  [[nodiscard]] std::int64_t integer(std::string_view name, std::int64_t fallback = 0) const;
  [[nodiscard]] double number(std::string_view name, double fallback = 0) const;
  [[nodiscard]] bool flag(std::string_view name) const;
  [[nodiscard]] std::span<const std::string_view> list(std::string_view name) const;
  /// Value of `key` in a table parameter, or fallback.
  [[nodiscard]] std::string_view entry(std::string_view name, std::string_view key,
                                       std::string_view fallback = {}) const;

 private:
  friend struct ParamsAccess;  // lib/profile
  Params() = default;
  const void* state_ = nullptr;
};

using Check = void (*)(const Package&, const Params&, Reporter&);

/// How a parameter joins when several profiles set it (law 5: only tighten, order-free).
enum class Join : std::uint8_t { fixed, max, min, allow, require, deny, patterns, flag, table };

struct ParamInfo {
  std::string_view name;
  Join join = Join::fixed;
  std::string_view initial{};  // JSON text of the default: "20", "[\"sco\"]"; @table/member: of a dated table
};

/// A native rule: a constant, one per file, listed by the build.
///   validators/imscp/dangling_item_reference.cpp defines assay::rules::imscp::dangling_item_reference
struct RuleInfo {
  std::string_view id;            // "imscp.dangling-item-reference": family, then the defect
  std::string_view requirements;  // "R-031 R-032": rows of spec/<family>/requirements.json
  std::string_view needs;         // roles: "manifest", "manifest metadata", "entries"
  std::string_view tables{};      // dated tables that it judges by (schemas/acs-data-1/): "hosts licences"
  std::string_view message;       // English, placeholders {like-this}
  std::string_view fix;
  double confidence = 1.0;  // below 1: a heuristic, stays at warning
  std::span<const ParamInfo> params{};
  Check check = nullptr;
};

}  // namespace assay
