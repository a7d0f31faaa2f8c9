#include "json/document.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <unordered_set>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "limits.hpp"
#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace assay {

const text::LineIndex& JsonDocument::lines() const {
  std::call_once(once_, [this] { lines_ = text::LineIndex(bytes); });
  return lines_;
}

namespace {

using Value = JsonDocument::Value;
constexpr std::uint32_t absent = JsonDocument::absent;

const Value& row(JsonNode node) { return node.document->values[node.index]; }

JsonNode at(const JsonDocument* document, std::uint32_t index) {
  return index == absent ? JsonNode{} : JsonNode{document, index};
}

// Fills the arena from RapidJSON's events. Depth and number of values are budgets.
class Builder {
 public:
  Builder(JsonDocument& document, const rapidjson::MemoryStream& stream, const Limits& limits)
      : document_(document), stream_(stream), limits_(limits) {}

  std::uint64_t Limits::*limit = nullptr;  // the budget that was hit

  bool Null() { return leaf(JsonType::null, "null", 4); }
  bool Bool(bool value) { return value ? leaf(JsonType::boolean, "true", 4) : leaf(JsonType::boolean, "false", 5); }
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return leaf(JsonType::number, text, size); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return leaf(JsonType::string, text, size, string_start());
  }
  bool StartObject() { return open(JsonType::object); }
  bool StartArray() { return open(JsonType::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_ = store(text, size);
    key_size_ = size;
    Level& level = levels_.back();
    if (!level.keys) level.keys = std::make_unique<std::unordered_set<std::string>>();
    duplicate_ = !level.keys->emplace(text, size).second;
    return true;
  }

 private:
  struct Level {
    std::uint32_t value = 0, last_child = absent;
    std::unique_ptr<std::unordered_set<std::string>> keys;
  };

  std::uint32_t store(const char* text, std::size_t size) {
    const auto start = static_cast<std::uint32_t>(document_.strings.size());
    document_.strings.append(text, size);
    return start;
  }

  // A string event comes behind the closing quote: walk back over the (possibly escaped) text to the opening one.
  std::uint32_t string_start() const {
    std::size_t i = stream_.Tell() - 1;
    while (i > 0) {
      --i;
      if (document_.bytes[i] != '"') continue;
      std::size_t slashes = 0;
      while (slashes < i && document_.bytes[i - 1 - slashes] == '\\') ++slashes;
      if (slashes % 2 == 0) break;
    }
    return static_cast<std::uint32_t>(i);
  }

  bool add(JsonType type, std::uint32_t offset) {
    if (document_.values.size() % 4'096 == 0 && limits_.stop.asked()) return false;
    if (document_.values.size() >= limits_.json_nodes) return limit = &Limits::json_nodes, false;
    const auto index = static_cast<std::uint32_t>(document_.values.size());
    Value& value = document_.values.emplace_back();
    value.offset = offset;
    value.type = type;
    if (levels_.empty()) return true;
    Level& level = levels_.back();
    value.parent = level.value;
    Value& parent = document_.values[level.value];
    if (parent.type == JsonType::object) {
      value.key = key_;
      value.key_size = key_size_;
      if (duplicate_) document_.duplicate_keys.push_back(index);
    }
    value.ordinal = parent.size++;
    (level.last_child == absent ? parent.first_child : document_.values[level.last_child].next_sibling) = index;
    level.last_child = index;
    return true;
  }

  bool leaf(JsonType type, const char* text, std::size_t size, std::uint32_t offset = absent) {
    if (offset == absent) offset = static_cast<std::uint32_t>(stream_.Tell() - size);
    if (!add(type, offset)) return false;
    Value& value = document_.values.back();
    value.text = store(text, size);
    value.text_size = static_cast<std::uint32_t>(size);
    return true;
  }

  bool open(JsonType type) {
    if (levels_.size() >= limits_.json_depth) return limit = &Limits::json_depth, false;
    if (!add(type, static_cast<std::uint32_t>(stream_.Tell()))) return false;  // told before the bracket is taken
    levels_.push_back({static_cast<std::uint32_t>(document_.values.size() - 1), absent, nullptr});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  JsonDocument& document_;
  const rapidjson::MemoryStream& stream_;
  const Limits& limits_;
  std::vector<Level> levels_;
  std::uint32_t key_ = 0, key_size_ = 0;
  bool duplicate_ = false;
};

const char* in_words(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return "The document is empty.";
    case rapidjson::kParseErrorDocumentRootNotSingular: return "Something follows the end of the document.";
    case rapidjson::kParseErrorValueInvalid:
      return "A value is missing or misspelt here (strings need double quotes; no comma stands before } or ]).";
    case rapidjson::kParseErrorObjectMissName:
      return "A member name in double quotes is missing here (no comma stands before }).";
    case rapidjson::kParseErrorObjectMissColon: return "A colon is missing after the member name.";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return "A comma or } is missing here.";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return "A comma or ] is missing here.";
    case rapidjson::kParseErrorStringMissQuotationMark: return "A string is not closed by a double quote.";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "A backslash is followed by a character that JSON has no escape for.";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return "A \\u escape does not name a character.";
    case rapidjson::kParseErrorStringInvalidEncoding: return "A character stands in a string that is not valid there.";
    case rapidjson::kParseErrorNumberMissFraction: return "Digits are missing after the decimal point.";
    case rapidjson::kParseErrorNumberMissExponent: return "Digits are missing after the e of a number.";
    default: return "This is not valid JSON here.";
  }
}

}  // namespace

JsonType type(JsonNode node) { return node ? row(node).type : JsonType::null; }
std::string_view key(JsonNode node) {
  return node ? std::string_view(node.document->strings).substr(row(node).key, row(node).key_size) : std::string_view();
}
std::string_view content(JsonNode node) {
  return node ? std::string_view(node.document->strings).substr(row(node).text, row(node).text_size)
              : std::string_view();
}
double number(JsonNode node) {
  double value = 0;
  if (node && type(node) == JsonType::number)
    std::from_chars(content(node).data(), content(node).data() + content(node).size(), value);
  return value;
}
bool boolean(JsonNode node, bool fallback) {
  return type(node) == JsonType::boolean ? content(node) == "true" : fallback;
}
std::uint32_t size(JsonNode node) { return node ? row(node).size : 0; }
JsonNode parent(JsonNode node) { return node ? at(node.document, row(node).parent) : JsonNode{}; }
JsonNode first_child(JsonNode node) { return node ? at(node.document, row(node).first_child) : JsonNode{}; }
JsonNode next_sibling(JsonNode node) { return node ? at(node.document, row(node).next_sibling) : JsonNode{}; }
JsonNode member(JsonNode node, std::string_view wanted) {
  if (type(node) != JsonType::object) return {};
  for (JsonNode each = first_child(node); each; each = next_sibling(each))
    if (key(each) == wanted) return each;
  return {};
}
JsonNode root(const JsonDocument& document) { return document.values.empty() ? JsonNode{} : JsonNode{&document, 0}; }

JsonNode repeated_member(const JsonDocument& document, std::uint32_t ordinal) {
  return ordinal < document.duplicate_keys.size() ? JsonNode{&document, document.duplicate_keys[ordinal]} : JsonNode{};
}

namespace json {

Result<std::unique_ptr<JsonDocument>> parse(std::string file, std::string bytes, const Limits& limits) {
  auto document = std::make_unique<JsonDocument>();
  document->file = std::move(file);
  if (bytes.size() > limits.document_bytes || bytes.size() >= absent)
    return over_limit(limits, &Limits::document_bytes, "The document is too large", document->file);
  auto decoded = text::decode_json(std::move(bytes));
  document->bytes = std::move(decoded.utf8);
  if (decoded.undecodable_total > 0) {
    const auto where = document->lines().position(decoded.undecodable[0].utf8_offset);
    return Problem{ProblemKind::unreadable,
                   "undecodable",
                   "A byte stands here that is not " + decoded.encoding + ".",
                   "Save the file as UTF-8.",
                   document->file,
                   where.line,
                   where.column};
  }
  // Room for a dense document, so that a large arena is not copied while it grows; what is not touched costs nothing.
  if (document->bytes.size() > 1 << 20)
    document->values.reserve(std::min<std::size_t>(document->bytes.size() / 2 + 1, limits.json_nodes));
  rapidjson::MemoryStream stream(document->bytes.data(), document->bytes.size());
  Builder builder(*document, stream, limits);
  rapidjson::Reader reader;
  constexpr unsigned flags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
  auto result = reader.Parse<flags>(stream, builder);
  // RapidJSON takes a NUL for the end, so that whatever follows it would be read by others alone.
  if (!result.IsError() && stream.Tell() < document->bytes.size())
    result.Set(rapidjson::kParseErrorDocumentRootNotSingular, stream.Tell());
  if (!result.IsError()) return document;
  if (limits.stop.asked()) {
    Problem problem = early_end(limits.stop);
    problem.file = document->file;
    return problem;
  }
  // A control character is told like a wrong escape.
  if (result.Code() == rapidjson::kParseErrorStringEscapeInvalid && result.Offset() < document->bytes.size() &&
      document->bytes[result.Offset()] != '\\')
    result.Set(rapidjson::kParseErrorStringInvalidEncoding, result.Offset());
  const auto where = document->lines().position(result.Offset());
  if (builder.limit) {
    const bool deep = builder.limit == &Limits::json_depth;
    Problem problem =
        over_limit(limits, builder.limit, deep ? "Values are nested too deeply" : "The document has too many values",
                   document->file);
    problem.line = where.line;
    problem.column = where.column;
    return problem;
  }
  return Problem{ProblemKind::unreadable,
                 "not-json",
                 in_words(result.Code()),
                 "Repair the document at this place.",
                 document->file,
                 where.line,
                 where.column};
}

std::string pointer(JsonNode node) {
  std::vector<std::string> steps;
  for (; parent(node); node = parent(node)) {
    std::string step;
    if (type(parent(node)) == JsonType::array) {
      step = std::to_string(row(node).ordinal);
    } else {
      // One long name would otherwise be copied into every finding below it.
      for (const char c : text::beginning(key(node), 500)) {
        if (c == '~')
          step += "~0";
        else if (c == '/')
          step += "~1";
        else
          step.push_back(c);
      }
    }
    steps.push_back(std::move(step));
  }
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) out += "/" + *step;
  return out;
}

text::Position position(JsonNode node) {
  return node ? node.document->lines().position(row(node).offset) : text::Position{};
}

Problem problem_at(JsonNode node, std::string code, std::string message, std::string advice) {
  const auto where = position(node);
  return {ProblemKind::usage,
          std::move(code),
          std::move(message),
          std::move(advice),
          node ? node.document->file : std::string(),
          where.line,
          where.column};
}

}  // namespace json
}  // namespace assay
