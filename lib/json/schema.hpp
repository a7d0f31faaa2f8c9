// JSON Schema (draft 7, through valijson). `pattern` and `format` never reach valijson's std::regex: they are taken
// out of the schema and run with RE2. The reduction of valijson's messages to one defect per place is done here.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <assay/result.hpp>
#include <assay/rule.hpp>

#include "json/document.hpp"

namespace assay::json {

/// What a document's values have against a schema. Views in it point into the document, the schema and into `kept`.
class SchemaDefects {
 public:
  [[nodiscard]] auto begin() const { return rows.begin(); }
  [[nodiscard]] auto end() const { return rows.end(); }
  [[nodiscard]] bool empty() const { return rows.empty(); }
  [[nodiscard]] std::size_t size() const { return rows.size(); }
  [[nodiscard]] const SchemaDefect& operator[](std::size_t i) const { return rows[i]; }

  std::vector<SchemaDefect> rows;
  std::deque<std::string> kept;
};

class Schema {
 public:
  static Result<Schema> compile(const JsonDocument& schema);
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();
  /// Leaves only, at most one defect per value and cause, in document order.
  [[nodiscard]] SchemaDefects validate(const JsonDocument&) const;

  struct Impl;

 private:
  Schema();
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::json
