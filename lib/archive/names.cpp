#include "archive/names.hpp"

#include <algorithm>

#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace assay::archive {

void set_name(Entry& entry, std::string_view name, Texts& texts) {
  entry.name = entry.path = name;
  if (name.find('\\') != std::string_view::npos) {
    std::string slashed(name);
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    entry.path = texts.emplace_back(std::move(slashed));
  }
  entry.directory = entry.path.ends_with('/');
}

void decode_names(std::vector<Entry>& entries, const std::vector<std::pair<std::uint32_t, std::string>>&,
                  Texts& texts) {
  for (Entry& entry : entries) {
    if (text::is_ascii(entry.raw_name)) {
      set_name(entry, entry.raw_name, texts);
      continue;
    }
    auto name = text::decode_entry_name(entry.raw_name, (entry.flags & 0x0800) != 0);
    set_name(entry, texts.emplace_back(std::move(name.utf8)), texts);
    entry.name_encoding = name.encoding;
    entry.charset = texts.emplace_back(std::move(name.charset));
  }
}

}  // namespace assay::archive
