// Metadata records as rows: each value with its place, so that rules over the inventory can point at it.
#include <assay/metadata.hpp>

#include "inventory/facts.hpp"
#include "json/document.hpp"
#include "xml/document.hpp"

namespace assay::inventory {
namespace {

// What is not said is left out: a record has a hundred things that it could say.
class Row {
 public:
  explicit Row(const Place& place) { row_.place = place; }
  Row& text(std::string_view name, const std::string& value) {
    if (!value.empty()) row_.columns.push_back(inventory::text(name, value));
    return *this;
  }
  template <class Value>
  Row& list(std::string_view name, std::string_view row, const std::vector<Value>& values) {
    if (values.empty()) return *this;
    FactList& made = row_.lists.emplace_back(FactList{name, row, {}});
    for (const Value& value : values) made.rows.push_back(to_row(value));
    return *this;
  }
  // Line and column stand behind what the value says.
  FactRow done() {
    const Place& place = row_.place;
    if (place.node || place.json) {
      const auto position = place.json ? json::position(place.json) : xml::position(place.node);
      row_.columns.push_back(number("line", position.line));
      row_.columns.push_back(number("column", position.column));
    } else if (place.line > 0) {
      row_.columns.push_back(number("line", place.line));
      row_.columns.push_back(number("column", place.column));
    }
    return std::move(row_);
  }

 private:
  static FactRow to_row(const MetaText& text) {
    return Row(text.place).text("text", text.text).text("language", text.language).done();
  }
  static FactRow to_row(const MetaTerm& term) {
    return Row(term.place).text("source", term.source).text("value", term.value).done();
  }
  static FactRow to_row(const MetaIdentifier& id) {
    return Row(id.place).text("catalog", id.catalog).text("entry", id.entry).done();
  }
  static FactRow to_row(const MetaPerson& person) {
    return Row(person.place)
        .text("name", person.name)
        .text("organization", person.organization)
        .text("email", person.email)
        .done();
  }
  static FactRow to_row(const MetaContribution& contribution) {
    return Row(contribution.place)
        .list("roles", "role", contribution.roles)
        .list("persons", "person", contribution.persons)
        .list("dates", "date", contribution.dates)
        .done();
  }
  static FactRow to_row(const MetaRequirement& requirement) {
    return Row(requirement.place)
        .list("types", "type", requirement.types)
        .list("names", "name", requirement.names)
        .list("minimum_versions", "minimum_version", requirement.minimum_versions)
        .list("maximum_versions", "maximum_version", requirement.maximum_versions)
        .done();
  }
  static FactRow to_row(const MetaRelation& relation) {
    return Row(relation.place)
        .list("kinds", "kind", relation.kinds)
        .list("identifiers", "identifier", relation.identifiers)
        .list("descriptions", "description", relation.descriptions)
        .done();
  }
  static FactRow to_row(const MetaTaxon& taxon) {
    return Row(taxon.place).text("id", taxon.id).list("entries", "entry", taxon.entries).done();
  }
  static FactRow to_row(const MetaTaxonPath& path) {
    return Row(path.place).list("sources", "source", path.sources).list("taxa", "taxon", path.taxa).done();
  }
  static FactRow to_row(const MetaClassification& classification) {
    return Row(classification.place)
        .list("purposes", "purpose", classification.purposes)
        .list("paths", "path", classification.paths)
        .list("descriptions", "description", classification.descriptions)
        .list("keywords", "keyword", classification.keywords)
        .done();
  }
  static FactRow to_row(const MetaAnnotation& annotation) {
    return Row(annotation.place)
        .list("persons", "person", annotation.persons)
        .list("dates", "date", annotation.dates)
        .list("descriptions", "description", annotation.descriptions)
        .done();
  }

  FactRow row_;
};

std::string_view in_words(Subject subject) {
  constexpr std::string_view words[] = {"", "manifest", "organization", "item", "resource", "file"};
  return words[static_cast<std::size_t>(subject)];
}

FactRow record_row(const Package& package, const MetadataRecord& record) {
  const Location where = locate(package, record.place);
  Row values(record.place);
  values.list("identifiers", "identifier", record.identifiers)
      .list("titles", "title", record.titles)
      .list("languages", "language", record.languages)
      .list("descriptions", "description", record.descriptions)
      .list("keywords", "keyword", record.keywords)
      .list("coverage", "coverage", record.coverage)
      .list("structure", "structure", record.structure)
      .list("aggregation_level", "aggregation_level", record.aggregation_level)
      .list("version", "version", record.version)
      .list("status", "status", record.status)
      .list("contributions", "contribution", record.contributions)
      .list("record_identifiers", "record_identifier", record.record_identifiers)
      .list("record_contributions", "record_contribution", record.record_contributions)
      .list("record_schemas", "record_schema", record.record_schemas)
      .list("record_languages", "record_language", record.record_languages)
      .list("formats", "format", record.formats)
      .list("size", "size", record.size)
      .list("locations", "location", record.locations)
      .list("requirements", "requirement", record.requirements)
      .list("installation_remarks", "installation_remark", record.installation_remarks)
      .list("other_requirements", "other_requirement", record.other_requirements)
      .list("duration", "duration", record.duration)
      .list("interactivity_type", "interactivity_type", record.interactivity_type)
      .list("resource_types", "resource_type", record.resource_types)
      .list("interactivity_level", "interactivity_level", record.interactivity_level)
      .list("semantic_density", "semantic_density", record.semantic_density)
      .list("end_user_roles", "end_user_role", record.end_user_roles)
      .list("contexts", "context", record.contexts)
      .list("age_ranges", "age_range", record.age_ranges)
      .list("difficulty", "difficulty", record.difficulty)
      .list("learning_time", "learning_time", record.learning_time)
      .list("uses", "use", record.uses)
      .list("learner_languages", "learner_language", record.learner_languages)
      .list("cost", "cost", record.cost)
      .list("restrictions", "restriction", record.restrictions)
      .list("rights", "right", record.rights)
      .list("relations", "relation", record.relations)
      .list("annotations", "annotation", record.annotations)
      .list("classifications", "classification", record.classifications);
  FactRow row = values.done();
  row.columns = {text("file", where.file),
                 number("line", where.line),
                 text("standard", standard_in_words(record.standard)),
                 text_or_null("about", in_words(record.subject)),
                 text("title", record.titles.empty() ? std::string() : record.titles[0].text),
                 text_or_null("language", record.languages.empty() ? std::string() : record.languages[0].text),
                 text("binding", record.standard),
                 text_or_null("about_id", record.identifier),
                 flag("external", record.external)};
  if (record.values_left_out > 0) row.columns.push_back(number("values_left_out", record.values_left_out));
  return row;
}

}  // namespace

std::string_view standard_in_words(std::string_view standard) {
  if (standard.starts_with("imsmd")) return "IMS MD";
  if (standard.starts_with("lom")) return "LOM";
  if (standard.starts_with("cmi5")) return "cmi5";
  if (standard == "dublin-core") return "Dublin Core";
  if (standard == "lrmi") return "LRMI";
  return standard.starts_with("h5p") ? "h5p.json" : "acs-profile.json";
}

FactList metadata(const Package& package) {
  FactList list{"metadata", "record", {}};
  for (const MetadataRecord& record : metadata_records(package)) list.rows.push_back(record_row(package, record));
  return list;
}

}  // namespace assay::inventory
