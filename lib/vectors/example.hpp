// What is good and what is bad, shown by a vector: its base and its edit. Never written by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vectors/vector.hpp"

namespace assay::vectors {

struct Example {
  enum class Kind : std::uint8_t { changed, renamed, removed, added } kind = Kind::changed;
  std::string file;
  std::string good, bad;  // whole lines of the file, or names; empty where there is nothing
};

/// From a vector in which the rule finds something; a difference that can be seen is better than one in white space.
[[nodiscard]] std::optional<Example> example_of(const Suite&, std::string_view rule);

}  // namespace assay::vectors
