// A look at the first 64 KiB without a parser: good enough to choose the schema set, never a verdict.
#include <algorithm>

#include "xml/parse.hpp"

namespace assay::xml {
namespace {

constexpr std::size_t head_size = 64 * 1024;

// Position behind the prolog: at the "<" of the root element, or npos.
std::size_t root_start(std::string_view text) {
  std::size_t at = 0;
  while ((at = text.find('<', at)) != std::string_view::npos) {
    if (text.substr(at, 4) == "<!--") {
      at = text.find("-->", at);
    } else if (text.substr(at, 2) == "<?") {
      at = text.find("?>", at);
    } else if (text.substr(at, 2) == "<!") {
      const std::size_t close = text.find('>', at);
      const std::size_t subset = text.find('[', at);
      at = subset < close ? text.find("]", subset) : close;
    } else {
      return at;
    }
    if (at == std::string_view::npos) return at;
    ++at;
  }
  return at;
}

std::string attribute_value(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    if (at == 0 || std::string_view(" \t\r\n").find(tag[at - 1]) == std::string_view::npos) continue;
    std::size_t equals = tag.find_first_not_of(" \t\r\n", at + name.size());
    if (equals == std::string_view::npos || tag[equals] != '=') continue;
    const std::size_t quote = tag.find_first_not_of(" \t\r\n", equals + 1);
    if (quote == std::string_view::npos || (tag[quote] != '"' && tag[quote] != '\'')) continue;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    return std::string(tag.substr(quote + 1, end - quote - 1));
  }
  return {};
}

// Trimmed text of the first element with this local name, whatever its prefix.
std::string element_text(std::string_view text, std::string_view local) {
  for (std::size_t at = text.find(local); at != std::string_view::npos; at = text.find(local, at + 1)) {
    if (at == 0 || (text[at - 1] != '<' && text[at - 1] != ':')) continue;
    const std::size_t behind = at + local.size();
    if (behind >= text.size() || std::string_view("> \t\r\n/").find(text[behind]) == std::string_view::npos) continue;
    const std::size_t open = text.rfind('<', at);
    if (open == std::string_view::npos || at - open > 64 || text[open + 1] == '/') continue;
    const std::size_t start = text.find('>', behind);
    if (start == std::string_view::npos || text[start - 1] == '/') return {};
    const std::size_t end = text.find('<', start);
    return std::string(trimmed(text.substr(start + 1, end == std::string_view::npos ? 0 : end - start - 1)));
  }
  return {};
}

}  // namespace

Peek peek(std::string_view utf8) {
  Peek found;
  found.head = std::string(utf8.substr(0, head_size));
  const std::string_view text = found.head;
  const std::size_t start = root_start(text);
  if (start == std::string_view::npos) return found;
  const std::size_t end = std::min(text.find('>', start), text.size());
  const std::string_view tag = text.substr(start + 1, end - start - 1);
  const std::string_view qname = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  const std::size_t colon = qname.find(':');
  found.root_name = colon == std::string_view::npos ? qname : qname.substr(colon + 1);
  found.root_namespace =
      attribute_value(tag, colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(qname.substr(0, colon)));
  found.schema = element_text(text, "schema");
  found.schema_version = element_text(text, "schemaversion");
  return found;
}

}  // namespace assay::xml
