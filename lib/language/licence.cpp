// Licence identifiers: SPDX, and Creative Commons as identifier or address.
#include <algorithm>
#include <string>

#include <assay/pages.hpp>

#include "language/data.hpp"

namespace assay {
namespace {

bool listed(const char* list, std::string_view word) {
  for (JsonNode each = first_child(member(language::data_file("licences"), list)); each; each = next_sibling(each))
    if (content(each) == word) return true;
  return false;
}

// "by-nc-sa" and "3.0" of an identifier or address, in capitals.
LicenceKind creative_commons(std::string kind, std::string_view version) {
  for (char& c : kind)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  const bool good = listed("cc_kinds", kind) && (listed("cc_versions", version) || listed("cc_igo", version));
  return good ? LicenceKind::known : LicenceKind::invented;
}

}  // namespace

LicenceKind licence_of(std::string_view licence) {
  if (listed("spdx", licence)) return LicenceKind::known;
  if (licence.starts_with("CC-")) {
    // CC-BY-SA-4.0, CC-BY-3.0-IGO: the version starts at the first digit.
    const std::size_t digit = licence.find_first_of("0123456789");
    if (digit == std::string_view::npos || digit < 5) return LicenceKind::invented;
    return creative_commons(std::string(licence.substr(3, digit - 4)), licence.substr(digit));
  }
  const std::size_t at = licence.find("creativecommons.org/");
  if (at == std::string_view::npos) return LicenceKind::unknown;
  std::string_view rest = licence.substr(at + 20);
  if (rest.starts_with("publicdomain/zero/1.0")) return LicenceKind::known;
  if (!rest.starts_with("licenses/")) return LicenceKind::invented;
  rest.remove_prefix(9);
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return LicenceKind::invented;
  std::string_view version = rest.substr(slash + 1);
  const std::size_t end = std::min(version.find('/'), version.size());
  const bool igo = version.substr(end).starts_with("/igo");
  return creative_commons(std::string(rest.substr(0, slash)),
                          igo ? std::string(version.substr(0, end)) + "-IGO" : std::string(version.substr(0, end)));
}

}  // namespace assay
