// IMS Learning Resource Metadata 1.2.1 to 1.2.4.
#include "metadata/source.hpp"

namespace assay::metadata {
namespace {

using std::string_view;

void strings(std::vector<MetaText>& list, Node node) { add_strings(list, node, "imsmd:langstring", "xml:lang"); }

void moments(std::vector<MetaText>& list, Node node) {
  each_child(node, [&](Node part, string_view name) {
    if (name == "datetime") add_text(list, part);
  });
}

// catalogentry; the identifier of IMS MD is reserved, and written all the same.
void identifier(std::vector<MetaIdentifier>& list, Node node, string_view name) {
  MetaIdentifier made;
  made.place = node;
  if (name == "identifier") {
    made.entry = trimmed(content(node));
    if (made.entry.empty()) return;
  } else {
    made.catalog = trimmed(content(child(node, "imsmd:catalog")));
    const Node entry = child(node, "imsmd:entry");
    const Node text = child(entry, "imsmd:langstring");
    made.entry = trimmed(content(text ? text : entry));
  }
  list.push_back(std::move(made));
}

void persons(std::vector<MetaPerson>& list, Node node) {
  const Node card = child(node, "imsmd:vcard");
  add_person(list, card ? card : node, content(card ? card : node));
}

void contribution(std::vector<MetaContribution>& list, Node node) {
  MetaContribution& made = list.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "role") add_term(made.roles, part);
    if (name == "centity") persons(made.persons, part);
    if (name == "date") moments(made.dates, part);
  });
}

void general(MetadataRecord& record, Node part, string_view name) {
  if (name == "identifier" || name == "catalogentry") identifier(record.identifiers, part, name);
  if (name == "title") strings(record.titles, part);
  if (name == "language") add_text(record.languages, part);
  if (name == "description") strings(record.descriptions, part);
  if (name == "keyword") strings(record.keywords, part);
  if (name == "coverage") strings(record.coverage, part);
  if (name == "structure") add_term(record.structure, part);
  if (name == "aggregationlevel") add_term(record.aggregation_level, part);
}

void lifecycle(MetadataRecord& record, Node part, string_view name) {
  if (name == "version") strings(record.version, part);
  if (name == "status") add_term(record.status, part);
  if (name == "contribute") contribution(record.contributions, part);
}

void metametadata(MetadataRecord& record, Node part, string_view name) {
  if (name == "identifier" || name == "catalogentry") identifier(record.record_identifiers, part, name);
  if (name == "contribute") contribution(record.record_contributions, part);
  if (name == "metadatascheme") add_text(record.record_schemas, part);
  if (name == "language") add_text(record.record_languages, part);
}

void requirement(MetadataRecord& record, Node node) {
  MetaRequirement& made = record.requirements.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "type") add_term(made.types, part);
    if (name == "name") add_term(made.names, part);
    if (name == "minimumversion") add_text(made.minimum_versions, part);
    if (name == "maximumversion") add_text(made.maximum_versions, part);
  });
}

void technical(MetadataRecord& record, Node part, string_view name) {
  if (name == "format") add_text(record.formats, part);
  if (name == "size") add_text(record.size, part);
  if (name == "location") add_text(record.locations, part);
  if (name == "requirement") requirement(record, part);
  if (name == "installationremarks") strings(record.installation_remarks, part);
  if (name == "otherplatformrequirements") strings(record.other_requirements, part);
  if (name == "duration") moments(record.duration, part);
}

void educational(MetadataRecord& record, Node part, string_view name) {
  if (name == "interactivitytype") add_term(record.interactivity_type, part);
  if (name == "learningresourcetype") add_term(record.resource_types, part);
  if (name == "interactivitylevel") add_term(record.interactivity_level, part);
  if (name == "semanticdensity") add_term(record.semantic_density, part);
  if (name == "intendedenduserrole") add_term(record.end_user_roles, part);
  if (name == "context") add_term(record.contexts, part);
  if (name == "typicalagerange") strings(record.age_ranges, part);
  if (name == "difficulty") add_term(record.difficulty, part);
  if (name == "typicallearningtime") moments(record.learning_time, part);
  if (name == "description") strings(record.uses, part);
  if (name == "language") add_text(record.learner_languages, part);
}

void rights(MetadataRecord& record, Node part, string_view name) {
  if (name == "cost") add_term(record.cost, part);
  if (name == "copyrightandotherrestrictions") add_term(record.restrictions, part);
  if (name == "description") strings(record.rights, part);
}

void relation(MetadataRecord& record, Node node) {
  MetaRelation& made = record.relations.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "kind") add_term(made.kinds, part);
    if (name != "resource") return;
    each_child(part, [&](Node inner, string_view inner_name) {
      if (inner_name == "identifier" || inner_name == "catalogentry") identifier(made.identifiers, inner, inner_name);
      if (inner_name == "description") strings(made.descriptions, inner);
    });
  });
}

void annotation(MetadataRecord& record, Node node) {
  MetaAnnotation& made = record.annotations.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "person") persons(made.persons, part);
    if (name == "date") moments(made.dates, part);
    if (name == "description") strings(made.descriptions, part);
  });
}

// Version 1.2.1 nests taxa, later ones put them beside each other.
void taxon_path(MetaClassification& classification, Node node) {
  MetaTaxonPath& made = classification.paths.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "source") strings(made.sources, part);
    if (name != "taxon") return;
    for (Node at = part; at; at = child(at, "imsmd:taxon")) {
      MetaTaxon& taxon = made.taxa.emplace_back();
      taxon.place = at;
      taxon.id = trimmed(content(child(at, "imsmd:id")));
      if (const Node entry = child(at, "imsmd:entry")) strings(taxon.entries, entry);
    }
  });
}

void classification(MetadataRecord& record, Node node) {
  MetaClassification& made = record.classifications.emplace_back();
  made.place = node;
  each_child(node, [&](Node part, string_view name) {
    if (name == "purpose") add_term(made.purposes, part);
    if (name == "taxonpath") taxon_path(made, part);
    if (name == "description") strings(made.descriptions, part);
    if (name == "keyword") strings(made.keywords, part);
  });
}

void category(MetadataRecord& record, Node node, string_view name) {
  const auto with = [&](void (*read)(MetadataRecord&, Node, string_view)) {
    each_child(node, [&](Node part, string_view part_name) { read(record, part, part_name); });
  };
  if (name == "general") with(general);
  if (name == "lifecycle") with(lifecycle);
  if (name == "metametadata") with(metametadata);
  if (name == "technical") with(technical);
  if (name == "educational") with(educational);
  if (name == "rights") with(rights);
  if (name == "relation") relation(record, node);
  if (name == "annotation") annotation(record, node);
  if (name == "classification") classification(record, node);
}

void fill(Node node, MetadataRecord& record) {
  record.standard = namespace_uri(node).ends_with("imsmd_rootv1p2p1") ? "imsmd-1.2.1" : "imsmd-1.2.4";
  each_child(node, [&](Node part, string_view name) { category(record, part, name); });
}

}  // namespace

const Source imsmd_source = {"imsmd:lom", fill};

}  // namespace assay::metadata
