// The parts of a report page.
#pragma once

#include <string>

#include <assay/profile.hpp>
#include <assay/render.hpp>

#include "report/html/words.hpp"

namespace assay::report {

/// What the parts of one page share.
struct Page {
  Words words;
  RenderOptions options;
};

/// Where the filter goes when there is one input only; nothing else of a page looks like it.
constexpr std::string_view tools_place = "<!--tools-->";

/// The section of one input: verdict first, then what it rests on.
[[nodiscard]] std::string input_section(Page&, const Report&, std::size_t number);
/// Findings by file, each with its place, why, fix and clause.
[[nodiscard]] std::string findings_part(Page&, const Report&, std::size_t number);
/// Rules that could not judge or did not apply, requirements that need a person, and, with all details, every outcome.
[[nodiscard]] std::string not_evaluated_part(Page&, const Report&, std::size_t number);
[[nodiscard]] std::string verdict_element(Page&, std::string_view tag, std::string_view verdict);
/// A requirement with its statement, why, and where it is from.
[[nodiscard]] std::string requirement_block(Page&, const Requirement&);

/// The whole document around the sections. `rows` is the table of several inputs.
[[nodiscard]] std::string document(Page&, const std::string& title, const std::string& rows, std::string sections,
                                   const RunSummary&);

}  // namespace assay::report
