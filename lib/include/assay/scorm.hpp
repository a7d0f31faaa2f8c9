// What SCORM rules need beyond the manifest's structure.
#pragma once

#include <cstdint>
#include <string_view>

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

}  // namespace assay
