#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A file: address, drive letter or network share exists on the author's computer or network only. (imscp/R-061)
extern const RuleInfo local_address_of_author;
const RuleInfo local_address_of_author = {
    .id = "imscp.local-address-of-author",
    .requirements = "R-061",
    .needs = "manifest",
    .message = "\"{href}\" is an address on the author's computer or network.",
    .fix = "Put the file into the package and refer to it by its path there, without drive letter or server name.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto judge = [&](Node node, std::string_view address, bool local) {
            report.judged();
            if (local) report.report(node, {{"href", address}});
          };
          // Below a local xml:base every reference is local: told once, at the base.
          const auto is_local = [](const Reference& reference) {
            const std::string_view href = trimmed(reference.href);
            return is_local_address(href) || (reference.resolution == Resolution::local && href.starts_with('\\'));
          };
          const auto all = references(package);
          for (const Reference& reference : all) {
            // The start file is listed once more among the files of its resource.
            const std::uint32_t start = reference.resource == none ? none : resources(package)[reference.resource].href;
            if (start == none || all[start].node == reference.node || all[start].href != reference.href)
              judge(reference.node, trimmed(reference.href), is_local(reference));
          }
          const XmlDocument* document_of_manifest = manifest(package);
          if (!document_of_manifest) return;
          for (std::string_view element : {"cp:manifest", "cp:resources", "cp:resource"})
            for (Node node : nodes_named(*document_of_manifest, element))
              if (const Attribute base = attribute(node, "xml:base"))
                judge(node, trimmed(value(base)), is_local_address(trimmed(value(base))));
        },
};
}  // namespace assay::rules::imscp
