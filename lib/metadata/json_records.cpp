// Records that stand in JSON: h5p.json, and the declaration acs-profile.json.
#include "json/document.hpp"
#include "metadata/source.hpp"

namespace assay::metadata {
namespace {

void add_text(std::vector<MetaText>& list, JsonNode node, std::string_view language = {}) {
  const std::string_view text = trimmed(content(node));
  if (node && !text.empty()) list.push_back({std::string(text), std::string(language), node});
}

void add_code(MetadataRecord& record, std::string_view scheme, JsonNode code) {
  if (!code) return;
  MetaClassification& made = record.classifications.emplace_back();
  made.place = code;
  MetaTaxonPath& path = made.paths.emplace_back();
  path.place = code;
  path.sources.push_back({std::string(scheme), {}, code});
  path.taxa.push_back({std::string(trimmed(content(code))), {}, code});
}

void add_person(MetadataRecord& record, JsonNode name, JsonNode role) {
  if (!name || trimmed(content(name)).empty()) return;
  MetaContribution& made = record.contributions.emplace_back();
  made.place = name;
  if (role) made.roles.push_back({"", std::string(trimmed(content(role))), role});
  made.persons.push_back({std::string(trimmed(content(name))), "", "", name});
}

MetadataRecord& begin(std::vector<MetadataRecord>& records, std::string_view standard, JsonNode top) {
  MetadataRecord& record = records.emplace_back();
  record.standard = standard;
  record.place = top;
  record.subject = Subject::package;
  record.described = top;
  return record;
}

void read_h5p(const Document& document, std::vector<MetadataRecord>& records) {
  if (!document.json || document.role != "manifest" || !member(root(*document.json), "mainLibrary")) return;
  const JsonNode top = root(*document.json);
  MetadataRecord& record = begin(records, "h5p-1", top);
  add_text(record.titles, member(top, "title"));
  add_text(record.languages, member(top, "language"));
  add_text(record.descriptions, member(top, "metaDescription"));
  add_text(record.rights, member(top, "license"));
  for (JsonNode each = first_child(member(top, "authors")); each; each = next_sibling(each))
    add_person(record, member(each, "name"), member(each, "role"));
}

void read_declaration(const Document& document, std::vector<MetadataRecord>& records) {
  if (!document.json || document.role != "declaration") return;
  const JsonNode top = root(*document.json);
  MetadataRecord& record = begin(records, "acs-profile-1", top);
  for (JsonNode each = first_child(member(top, "title")); each; each = next_sibling(each))
    add_text(record.titles, each, key(each));
  for (JsonNode each = first_child(member(top, "description")); each; each = next_sibling(each))
    add_text(record.descriptions, each, key(each));
  for (JsonNode each = first_child(member(top, "languages")); each; each = next_sibling(each))
    add_text(record.languages, each);
  if (const JsonNode id = member(top, "identifier"); id && !trimmed(content(id)).empty())
    record.identifiers.push_back({"", std::string(trimmed(content(id))), id});
  add_text(record.version, member(top, "version"));
  add_text(record.rights, member(top, "licence"));
  add_text(record.learning_time, member(top, "learningTime"));
  add_code(record, "ISCED 2011", member(member(top, "level"), "isced"));
  add_code(record, "ISCED-F 2013", member(member(top, "subject"), "iscedF"));
  if (const JsonNode kind = member(top, "resourceType"))
    record.resource_types.push_back({{}, std::string(trimmed(content(kind))), kind});
  add_person(record, member(member(top, "provider"), "name"), {});
  if (const JsonNode changed = member(top, "changed")) {
    MetaContribution& made = record.contributions.emplace_back();
    made.place = changed;
    add_text(made.dates, changed);
  }
}

}  // namespace

const Source h5p_source = {.read = read_h5p};
const Source declaration_source = {.read = read_declaration};

}  // namespace assay::metadata
