#include "json/packed.hpp"

#include <cstring>

namespace assay::json {
namespace {

// How many values there are, the numbers of each, and then all strings.
using Value = JsonDocument::Value;
constexpr std::uint32_t Value::*numbers[] = {
    &Value::offset, &Value::key,         &Value::key_size,     &Value::text, &Value::text_size,
    &Value::parent, &Value::first_child, &Value::next_sibling, &Value::size, &Value::ordinal};

}  // namespace

std::string pack(const JsonDocument& document) {
  std::vector<std::uint32_t> packed = {static_cast<std::uint32_t>(document.values.size())};
  for (const Value& value : document.values) {
    for (const auto number : numbers) packed.push_back(value.*number);
    packed.push_back(static_cast<std::uint32_t>(value.type));
  }
  std::string out(packed.size() * sizeof(std::uint32_t), '\0');
  std::memcpy(out.data(), packed.data(), out.size());
  return out + document.strings;
}

std::unique_ptr<JsonDocument> unpack(std::string file, std::string_view bytes, std::string_view packed) {
  auto document = std::make_unique<JsonDocument>();
  document->file = std::move(file);
  document->bytes = bytes;
  const auto* next = reinterpret_cast<const std::uint32_t*>(packed.data());
  document->values.resize(*next++);
  for (Value& value : document->values) {
    for (const auto number : numbers) value.*number = *next++;
    value.type = static_cast<JsonType>(*next++);
  }
  const auto* const strings = reinterpret_cast<const char*>(next);
  document->strings.assign(strings, packed.data() + packed.size());
  return document;
}

}  // namespace assay::json
