// IEEE LOM 1.0 in all its bindings.
#include "metadata/source.hpp"

namespace assay::metadata {
namespace {

using std::string_view;

void strings(std::vector<MetaText>& list, Node node) { add_strings(list, node, "lom:string", "language"); }

// dateTime or duration; its description is no value.
void moments(std::vector<MetaText>& list, Node node) {
  each_child(node, [&](Node part, string_view name) {
    if (name == "dateTime" || name == "duration") add_text(list, part);
  });
}

void identifier(std::vector<MetaIdentifier>& list, Node node) {
  MetaIdentifier made{std::string(trimmed(content(child(node, "lom:catalog")))),
                      std::string(trimmed(content(child(node, "lom:entry")))), node};
  list.push_back(std::move(made));
}

void contribution(std::vector<MetaContribution>& list, Node node) {
  MetaContribution& made = list.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "role") add_term(made.roles, part);
    if (name == "entity") add_person(made.persons, part, content(part));
    if (name == "date") moments(made.dates, part);
  });
}

void general(MetadataRecord& record, Node part, string_view name) {
  if (name == "identifier") identifier(record.identifiers, part);
  if (name == "title") strings(record.titles, part);
  if (name == "language") add_text(record.languages, part);
  if (name == "description") strings(record.descriptions, part);
  if (name == "keyword") strings(record.keywords, part);
  if (name == "coverage") strings(record.coverage, part);
  if (name == "structure") add_term(record.structure, part);
  if (name == "aggregationLevel") add_term(record.aggregation_level, part);
}

void life_cycle(MetadataRecord& record, Node part, string_view name) {
  if (name == "version") strings(record.version, part);
  if (name == "status") add_term(record.status, part);
  if (name == "contribute") contribution(record.contributions, part);
}

void meta_metadata(MetadataRecord& record, Node part, string_view name) {
  if (name == "identifier") identifier(record.record_identifiers, part);
  if (name == "contribute") contribution(record.record_contributions, part);
  if (name == "metadataSchema" || name == "metadataschema") add_text(record.record_schemas, part);
  if (name == "language") add_text(record.record_languages, part);
}

void requirement(MetadataRecord& record, Node node) {
  each_child(node, [&](Node choice, string_view) {
    MetaRequirement& made = record.requirements.emplace_back();
    made.place = choice;
    each_child(choice, [&](Node part, string_view name) {
      if (name == "type") add_term(made.types, part);
      if (name == "name") add_term(made.names, part);
      if (name == "minimumVersion") add_text(made.minimum_versions, part);
      if (name == "maximumVersion") add_text(made.maximum_versions, part);
    });
  });
}

void technical(MetadataRecord& record, Node part, string_view name) {
  if (name == "format") add_text(record.formats, part);
  if (name == "size") add_text(record.size, part);
  if (name == "location") add_text(record.locations, part);
  if (name == "requirement") requirement(record, part);
  if (name == "installationRemarks") strings(record.installation_remarks, part);
  if (name == "otherPlatformRequirements") strings(record.other_requirements, part);
  if (name == "duration") moments(record.duration, part);
}

void educational(MetadataRecord& record, Node part, string_view name) {
  if (name == "interactivityType") add_term(record.interactivity_type, part);
  if (name == "learningResourceType") add_term(record.resource_types, part);
  if (name == "interactivityLevel") add_term(record.interactivity_level, part);
  if (name == "semanticDensity") add_term(record.semantic_density, part);
  if (name == "intendedEndUserRole") add_term(record.end_user_roles, part);
  if (name == "context") add_term(record.contexts, part);
  if (name == "typicalAgeRange") strings(record.age_ranges, part);
  if (name == "difficulty") add_term(record.difficulty, part);
  if (name == "typicalLearningTime") moments(record.learning_time, part);
  if (name == "description") strings(record.uses, part);
  if (name == "language") add_text(record.learner_languages, part);
}

void rights(MetadataRecord& record, Node part, string_view name) {
  if (name == "cost") add_term(record.cost, part);
  if (name == "copyrightAndOtherRestrictions") add_term(record.restrictions, part);
  if (name == "description") strings(record.rights, part);
}

void relation(MetadataRecord& record, Node node) {
  MetaRelation& made = record.relations.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "kind") add_term(made.kinds, part);
    if (name != "resource") return;
    each_child(part, [&](Node inner, string_view inner_name) {
      if (inner_name == "identifier") identifier(made.identifiers, inner);
      if (inner_name == "description") strings(made.descriptions, inner);
    });
  });
}

void annotation(MetadataRecord& record, Node node) {
  MetaAnnotation& made = record.annotations.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "entity") add_person(made.persons, part, content(part));
    if (name == "date") moments(made.dates, part);
    if (name == "description") strings(made.descriptions, part);
  });
}

void taxon_path(MetaClassification& classification, Node node) {
  MetaTaxonPath& made = classification.paths.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "source") strings(made.sources, part);
    if (name != "taxon") return;
    MetaTaxon& taxon = made.taxa.emplace_back();
    taxon.place = part;
    taxon.id = trimmed(content(child(part, "lom:id")));
    if (const Node entry = child(part, "lom:entry")) strings(taxon.entries, entry);
  });
}

void classification(MetadataRecord& record, Node node) {
  MetaClassification& made = record.classifications.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "purpose") add_term(made.purposes, part);
    if (name == "taxonPath") taxon_path(made, part);
    if (name == "description") strings(made.descriptions, part);
    if (name == "keyword") strings(made.keywords, part);
  });
}

void category(MetadataRecord& record, Node node, string_view name) {
  const auto with = [&](void (*read)(MetadataRecord&, Node, string_view)) {
    each_child(node, [&](Node part, string_view part_name) { read(record, part, part_name); });
  };
  if (name == "general") with(general);
  if (name == "lifeCycle") with(life_cycle);
  if (name == "metaMetadata") with(meta_metadata);
  if (name == "technical") with(technical);
  if (name == "educational") with(educational);
  if (name == "rights") with(rights);
  if (name == "relation") relation(record, node);
  if (name == "annotation") annotation(record, node);
  if (name == "classification") classification(record, node);
}

void fill(Node node, MetadataRecord& record) {
  record.standard = "lom-1.0";
  each_child(node, [&](Node part, string_view name) { category(record, part, name); });
}

}  // namespace

const Source lom_source = {"lom:lom", fill};

}  // namespace assay::metadata
