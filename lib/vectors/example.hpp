// What is good and what is bad, shown by a vector: its base and its edit. Never written by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vectors/vector.hpp"

namespace assay::vectors {

struct Example {
  enum class Kind : std::uint8_t { changed, renamed, removed, added, zipped } kind = Kind::changed;
  std::string file;
  std::string good, bad;  // whole lines of the file, names, or fields of the zip; empty where there is nothing
  std::string content;    // of a text that was added
};

/// From a vector in which the rule finds something; a difference that can be seen is better than one in white space.
/// When its bases are what is bad, from one in which the rule passes.
[[nodiscard]] std::optional<Example> example_of(const Suite&, std::string_view rule);

}  // namespace assay::vectors
