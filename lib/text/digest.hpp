#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace assay::text {

/// SHA-256, lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The same over parts.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  [[nodiscard]] std::string hex();  // ends it

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::text
