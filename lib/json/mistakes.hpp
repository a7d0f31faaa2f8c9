// What is wrong in a JSON file of somebody's, said in the same words wherever it stands: profiles, waivers,
// configurations, vectors.
#pragma once

#include <string>
#include <string_view>

#include "json/document.hpp"
#include "text/wording.hpp"

namespace assay::json {

/// "x" is missing.
[[nodiscard]] inline Problem missing(JsonNode object, std::string code, std::string_view name,
                                     std::string advice = {}) {
  return problem_at(object, std::move(code), text::quoted(name) + " is missing.", std::move(advice));
}
/// "x" takes a text. At the value of that name, or at a part of it.
[[nodiscard]] inline Problem takes(JsonNode value, std::string code, std::string_view name, std::string_view expected,
                                   std::string advice = {}) {
  return problem_at(value, std::move(code), text::quoted(name) + " takes " + std::string(expected) + ".",
                    std::move(advice));
}
/// This has to be an object.
[[nodiscard]] inline Problem has_to_be(JsonNode value, std::string code, std::string_view expected,
                                       std::string advice = {}) {
  return problem_at(value, std::move(code), "This has to be " + std::string(expected) + ".", std::move(advice));
}
/// "x" stands twice.
[[nodiscard]] inline Problem twice(JsonNode second, std::string code, std::string_view name,
                                   std::string advice = "Keep one of them.") {
  return problem_at(second, std::move(code), text::quoted(name) + " stands twice.", std::move(advice));
}

}  // namespace assay::json
