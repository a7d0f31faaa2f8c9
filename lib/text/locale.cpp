#include "text/locale.hpp"

#include <string>
#include <vector>

#include <unicode/localematcher.h>
#include <unicode/locid.h>

namespace assay::text {

std::optional<std::size_t> match_language(std::string_view wanted, std::span<const std::string_view> there_are) {
  wanted = wanted.substr(0, wanted.find('.'));  // zh_CN.UTF-8@stroke
  wanted = wanted.substr(0, wanted.find('@'));
  // The usual cases need no data of ICU: the tag itself, and a language with a country ("th_TH").
  const bool with_country =
      wanted.size() > 3 && std::string_view("_-").find(wanted[wanted.size() - 3]) != std::string_view::npos;
  const std::string_view alone = with_country ? wanted.substr(0, wanted.size() - 3) : wanted;
  for (std::size_t i = 0; i < there_are.size(); ++i)
    if (there_are[i] == wanted || there_are[i] == alone) return i;
  std::string tag(wanted);
  for (char& c : tag) c = c == '_' ? '-' : c;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag, error);
  if (U_FAILURE(error) || locale.isBogus() || !*locale.getLanguage()) return {};
  icu::LocaleMatcher::Builder builder;
  std::vector<icu::Locale> supported;
  for (const std::string_view each : there_are)
    supported.push_back(icu::Locale::forLanguageTag({each.data(), static_cast<std::int32_t>(each.size())}, error));
  builder.setSupportedLocales(supported.begin(), supported.end()).setNoDefaultLocale();
  const icu::LocaleMatcher matcher = builder.build(error);
  if (U_FAILURE(error)) return {};
  const auto result = matcher.getBestMatchResult(locale, error);
  if (U_FAILURE(error) || !result.getSupportedLocale()) return {};
  const auto index = result.getSupportedIndex();
  return index < 0 ? std::optional<std::size_t>() : static_cast<std::size_t>(index);
}

}  // namespace assay::text
