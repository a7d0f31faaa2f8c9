#include "xml/value_defect.hpp"

#include <xercesc/util/XMLException.hpp>
#include <xercesc/validators/schema/SchemaSymbols.hpp>

namespace assay::xml {
namespace {

using xercesc::DatatypeValidator;
using Codes = XERCES_CPP_NAMESPACE::XMLExcepts;

std::u16string normalised(const DatatypeValidator& validator, std::string_view value) {
  std::u16string text = utf16(value);
  const short facet = validator.getWSFacet();
  if (facet == DatatypeValidator::PRESERVE) return text;
  for (char16_t& c : text)
    if (c == u'\t' || c == u'\n' || c == u'\r') c = u' ';
  if (facet == DatatypeValidator::REPLACE) return text;
  std::u16string collapsed;
  for (const char16_t c : text)
    if (c != u' ' || (!collapsed.empty() && collapsed.back() != u' ')) collapsed.push_back(c);
  if (!collapsed.empty() && collapsed.back() == u' ') collapsed.pop_back();
  return collapsed;
}

std::string facet_text(const DatatypeValidator& validator, const XMLCh* name) {
  for (const DatatypeValidator* at = &validator; at; at = const_cast<DatatypeValidator*>(at)->getBaseValidator()) {
    const auto* facets = at->getFacets();
    const xercesc::KVStringPair* pair = facets ? facets->get(name) : nullptr;
    if (pair) return utf8(pair->getValue());
  }
  return {};
}

std::string enumeration(const DatatypeValidator& validator) {
  for (const DatatypeValidator* at = &validator; at; at = const_cast<DatatypeValidator*>(at)->getBaseValidator()) {
    const auto* values = at->getEnumString();
    if (!values || values->size() == 0) continue;
    std::string text;
    const XMLSize_t most = std::min<XMLSize_t>(values->size(), 20);
    for (XMLSize_t i = 0; i < most; ++i)
      text += (i == 0 ? "" : i + 1 == values->size() ? " or " : ", ") + utf8(values->elementAt(i));
    return text + (values->size() > most ? ", …" : "");
  }
  return "one of a fixed list";
}

std::string type_in_words(const DatatypeValidator& validator) {
  for (const DatatypeValidator* at = &validator; at; at = const_cast<DatatypeValidator*>(at)->getBaseValidator()) {
    switch (at->getType()) {
      case DatatypeValidator::Boolean: return "true or false";
      case DatatypeValidator::Decimal: return "a number in digits";
      case DatatypeValidator::Float:
      case DatatypeValidator::Double: return "a number";
      case DatatypeValidator::Duration: return "a duration such as PT1H30M";
      case DatatypeValidator::DateTime: return "a date and time such as 2026-03-31T09:00:00Z";
      case DatatypeValidator::Date: return "a date such as 2026-03-31";
      case DatatypeValidator::AnyURI: return "an address";
      case DatatypeValidator::QName: return "a name";
      default: break;
    }
  }
  return "a value of another type";
}

constexpr const char* name_rule = "a letter or _ first, then letters, digits, . - or _";

std::string characters(const std::string& count) { return count + (count == "1" ? " character" : " characters"); }

ValueDefect describe(const DatatypeValidator& validator, Codes::Codes code) {
  using xercesc::SchemaSymbols;
  switch (code) {
    case Codes::VALUE_NotMatch_Pattern: return {"bad-value:pattern", "another form"};
    case Codes::VALUE_GT_maxLen:
      return {"bad-value:maxLength", "at most " + characters(facet_text(validator, SchemaSymbols::fgELT_MAXLENGTH))};
    case Codes::VALUE_LT_minLen:
      return {"bad-value:minLength", "at least " + characters(facet_text(validator, SchemaSymbols::fgELT_MINLENGTH))};
    case Codes::VALUE_NE_Len:
      return {"bad-value:length", characters(facet_text(validator, SchemaSymbols::fgELT_LENGTH))};
    case Codes::VALUE_NotIn_Enumeration: return {"bad-value:enumeration", enumeration(validator)};
    case Codes::VALUE_exceed_maxIncl:
    case Codes::VALUE_exceed_maxExcl:
      return {"bad-value:maxInclusive", "at most " + facet_text(validator, SchemaSymbols::fgELT_MAXINCLUSIVE)};
    case Codes::VALUE_exceed_minIncl:
    case Codes::VALUE_exceed_minExcl:
      return {"bad-value:minInclusive", "at least " + facet_text(validator, SchemaSymbols::fgELT_MININCLUSIVE)};
    case Codes::VALUE_Invalid_NCName: return {"bad-value:ncname", name_rule};
    default: break;
  }
  const auto type = validator.getType();
  if (type == DatatypeValidator::ID || type == DatatypeValidator::IDREF || type == DatatypeValidator::NCName)
    return {"bad-value:ncname", name_rule};
  return {"bad-value:type", type_in_words(validator)};
}

}  // namespace

std::optional<ValueDefect> value_defect(DatatypeValidator& validator, std::string_view value) {
  const std::u16string text = normalised(validator, value);
  try {
    validator.validate(text.c_str(), nullptr, xercesc::XMLPlatformUtils::fgMemoryManager);
  } catch (const xercesc::XMLException& exception) {
    return describe(validator, exception.getCode());
  }
  return std::nullopt;
}

}  // namespace assay::xml
