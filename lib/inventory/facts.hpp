// How the lists of the inventory make their facts.
#pragma once

#include <string>
#include <string_view>

#include "inventory/inventory.hpp"

namespace assay::inventory {

inline Fact text(std::string_view name, std::string_view value) { return {name, Fact::Kind::text, std::string(value)}; }
inline Fact number(std::string_view name, std::uint64_t value) {
  return {name, Fact::Kind::number, std::to_string(value)};
}
inline Fact flag(std::string_view name, bool value) { return {name, Fact::Kind::boolean, value ? "true" : "false"}; }
inline Fact null(std::string_view name) { return {name, Fact::Kind::null, {}}; }
inline Fact text_or_null(std::string_view name, std::string_view value) {
  return value.empty() ? null(name) : text(name, value);
}

// lib/inventory/files.cpp: what the archive alone tells.
[[nodiscard]] FactList entries(const Package&);
[[nodiscard]] FactList media(const Package&);
[[nodiscard]] std::string authoring_tool(const Package&);
// lib/inventory/documents.cpp: what documents and the manifest tell.
[[nodiscard]] FactList documents(const Package&);
[[nodiscard]] FactList references(const Package&);
[[nodiscard]] FactList launchable(const Package&);
[[nodiscard]] FactList languages(const Package&);
[[nodiscard]] FactList hosts(const Package&);
// lib/inventory/metadata.cpp: what metadata records say.
[[nodiscard]] FactList metadata(const Package&);
/// The standard of a record ("lom-1.0") as people call it: "LOM", "IMS MD", "Dublin Core", "LRMI", ….
[[nodiscard]] std::string_view standard_in_words(std::string_view standard);

}  // namespace assay::inventory
