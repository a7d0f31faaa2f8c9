// What is wrong with a report page, as text: markup that a parser had to repair, ids, headings, addresses, the policy,
// and words of another language than the page's.
#pragma once

#include <string>
#include <string_view>

namespace assay {

/// English words that are left in what we say of ourselves; "" when there are none. Values of the package stand in
/// quotes.
[[nodiscard]] std::string english_left(std::string_view said);
/// One line for each trouble; `language` is that of the page.
[[nodiscard]] std::string page_trouble(const std::string& page, std::string_view language);

}  // namespace assay
