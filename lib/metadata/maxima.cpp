// Smallest permitted maxima: what every reader of a record has to take, and languages of a text.
#include <charconv>
#include <set>
#include <string>

#include <assay/record.hpp>

#include "text/unicode.hpp"

namespace assay {
namespace {

std::uint64_t limit_of(const Params& params, std::string_view name) {
  const std::string_view text = params.entry("limits", name);
  std::uint64_t value = UINT64_MAX;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

void report_counts(const Package& package, const Params& params, Reporter& report, std::string_view prefix,
                   std::span<const std::string_view> limits) {
  for (std::string_view name_of_limit : limits) {
    const std::size_t slash = name_of_limit.find('/');
    const std::string up = std::string(prefix) + ":" + std::string(name_of_limit.substr(0, slash));
    const std::string wanted = std::string(prefix) + ":" + std::string(name_of_limit.substr(slash + 1));
    const std::uint64_t max = limit_of(params, name_of_limit);
    const std::string most = std::to_string(max);
    each_in_records(package, up, [&](Node node) {
      std::uint64_t count = 0;
      Node beyond;
      for (Node each = child(node, wanted); each; each = next_named(each, wanted))
        if (count++ == max) beyond = each;
      if (count) report.judged();
      if (count > max)
        report.report(beyond, {{"element", local_name(beyond)},
                               {"parent", local_name(node)},
                               {"count", std::to_string(count)},
                               {"max", most}});
    });
  }
}

void report_lengths(const Package& package, const Params& params, Reporter& report, std::string_view prefix,
                    std::span<const std::string_view> limits) {
  const std::string string_name = prefix == "lom" ? "lom:string" : "imsmd:langstring";
  for (std::string_view name_of_limit : limits) {
    const std::size_t slash = name_of_limit.find('/');
    const bool nested = slash != std::string_view::npos;
    const std::string_view up = nested ? name_of_limit.substr(0, slash) : std::string_view();
    const std::string wanted = std::string(prefix) + ":" + std::string(name_of_limit.substr(nested ? slash + 1 : 0));
    const std::uint64_t max = limit_of(params, name_of_limit);
    const std::string most = std::to_string(max);
    const auto judge = [&](Node element, Node text) {
      report.judged();
      const std::uint64_t length = text::count_code_points(content(text));
      if (length > max)
        report.report(text, {{"element", local_name(element)}, {"length", std::to_string(length)}, {"max", most}});
    };
    each_in_records(package, wanted, [&](Node element) {
      if (nested && local_name(parent(element)) != up) return;
      const Node first = child(element, string_name);
      if (!first) return judge(element, element);
      for (Node each = first; each; each = next_named(each, string_name)) judge(element, each);
    });
  }
}

void report_languages_twice(const Package& package, Reporter& report, std::string_view string_name,
                            std::string_view attribute_name) {
  each_parent(package, string_name, [&](Node text) {
    report.judged();
    std::set<std::string> seen;
    for (Node each = child(text, string_name); each; each = next_named(each, string_name)) {
      const std::string_view language = trimmed(value(attribute(each, attribute_name)));
      if (!language.empty() && !seen.insert(text::folded(language)).second)
        report.report(each, {{"language", language}, {"element", local_name(text)}});
    }
  });
}

}  // namespace assay
