#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Source and value are tokens, not words: a translator or a reader that looks for its own language goes wrong.
// (imsmd/R-011)
extern const RuleInfo vocabulary_in_a_language;
const RuleInfo vocabulary_in_a_language = {
    .id = "imsmd.vocabulary-in-a-language",
    .requirements = "R-011",
    .needs = "manifest metadata",
    .message = "The term of <{element}> is marked as language \"{value}\".",
    .fix = "Write xml:lang=\"x-none\" on the langstring of source and value.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* xml = xml_document(package, role, i);
              if (!xml) continue;
              for (std::string_view wanted : {"imsmd:source", "imsmd:value"})
                for (Node node : nodes_named(*xml, wanted)) {
                  if (name(parent(node)) == "imsmd:taxonpath") continue;
                  const Attribute language = attribute(child(node, "imsmd:langstring"), "xml:lang");
                  if (!language) continue;
                  report.judged();
                  if (trimmed(value(language)) != "x-none")
                    report.report(language, {{"element", written_name(parent(node))}, {"value", value(language)}});
                }
            }
        },
};
}  // namespace assay::rules::imsmd
