#include "metadata/terms_of_resources.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace assay::metadata {
namespace {

constexpr std::array addresses = {"purl.org/dc/", "schema.org/", "purl.org/lrmi", "purl.org/dcx/lrmi"};

enum class Field : std::uint8_t {
  title,
  description,
  keyword,
  language,
  identifier,
  version,
  rights,
  cost,
  format,
  extent,
  learning_time,
  coverage,
  resource_type,
  context,
  role,
  age,
  use,
  interactivity,
  date,
  person
};

// Both vocabularies: a name that both have means the same in both.
const std::map<std::string_view, Field>& fields() {
  static const std::map<std::string_view, Field> table = {
      {"title", Field::title},
      {"alternative", Field::title},
      {"name", Field::title},
      {"headline", Field::title},
      {"alternateName", Field::title},
      {"description", Field::description},
      {"abstract", Field::description},
      {"subject", Field::keyword},
      {"keywords", Field::keyword},
      {"language", Field::language},
      {"inLanguage", Field::language},
      {"identifier", Field::identifier},
      {"isbn", Field::identifier},
      {"version", Field::version},
      {"rights", Field::rights},
      {"license", Field::rights},
      {"accessRights", Field::rights},
      {"usageInfo", Field::rights},
      {"copyrightNotice", Field::rights},
      {"isAccessibleForFree", Field::cost},
      {"format", Field::format},
      {"encodingFormat", Field::format},
      {"extent", Field::extent},
      {"timeRequired", Field::learning_time},
      {"coverage", Field::coverage},
      {"spatial", Field::coverage},
      {"temporal", Field::coverage},
      {"spatialCoverage", Field::coverage},
      {"temporalCoverage", Field::coverage},
      {"type", Field::resource_type},
      {"learningResourceType", Field::resource_type},
      {"educationLevel", Field::context},
      {"educationalLevel", Field::context},
      {"audience", Field::role},
      {"educationalRole", Field::role},
      {"typicalAgeRange", Field::age},
      {"educationalUse", Field::use},
      {"interactivityType", Field::interactivity},
      {"date", Field::date},
      {"created", Field::date},
      {"modified", Field::date},
      {"issued", Field::date},
      {"dateCreated", Field::date},
      {"dateModified", Field::date},
      {"datePublished", Field::date},
      {"creator", Field::person},
      {"contributor", Field::person},
      {"publisher", Field::person},
      {"author", Field::person},
      {"editor", Field::person},
      {"provider", Field::person},
      {"rightsHolder", Field::person},
      {"copyrightHolder", Field::person},
  };
  return table;
}

MetaTerm as_term(MetaText value) { return {{}, std::move(value.text), value.place}; }

bool same_start(std::string_view text, std::string_view prefix) {
  return text.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
         });
}

}  // namespace

bool is_resource_vocabulary(std::string_view address) {
  return std::any_of(addresses.begin(), addresses.end(),
                     [&](std::string_view each) { return address.find(each) != std::string_view::npos; }) ||
         address == "http://schema.org" || address == "https://schema.org";
}

BareTerm bare_term(std::string_view term) {
  for (const std::string_view prefix : {"dc.", "dcterms.", "dc:", "dcterms:", "dct:", "schema:", "sdo:", "lrmi:"})
    if (same_start(term, prefix)) return {term.substr(prefix.size()), true};
  if (term.find("://") != std::string_view::npos)
    return is_resource_vocabulary(term) ? BareTerm{term.substr(term.find_last_of("/#") + 1), true} : BareTerm{};
  if (term.find(':') != std::string_view::npos) return {};
  return {term, false};
}

bool add_resource_term(MetadataRecord& record, std::string_view term, MetaText value) {
  std::string name(term.substr(0, 40));
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] + 32);  // "DC.Title"
  const auto found = fields().find(name);
  if (found == fields().end() || value.text.empty()) return false;
  const bool words = found->second == Field::title || found->second == Field::description ||
                     found->second == Field::keyword || found->second == Field::rights || found->second == Field::use;
  if (!words) value.language.clear();  // codes, numbers and names are in no language
  switch (found->second) {
    case Field::title: record.titles.push_back(std::move(value)); break;
    case Field::description: record.descriptions.push_back(std::move(value)); break;
    case Field::keyword: record.keywords.push_back(std::move(value)); break;
    case Field::language: record.languages.push_back(std::move(value)); break;
    case Field::identifier: record.identifiers.push_back({{}, std::move(value.text), value.place}); break;
    case Field::version: record.version.push_back(std::move(value)); break;
    case Field::rights: record.rights.push_back(std::move(value)); break;
    case Field::cost: record.cost.push_back(as_term(std::move(value))); break;
    case Field::format: record.formats.push_back(std::move(value)); break;
    case Field::extent:  // a duration or a size
      (value.text[0] == 'P' ? record.learning_time : record.size).push_back(std::move(value));
      break;
    case Field::learning_time: record.learning_time.push_back(std::move(value)); break;
    case Field::coverage: record.coverage.push_back(std::move(value)); break;
    case Field::resource_type: record.resource_types.push_back(as_term(std::move(value))); break;
    case Field::context: record.contexts.push_back(as_term(std::move(value))); break;
    case Field::role: record.end_user_roles.push_back(as_term(std::move(value))); break;
    case Field::age: record.age_ranges.push_back(std::move(value)); break;
    case Field::use: record.uses.push_back(std::move(value)); break;
    case Field::interactivity: record.interactivity_type.push_back(as_term(std::move(value))); break;
    case Field::date:
    case Field::person: {
      MetaContribution& made = record.contributions.emplace_back();
      made.place = value.place;
      if (found->second == Field::date) {
        made.dates.push_back(std::move(value));
      } else {
        made.roles.push_back({{}, name, value.place});
        made.persons.push_back({std::move(value.text), {}, {}, value.place});
      }
    }
  }
  return true;
}

}  // namespace assay::metadata
