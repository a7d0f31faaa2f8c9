// What is wrong with the container itself, before anything inside is looked at.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

class Package;
class Reporter;

/// Defects of a zip that are told by its records, or by its bytes when they are compared with the records. Each has a
/// rule of its own; what a cause means stands there.
enum class ContainerDefect : std::uint8_t {
  second_directory,        // another table of contents can be found as well
  uncounted_entries,       // the table goes on behind the number of entries that its end record tells
  zip64_contradiction,     // the 64-bit records say something else than the others, or are not there
  overlapping_entries,     // two entries share bytes, or an entry shares them with the table
  entry_outside_file,      // the bytes of an entry are not there
  contradicting_header,    // the header in front of an entry says something else than the table about what it is
  contradicting_size,      // … about its size or checksum
  unlisted_entry,          // an entry that the table does not list
  foreign_data,            // bytes that belong to no entry
  broken_extra_field,      // lengths that do not fit
  damaged_entry,           // unpacks to something else than its headers say, or not at all
  compression_bomb,        // unpacks to hundreds of times its size
  unverified_entries,      // not unpacked, because the limit verify-bytes was used up
  stored_with_descriptor,  // stored, with its size behind it: readers of streams cannot find its end
  folder_with_content,     // a folder that has bytes
};

/// Judges every entry of a zip and reports each defect of this kind with {name} of its entry and what belongs to it.
/// `thorough` defects are looked for in the bytes of every entry, the first time that one is asked for.
void report_container(const Package&, Reporter&, ContainerDefect);
/// The same in one finding with {count} and the {name} of the first: for what a tool does to every entry alike.
void report_container_once(const Package&, Reporter&, ContainerDefect);

/// Judges the names of a zip and reports those that are neither declared nor UTF-8 in one finding: {count}, {charset},
/// {confidence} in percent, {bytes} and {name} of the first. Cause "proved" when the manifest spells names in this
/// charset and in no other.
void report_legacy_names(const Package&, Reporter&);

}  // namespace assay
