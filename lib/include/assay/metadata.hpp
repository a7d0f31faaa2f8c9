// What the metadata of a package says, in one form for every standard. Every value knows its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>

namespace assay {

/// A text, trimmed; the language as written, empty when none is. Also for plain values: a format, a date, a size.
struct MetaText {
  std::string text, language;
  Place place;
};
/// A word of a vocabulary; the source is the vocabulary's name.
struct MetaTerm {
  std::string source, value;
  Place place;
};
struct MetaIdentifier {
  std::string catalog, entry;
  Place place;
};
/// A person or organization; from a vCard, or from a plain text that stands in its place.
struct MetaPerson {
  std::string name, organization, email;
  Place place;
};
struct MetaContribution {
  std::vector<MetaTerm> roles;  // one in well-made records
  std::vector<MetaPerson> persons;
  std::vector<MetaText> dates;
  Place place;
};
struct MetaRequirement {
  std::vector<MetaTerm> types, names;
  std::vector<MetaText> minimum_versions, maximum_versions;
  Place place;
};
struct MetaRelation {
  std::vector<MetaTerm> kinds;
  std::vector<MetaIdentifier> identifiers;
  std::vector<MetaText> descriptions;
  Place place;
};
struct MetaTaxon {
  std::string id;
  std::vector<MetaText> entries;
  Place place;
};
struct MetaTaxonPath {
  std::vector<MetaText> sources;
  std::vector<MetaTaxon> taxa;  // from the widest to the narrowest
  Place place;
};
struct MetaClassification {
  std::vector<MetaTerm> purposes;
  std::vector<MetaTaxonPath> paths;
  std::vector<MetaText> descriptions, keywords;
  Place place;
};
struct MetaAnnotation {
  std::vector<MetaPerson> persons;
  std::vector<MetaText> dates, descriptions;
  Place place;
};

/// What a record describes. `unknown`: the record came alone.
enum class Subject : std::uint8_t { unknown, package, organization, item, resource, file };

/// One record. Lists are in document order and hold what stands there, also when the standard allows one only.
struct MetadataRecord {
  std::string standard;  // "imsmd-1.2.1", "lom-1.0"
  Place place;
  bool external = false;  // a document beside the manifest
  Subject subject = Subject::unknown;
  Place described;                    // the element that it describes; the package when unknown
  std::string identifier;             // of that element; a file's href
  std::uint64_t values_left_out = 0;  // beyond the budget of linked data

  std::vector<MetaIdentifier> identifiers;
  std::vector<MetaText> titles, languages, descriptions, keywords, coverage;
  std::vector<MetaTerm> structure, aggregation_level;
  std::vector<MetaText> version;
  std::vector<MetaTerm> status;
  std::vector<MetaContribution> contributions;
  // About the record itself.
  std::vector<MetaIdentifier> record_identifiers;
  std::vector<MetaContribution> record_contributions;
  std::vector<MetaText> record_schemas, record_languages;
  // Technical.
  std::vector<MetaText> formats, size, locations, installation_remarks, other_requirements, duration;
  std::vector<MetaRequirement> requirements;
  // Educational.
  std::vector<MetaTerm> interactivity_type, resource_types, interactivity_level, semantic_density, end_user_roles,
      contexts, difficulty;
  std::vector<MetaText> age_ranges, learning_time, uses, learner_languages;
  // Rights.
  std::vector<MetaTerm> cost, restrictions;
  std::vector<MetaText> rights;

  std::vector<MetaRelation> relations;
  std::vector<MetaAnnotation> annotations;
  std::vector<MetaClassification> classifications;
};

/// What a scheme of classification is: the levels or the fields of ISCED, or another one.
enum class Isced : std::uint8_t { other, level, field };
[[nodiscard]] Isced isced_of(std::string_view scheme);

/// All records: those of the manifest in document order, then those of other documents. An external record that several
/// elements point at stands there once for each.
[[nodiscard]] std::vector<MetadataRecord> metadata_records(const Package&);

}  // namespace assay
