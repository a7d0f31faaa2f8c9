#include <algorithm>

#include <assay/language.hpp>

#include "language/defects.hpp"
#include "pages/contents.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool same(char a, char b) { return lower(a) == b; }

}  // namespace

void Tally::add(const Place& place, std::string_view name) {
  if (count_++ == 0) first_ = place;
  if (named_ == most_names) return;
  if (std::find(names_.begin(), names_.begin() + named_, name) != names_.begin() + named_) return;
  names_[named_++] = name;
}

void Tally::report(Reporter& reporter, std::string_view cause, std::initializer_list<Argument> more) const {
  if (count_ == 0) return;
  std::string list;
  for (std::uint64_t i = 0; i < named_; ++i) list.append(i == 0 ? "" : ", ").append(names_[i].substr(0, 200));
  if (count_ > named_ && named_ == most_names) list += ", …";
  std::vector<Argument> arguments(more.begin(), more.end());
  arguments.push_back({"names", kept(package_, list)});
  arguments.push_back({"count", kept(package_, count_)});
  reporter.report_arguments(cause, first_, arguments);
}

namespace {

Tally differing(const Package& package, std::span<const Aim> aims, Resolution way) {
  Tally found(package);
  for (const Aim& aim : aims)
    if (aim.resolution == way) found.add(aim.place, aim.value);
  return found;
}

void judge(Reporter& report, std::span<const Aim> aims) {
  report.judged(static_cast<std::uint64_t>(
      std::count_if(aims.begin(), aims.end(), [](const Aim& aim) { return aim.resolution == Resolution::found; })));
}

}  // namespace

void report_differing(const Package& package, Reporter& report, std::span<const Aim> aims) {
  judge(report, aims);
  for (const auto& [way, why] : std::initializer_list<std::pair<Resolution, std::string_view>>{
           {Resolution::case_only, "letter case"},
           {Resolution::backslash, "the direction of the slash"},
           {Resolution::normalization, "the Unicode form of letters"},
           {Resolution::percent, "percent-encoding"}})
    differing(package, aims, way).report(report, {}, {{"why", why}});
}

void report_letter_case(const Package& package, Reporter& report, std::span<const Aim> aims) {
  judge(report, aims);
  differing(package, aims, Resolution::case_only).report(report);
}

namespace {

// Strings of scripts and pages without a language are in that of the launch pages, else in those of the metadata.
bool may_have(const Package& package, TextDefect defect) {
  bool known = false, likely = false, other = false;
  const auto ask = [&](std::string_view tag) {
    if (says_nothing(tag)) return;
    const language::Chance chance = language::chance_of(defect, tag);
    known = true;
    likely = likely || chance == language::Chance::likely;
    other = other || chance == language::Chance::none;
  };
  for (const Page& page : pages(package))
    if (page.launch && page.has_lang) ask(page.language);
  if (!known)
    for (const TagUse& use : language_tags(package)) ask(use.tag);
  return likely || !other;
}

}  // namespace

void report_text_defect(const Package& package, Reporter& report, TextDefect defect) {
  Tally found(package);
  const TextSighting* first = nullptr;
  report.judged(pages(package).size());
  const bool possible = may_have(package, defect);
  for (const TextSighting& seen : text_sightings(package)) {
    const Page& page = pages(package)[seen.page];
    if (seen.defect != defect || page.vendor || (!possible && seen.language.empty())) continue;
    if (!first) first = &seen;
    found.add(place_of(page, seen.line, seen.column), page.file);
  }
  if (first)
    found.report(report, {}, {{"sample", first->sample}, {"points", first->points}, {"suggestion", first->suggestion}});
}

std::string_view kept(const Package& package, std::string_view text) { return package.data().keep(std::string(text)); }
std::string_view kept(const Package& package, std::uint64_t number) {
  return package.data().keep(std::to_string(number));
}

bool is_composed(std::string_view text) { return text::nfc(text) == text; }
std::string_view composed(const Package& package, std::string_view text) { return kept(package, text::nfc(text)); }
std::uint64_t characters(std::string_view text) { return text::count_code_points(text); }

std::uint32_t next_character(std::string_view text, std::size_t& at) { return text::next_code_point(text, at); }

bool same_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(), same);
}
bool ends_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && same_word(text.substr(text.size() - word.size()), word);
}
bool holds_word(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

}  // namespace assay
