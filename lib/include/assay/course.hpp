// The content-packaging view of a manifest: what every member of the IMS CP family (SCORM, Common Cartridge, QTI
// packages) has in common. Built once per package; empty when the package has no such manifest.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <assay/node.hpp>

namespace assay {

class Package;
class Reporter;

constexpr std::uint32_t none = 0xFFFFFFFFu;

/// Where a reference leads when it is looked up in the package the way the standard says
/// (xml:base of manifest, resources, resource; percent-decoding; query and fragment dropped).
enum class Resolution : std::uint8_t {
  found,
  external,  // absolute URI: http, https, ftp, mailto, data, …
  local,     // on the author's computer or network: "C:\\…", "\\\\server\\…", "file:…"
  empty,     // nothing but a query or fragment, or an empty string
  missing,
  case_only,         // an entry differs in letter case only
  backslash,         // found when "\" is read as "/"
  leading_slash,     // found when the "/" in front is dropped
  normalization,     // found after Unicode NFC on both sides
  percent,           // the entry bears the name as written, still percent-encoded, or the reverse
  escapes,           // climbs above the package root
  malformed_escape,  // "%" not followed by two hexadecimal digits
  not_looked_up,     // the manifest came alone, without a package
};

struct Reference {
  Node node;                   // the element that carries it
  std::string_view attribute;  // "href", or empty when the text of the element is the reference (adlcp:location)
  std::string_view href;       // as written
  std::string_view target;     // resolved path relative to the package root, decoded
  std::string_view entry;      // the entry found, or the near miss
  Resolution resolution = Resolution::missing;
  std::uint32_t resource = none;  // index of the resource it belongs to
};

/// Who lists the start file of a resource among its files.
enum class StartFile : std::uint8_t {
  not_judged,  // no href, or one that leads to no file of the package's own
  own,         // the resource itself
  dependency,  // a resource that it depends on, directly or by way of others
  nobody,
  unknown,  // the dependencies are too many to follow
};

struct Organization {
  Node node;
  std::string_view identifier;  // white space collapsed
  std::uint32_t first_item = none;
  std::uint32_t items = 0;  // number of items in it, at any depth; they are contiguous in `items()`
  bool is_default = false;  // named by organizations/@default
};

struct Item {
  Node node;
  std::string_view identifier;     // white space collapsed
  std::string_view identifierref;  // as written
  std::uint32_t organization = none;
  std::uint32_t parent = none;    // item index, none for a top-level item
  std::uint32_t children = 0;     // number of direct child items
  std::uint32_t resource = none;  // resource that identifierref names, in the same manifest
  bool has_reference = false;     // identifierref is present
  bool names_manifest = false;    // identifierref names a sub-manifest instead of a resource
  bool spaced = false;            // it names a resource only without the white space around it
};

struct Resource {
  Node node;
  std::string_view identifier;  // white space collapsed
  std::string_view type;
  std::string_view scorm_type;  // value of adlcp:scormtype or adlcp:scormType, as written
  std::uint32_t href = none;    // index into references()
  std::uint32_t used_by_items = 0;
  std::uint32_t used_by_dependencies = 0;
  StartFile start_file = StartFile::not_judged;
  bool nested = false;  // stands in a sub-manifest
};

struct Dependency {
  Node node;
  std::string_view identifierref;
  std::uint32_t from = none;  // resource index
  std::uint32_t to = none;    // resource index, none when dangling
};

[[nodiscard]] std::span<const Organization> organizations(const Package&);
[[nodiscard]] std::span<const Item> items(const Package&);
[[nodiscard]] std::span<const Resource> resources(const Package&);
[[nodiscard]] std::span<const Dependency> dependencies(const Package&);
[[nodiscard]] std::span<const Reference> references(const Package&);  // resource hrefs, file hrefs, metadata locations
/// Judges every reference into the package and reports those that resolve like that, with {href}, {target} and {found}.
void report_references(const Package&, Reporter&, Resolution);
/// Index of the item with this identifier, or none. Constant time.
[[nodiscard]] std::uint32_t find_item(const Package&, std::string_view identifier);
/// True when the entry (by its index in entries()) is the target of some reference.
[[nodiscard]] bool is_listed(const Package&, std::uint32_t entry);
/// The entry that a reference to nothing may mean: the same file name in another folder, else a near spelling; empty
/// when there is none.
[[nodiscard]] std::string_view nearest_entry(const Package&, std::string_view target);
/// "SCO_1, SCO_2, SCO_3": up to `most` identifiers nearest to `wanted`, for messages.
[[nodiscard]] std::string_view nearest_resources(const Package&, std::string_view wanted, std::uint32_t most = 3);

}  // namespace assay
