// What the program says where something is wrong has to be in the catalogue, or it is said in English in every
// language.
#pragma once

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <assay/result.hpp>

/// The words of a text that no phrase knows, also those that stand in a placeholder; empty when all are known.
[[nodiscard]] std::string unknown_words(std::string_view english);
/// Those of message and advice.
[[nodiscard]] std::string unknown_words(const assay::Problem&);

/// What went wrong, in words that all are known.
template <class T>
[[nodiscard]] assay::Problem problem_of(const assay::Result<T>& result) {
  REQUIRE_FALSE(result.ok());
  CHECK(unknown_words(result.problem()) == "");
  return result.problem();
}
