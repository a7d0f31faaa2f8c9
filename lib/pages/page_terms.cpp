// Metadata in the head of the page that opens first: Dublin Core in <meta>, and JSON-LD in <script>.
#include "metadata/terms_of_resources.hpp"
#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

constexpr std::size_t most_terms = 200, most_scripts = 20, most_value = 10'000;
constexpr std::uint64_t most_bytes = 32 << 20;  // of all scripts together, each with what stands in front of it
constexpr std::uint64_t most_json_values = 100'000, most_json_depth = 64;

}  // namespace

bool Sink::opens_first() { return !contents_.launches.empty() && contents_.launches[0].entry == package_path(); }

void Sink::term(std::string_view name, std::string_view value, std::string_view language, text::Position position) {
  value = trimmed(value);
  if (value.empty() || value.size() > most_value || contents_.terms.size() >= most_terms || !opens_first()) return;
  if (!metadata::bare_term(name).prefixed) return;  // "author", "viewport": not of a vocabulary
  contents_.terms.push_back({contents_.strings.emplace_back(name.substr(0, most_kept)),
                             contents_.strings.emplace_back(value),
                             contents_.strings.emplace_back(language.substr(0, most_kept)),
                             Place::at(page().file, position.line, position.column)});
}

void Sink::linked_data(std::string_view text, text::Position position) {
  if (contents_.linked_data.size() >= most_scripts || !opens_first()) return;
  contents_.linked_bytes += std::uint64_t{position.line} + position.column + text.size();
  if (contents_.linked_bytes > most_bytes) {
    contents_.incomplete = true;
    return;
  }
  // Values have to know where they stand in the page: what is in front of the script is there as empty lines.
  std::string bytes(position.line - 1, '\n');
  bytes.append(position.column - 1, ' ').append(text);
  Limits limits = data_.limits;
  limits.json_nodes = std::min(limits.json_nodes, most_json_values);
  limits.json_depth = std::min(limits.json_depth, most_json_depth);
  auto parsed = json::parse(std::string(page().file), std::move(bytes), limits);
  LinkedData made{Place::at(page().file, position.line, position.column), {}};
  if (!parsed) {
    const Problem& problem = parsed.problem();
    if (problem.line > 0) made.place = Place::at(page().file, problem.line, problem.column);
    made.problem = contents_.strings.emplace_back(problem.message);
  } else {
    contents_.linked_documents.push_back(std::move(*parsed));
  }
  contents_.linked_data.push_back(made);
}

}  // namespace assay::pages_detail

namespace assay {

std::span<const LinkedData> linked_data(const Package& package) {
  return pages_detail::contents_of(package).linked_data;
}

}  // namespace assay
