// The course of a cmi5 course structure says what a record says.
#include "metadata/source.hpp"
#include "xml/document.hpp"

namespace assay::metadata {
namespace {

void read_cmi5(const Document& document, std::vector<MetadataRecord>& records) {
  if (!document.xml || local_name(root(*document.xml)) != "courseStructure") return;
  each_child(root(*document.xml), [&](Node course, std::string_view name) {
    if (name != "course") return;
    MetadataRecord& record = records.emplace_back();
    record.standard = "cmi5-1.0";
    record.place = course;
    record.subject = Subject::package;
    record.described = course;
    record.identifier = trimmed(value(attribute(course, "id")));
    if (!record.identifier.empty()) record.identifiers.push_back({"", record.identifier, course});
    each_child(course, [&](Node part, std::string_view text) {
      if (text != "title" && text != "description") return;
      each_child(part, [&](Node each, std::string_view) {
        auto& list = text == "title" ? record.titles : record.descriptions;
        list.push_back({std::string(trimmed(content(each))), std::string(value(attribute(each, "lang"))), each});
      });
    });
  });
}

}  // namespace

const Source cmi5_source = {.read = read_cmi5};

}  // namespace assay::metadata
