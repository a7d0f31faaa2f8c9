// Names of entries that are meant to be taken for other names.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

class Package;
class Reporter;

enum class NameTrick : std::uint8_t {
  climbs,    // out of its folder, once percent signs or wide dots and slashes are undone; {disguise} says which
  overlong,  // bytes of UTF-8 that are longer than need be: what filters overlook
  broken,    // declared as UTF-8, and is something else
  ending,    // the ending of a program in letters that only look like it
};

/// Judges the name of every entry and reports this trick, with {name}, and {meant}: the name or ending behind it.
void report_name_trick(const Package&, Reporter&, NameTrick);
/// The same in one finding with {count} and the {name} of the first.
void report_name_trick_once(const Package&, Reporter&, NameTrick);

/// Reports entries that stand where the main document (the manifest) stands and are not the one that was read: {name},
/// {other}.
void report_rival_manifests(const Package&, Reporter&);
/// True for the entries that report_rival_manifests reports: no other rule speaks of them as well.
[[nodiscard]] bool is_rival_manifest(const Package&, std::uint32_t entry);

}  // namespace assay
