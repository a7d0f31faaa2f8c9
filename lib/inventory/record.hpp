// What the metadata of a package says, whichever format says it: the record that obligations are judged on.
#pragma once

#include "xpath/xpath.hpp"

namespace assay::inventory {

/// Adds <record> (identifier, title, description, language, contributor, date, licence, learning_time, version,
/// resource_type, and level and subject in ISCED: one element for each value, with value, language and source, at its
/// place) and <declaration> (acs-profile.json as elements and attributes) below the open element.
void add_record(xpath::Tree&, const Package&);

}  // namespace assay::inventory
