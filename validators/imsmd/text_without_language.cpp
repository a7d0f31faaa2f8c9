#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers choose the text for the learner by its language. (imsmd/R-029)
extern const RuleInfo text_without_language;
const RuleInfo text_without_language = {
    .id = "imsmd.text-without-language",
    .requirements = "R-029",
    .needs = "manifest metadata",
    .message = "The {element} of the record does not say its language.",
    .fix = "Add xml:lang=\"…\" to the langstring: en, zh-Hans, th, vi, id, …",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* xml = xml_document(package, role, i);
              if (!xml) continue;
              for (std::string_view wanted : {"imsmd:title", "imsmd:description"})
                for (Node part : nodes_named(*xml, wanted))
                  for (Node text = child(part, "imsmd:langstring"); text; text = next_named(text, "imsmd:langstring")) {
                    if (trimmed(content(text)).empty()) continue;
                    report.judged();
                    if (trimmed(value(attribute(text, "xml:lang"))).empty())
                      report.report(text, {{"element", local_name(part)}});
                  }
            }
        },
};
}  // namespace assay::rules::imsmd
