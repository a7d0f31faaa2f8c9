#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// In JavaScript a member of this name, copied from data into an object, changes every other object.
// (safe-package/R-249)
extern const RuleInfo prototype_member;
const RuleInfo prototype_member = {
    .id = "safe-package.prototype-member",
    .requirements = "R-249",
    .needs = "documents",
    .message = "A member is named \"{name}\", which is the inside of every JavaScript object.",
    .fix = "Remove the member, or give it another name.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i) {
            const JsonDocument* json = json_document(package, "documents", i);
            if (!json) continue;
            report.judged();
            for (JsonNode node = root(*json); node;) {
              if (key(node) == "__proto__") report.report(node, {{"name", key(node)}});
              JsonNode next = first_child(node);
              while (!next && node) {
                next = next_sibling(node);
                if (!next) node = parent(node);
              }
              node = next;
            }
          }
        },
};
}  // namespace assay::rules::safe_package
