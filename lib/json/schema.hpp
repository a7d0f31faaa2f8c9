// JSON Schema (draft 7, through valijson). `pattern` and `format` never reach valijson's std::regex: they are taken
// out of the schema and run with RE2. The reduction of valijson's messages to one defect per place is done here.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <assay/result.hpp>
#include <assay/rule.hpp>

#include "json/document.hpp"

namespace assay::json {

class Schema {
 public:
  static Result<Schema> compile(const JsonDocument& schema);
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();
  /// Leaves only, at most one defect per value and cause, in document order. Strings of the defects live in the Schema
  /// and in the document; both must outlive them.
  [[nodiscard]] std::vector<SchemaDefect> validate(const JsonDocument&) const;

  struct Impl;

 private:
  Schema();
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::json
