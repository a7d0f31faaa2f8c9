#include <algorithm>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// An organisation can be reached without the private data of one person. (acs-package/SAFE-06)
extern const RuleInfo private_data_in_card;
const RuleInfo private_data_in_card = {
    .id = "acs-package.private-data-in-card",
    .requirements = "SAFE-06",
    .needs = "manifest metadata",
    .message = "A contributor card has a telephone number, address or birthday: {line}.",
    .fix = "Keep name, organisation and e-mail address, and take the rest out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* document = xml_document(package, role, i);
              if (!document) continue;
              for (const std::string_view name : {"imsmd:vcard", "lom:entity"})
                for (Node card : nodes_named(*document, name)) {
                  report.judged();
                  const std::string_view text = content(card);
                  for (std::size_t at = 0; at < text.size();) {
                    const std::size_t end = std::min(text.find('\n', at), text.size());
                    const std::string_view line = trimmed(text.substr(at, end - at));
                    at = end + 1;
                    bool is_private = false;
                    for (const std::string_view field : {"tel", "adr", "bday"})
                      is_private =
                          is_private || (line.size() > field.size() && same_word(line.substr(0, field.size()), field) &&
                                         (line[field.size()] == ':' || line[field.size()] == ';'));
                    if (is_private && line.find_first_not_of(": ;", line.find(':')) != line.npos)
                      report.report(card, {{"line", line.substr(0, line.find(':'))}});
                  }
                }
            }
        },
};
}  // namespace assay::rules::acs_package
