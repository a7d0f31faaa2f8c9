// A JSON text as a flat arena with the byte offset of every value. One pass (RapidJSON SAX), budgets counted.
// Package documents, profiles, requirement rows and vectors are all read by this one reader.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <assay/node.hpp>
#include <assay/package.hpp>
#include <assay/result.hpp>

#include "text/lines.hpp"

namespace assay {

struct JsonDocument {
  static constexpr std::uint32_t absent = 0xFFFFFFFFu;
  struct Value {
    std::uint32_t offset = 0;               // of the value's first byte in `bytes`
    std::uint32_t key = 0, key_size = 0;    // in `strings`
    std::uint32_t text = 0, text_size = 0;  // in `strings`: unescaped string, or the literal
    std::uint32_t parent = absent, first_child = absent, next_sibling = absent;
    std::uint32_t size = 0;     // members or elements
    std::uint32_t ordinal = 0;  // position among siblings
    JsonType type = JsonType::null;
  };
  std::string file;
  std::string bytes;        // decoded to UTF-8
  bool of_project = false;  // of spec/ or validators/, perhaps changed for a trial
  bool shipped = false;     // as it comes with assay, so that the tests vouch for it
  std::string strings;
  std::vector<Value> values;                  // document order; the root is values[0]
  std::vector<std::uint32_t> duplicate_keys;  // values whose key stood before in the same object
  [[nodiscard]] const text::LineIndex& lines() const;

 private:
  mutable std::once_flag once_;
  mutable text::LineIndex lines_;  // made on the first question
};

namespace json {

/// Problem: code "not-json" with line and column and what was expected, or "limit-json-depth", "limit-json-nodes".
Result<std::unique_ptr<JsonDocument>> parse(std::string file, std::string bytes, const Limits& = {});
[[nodiscard]] std::string pointer(JsonNode);  // RFC 6901: "/rules/3/id"; "" for the root
[[nodiscard]] text::Position position(JsonNode);
/// "file:line:column: …" problem at a value, kind usage: for profiles, vectors and registries.
[[nodiscard]] Problem problem_at(JsonNode, std::string code, std::string message, std::string advice = {});

/// Writing: strings escaped (also U+2028, U+2029 and every control), valid UTF-8 out whatever comes in.
class Writer {
 public:
  explicit Writer(std::string& out, bool pretty = false) : out_(&out), pretty_(pretty) {}
  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  Writer& key(std::string_view);
  Writer& string(std::string_view);
  Writer& integer(std::int64_t);
  Writer& unsigned_integer(std::uint64_t);
  Writer& number(double);
  Writer& boolean(bool);
  Writer& null();
  Writer& raw(std::string_view json);  // already JSON

 private:
  void separate();
  std::string* out_;
  bool pretty_;
  std::vector<std::uint32_t> counts_;
  bool after_key_ = false;
};

}  // namespace json
}  // namespace assay
