// The texts of a vector: a string, or an object that says how its bytes come about.
#pragma once

#include <string>

#include <assay/result.hpp>

#include "json/mistakes.hpp"
#include "vectors/blob.hpp"
#include "vectors/vector.hpp"

namespace assay::vectors {

/// Problem "bad-vector" at a place of the vector.
[[nodiscard]] Problem broken(JsonNode, std::string message, std::string advice = {});

[[nodiscard]] Problem larger_than(JsonNode, std::uint64_t most_bytes);
[[nodiscard]] Problem not_in_encoding(JsonNode encoding);

/// Puts the tokens in; a namespace token without a value is reported in `unknown` (unless null).
[[nodiscard]] std::string with_tokens(std::string_view text, const Tokens&, std::string* unknown = nullptr);

Result<Blob> read_blob(JsonNode, const Tokens&);
/// The same where holes make no sense: names, old and new texts.
Result<std::string> read_text(JsonNode, const Tokens&);
/// A whole number from `low` to `high`.
Result<std::int64_t> read_integer(JsonNode, std::int64_t low, std::int64_t high);

}  // namespace assay::vectors
