// schemas/namespaces.json: which prefix is the canonical one of a namespace, and which standard it belongs to.
#pragma once

#include <span>
#include <string_view>

namespace assay::xml {

struct Namespace {
  std::string_view uri;
  std::string_view prefix;    // "cp"
  std::string_view standard;  // "imscp-1.1.2", "scorm-2004"
};
[[nodiscard]] std::span<const Namespace> namespaces();
[[nodiscard]] const Namespace* find_namespace(std::string_view uri);
/// Each once, sorted.
[[nodiscard]] std::span<const std::string_view> prefixes();
[[nodiscard]] bool is_prefix(std::string_view prefix);

}  // namespace assay::xml
