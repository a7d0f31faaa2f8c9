#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The LMS glues the text to the start address; anything but a query or a fragment breaks the address.
// (imscp/R-037)
extern const RuleInfo parameters_syntax;
const RuleInfo parameters_syntax = {
    .id = "imscp.parameters-syntax",
    .requirements = "R-037",
    .needs = "manifest",
    .message =
        "The parameters \"{parameters}\" of item \"{item}\" are no query (name=value&name=value) and no #fragment.",
    .fix = "Write for instance ?lang=th&start=2; encode other characters as %xx.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // "?", then name=value pairs joined by "&", then perhaps "#fragment"; or a fragment alone.
          const auto allowed = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   std::string_view("-_.!~*'()|:@/+;,$").find(c) != std::string_view::npos;
          };
          const auto word = [&](std::string_view text) {
            const auto digit = [&](std::size_t i) {
              return i < text.size() &&
                     ((text[i] >= '0' && text[i] <= '9') || ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'f'));
            };
            for (std::size_t i = 0; i < text.size(); ++i)
              if (!allowed(text[i]) && !(text[i] == '%' && digit(i + 1) && digit(i + 2))) return false;
            return !text.empty();
          };
          for (const Item& item : items(package)) {
            const Attribute parameters = attribute(item.node, "parameters");
            if (!parameters) continue;
            report.judged();
            std::string_view text = value(parameters);
            const std::size_t hash = text.find('#');
            bool good = hash == std::string_view::npos || word(text.substr(hash + 1));
            text = text.substr(0, hash);
            if (hash == std::string_view::npos || !text.empty()) {
              if (text.starts_with('?')) text.remove_prefix(1);
              for (bool more = true; good && more;) {
                const std::size_t amp = text.find('&');
                const std::string_view pair = text.substr(0, amp);
                const std::size_t equals = pair.find('=');
                good =
                    equals != std::string_view::npos && word(pair.substr(0, equals)) && word(pair.substr(equals + 1));
                more = amp != std::string_view::npos;
                if (more) text = text.substr(amp + 1);
              }
            }
            if (!good) report.report(item.node, {{"item", item.identifier}, {"parameters", value(parameters)}});
          }
        },
};
}  // namespace assay::rules::imscp
