// What a JSON Schema wants at a place, in words that messages can be made of.
#pragma once

#include <string>
#include <string_view>

#include <rapidjson/document.h>

#include "json/document.hpp"

namespace assay::json {

/// What "#/definitions/…" leads to; null: nowhere.
[[nodiscard]] const rapidjson::Value* at_pointer(const rapidjson::Value& schema, std::string_view reference);
/// `cause` as in SchemaDefect; `child`: the member that is missing or should not be there.
[[nodiscard]] std::string expected_at(JsonNode, std::string_view cause, std::string_view child,
                                      const rapidjson::Value& schema);

}  // namespace assay::json
