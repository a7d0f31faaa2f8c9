// What SCORM rules need beyond the manifest's structure.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <assay/rule.hpp>

namespace assay {

/// A prerequisites script (AICC script), read from left to right without recursion.
/// Each visit tells a name of an item, a status word, or the fault that ended the reading.
struct ScriptPart {
  enum class Kind : std::uint8_t { name, status, fault } kind = Kind::name;
  std::string_view text;         // the name, the status without quotes, or the place of the fault
  std::string_view explanation;  // of a fault: "a name or ( is missing"
};
using ScriptVisit = void (*)(void* context, const ScriptPart&);
/// Returns true when the script is well-formed.
bool read_aicc_script(std::string_view script, ScriptVisit visit, void* context);

/// Elements that the record of a content aggregation or SCO has (facts of the SCORM 1.2 meta-data profile).
[[nodiscard]] std::span<const std::string_view> mandatory_elements();

/// Reports a metadata record that lacks some of the elements, with {missing}: their paths below the record
/// ("general/title, rights/cost"), local names joined by "/". {component} says what it describes.
void report_incomplete_record(Reporter&, Node record, std::span<const std::string_view> wanted,
                              std::string_view component = {});
/// What SCORM calls the component that a record describes: "aggregation", "organization", "item", "sco", "asset";
/// empty for anything else.
[[nodiscard]] std::string_view component_kind(Node component);

}  // namespace assay
