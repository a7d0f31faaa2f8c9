// The texts of a page in every language: markup says them in the page's own and names their row; the rows stand in a
// data block that a script of the page reads to switch. Package text is escaped, and isolated from the text around it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <assay/rule.hpp>

#include "json/document.hpp"
#include "messages/catalogue.hpp"

namespace assay::report {

class Words {
 public:
  explicit Words(std::string language) : language_(std::move(language)) {}

  using Arguments = std::vector<Argument>;
  /// <tag attributes>text of the catalogue</tag>; `attributes` is markup.
  std::string element(std::string_view tag, std::string_view key, const Arguments& = {},
                      std::string_view attributes = {});
  /// The same for a text whose English stands in a rule or requirement.
  std::string element_of(std::string_view tag, std::string_view key, std::string_view english, const Arguments& = {},
                         std::string_view attributes = {});
  /// As element_of for a problem, a guess or advice: found by its form.
  std::string phrase(std::string_view tag, std::string_view english, std::string_view attributes = {});
  /// A title or source: in every language where it is known, else a name that no language changes.
  std::string named(std::string_view tag, messages::Named, std::string_view english);
  /// aria-label="…" with its row, to stand inside a tag.
  std::string label(std::string_view key);
  /// The row of a text that only the script says.
  std::size_t row(std::string_view key);

  /// { "language", "languages": [ { tag, name } ], "texts": [ { tag: text } ] }; safe inside a script element.
  [[nodiscard]] std::string data() const;

 private:
  using Row = std::vector<std::pair<std::string_view, std::string>>;  // language → text; English always
  std::size_t row_of(std::string id, Row row);
  std::size_t row_of(std::string_view key, std::string_view english, const Arguments& finished);
  /// { name: value }; a value of words is { "t": row, "v": its values }, so that each text stands there once.
  void put(json::Writer&, const Arguments&);
  /// A text with its values, those of the package marked.
  std::string told(std::string_view pattern, std::string_view tongue, const Arguments&);
  std::string open(std::string_view tag, std::string_view attributes, std::size_t row, std::string_view values);
  [[nodiscard]] const std::pair<std::string_view, std::string>& shown(std::size_t row) const;

  std::string language_;
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::size_t> known_;
};

/// Package text in the middle of other text: escaped, and with its direction kept to itself.
[[nodiscard]] std::string isolated(std::string_view package_text);
/// An id, a path or a digest.
[[nodiscard]] std::string code(std::string_view);

}  // namespace assay::report
