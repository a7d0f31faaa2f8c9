#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// A reader that knows the vocabulary finds it by the name LOMv1.0. (imsmd/R-010)
extern const RuleInfo unusual_vocabulary_source;
const RuleInfo unusual_vocabulary_source = {
    .id = "imsmd.unusual-vocabulary-source",
    .requirements = "R-010",
    .needs = "manifest metadata",
    .message = "The source of the vocabulary of <{element}> reads \"{value}\".",
    .fix =
        "Write LOMv1.0 if the value is from the best-practice vocabulary; else name your own vocabulary and ignore "
        "this.",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* xml = xml_document(package, role, i);
              if (!xml) continue;
              for (Node source : nodes_named(*xml, "imsmd:source")) {
                if (name(parent(source)) == "imsmd:taxonpath") continue;
                const Node text = child(source, "imsmd:langstring");
                if (!text) continue;
                report.judged();
                if (trimmed(content(text)) != "LOMv1.0")
                  report.report(text, {{"element", written_name(parent(source))}, {"value", trimmed(content(text))}});
              }
            }
        },
};
}  // namespace assay::rules::imsmd
