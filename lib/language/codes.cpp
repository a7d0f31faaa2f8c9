// Lists of codes among the dated tables.
#include <map>
#include <mutex>
#include <set>
#include <string>

#include <assay/language.hpp>

#include "language/data.hpp"
#include "package/package_data.hpp"

namespace assay {
namespace {

using Codes = std::set<std::string_view>;

const Codes& codes_of(std::string_view table) {
  static std::mutex mutex;
  static std::map<std::string, Codes, std::less<>> read;
  const std::lock_guard lock(mutex);
  const auto found = read.find(table);
  if (found != read.end()) return found->second;
  Codes& made = read[std::string(table)];
  std::string_view text = content(member(language::data_file(table), "codes"));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    made.insert(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return made;
}

// Codes of the same length that begin alike, without those for "other" and "not further defined".
std::string beginning_alike(const Codes& codes, std::string_view prefix) {
  constexpr int most = 6;
  std::string out;
  int count = 0;
  for (auto at = codes.lower_bound(prefix); at != codes.end() && at->starts_with(prefix) && count < most; ++at) {
    const char last = at->back();
    if (at->size() != 4 || last == '0' || last == '8' || last == '9') continue;
    out += (out.empty() ? "" : ", ") + std::string(*at);
    ++count;
  }
  return out;
}

}  // namespace

bool code_listed(std::string_view table, std::string_view code) { return codes_of(table).contains(code); }

std::string_view nearest_codes(const Package& package, std::string_view table, std::string_view code) {
  const Codes& codes = codes_of(table);
  std::string upper(code.substr(0, 40));
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  if (codes.contains(upper)) return package.data().keep(upper);
  if (const JsonNode meant = member(member(language::data_file(table), "often_meant"), upper)) return content(meant);
  for (std::string_view prefix = upper; prefix.size() >= 2; prefix.remove_suffix(1))
    if (std::string alike = beginning_alike(codes, prefix); !alike.empty())
      return package.data().keep(std::move(alike));
  return {};
}

std::string_view date_of_table(std::string_view table) { return content(member(language::data_file(table), "date")); }

}  // namespace assay
