#include "language/data.hpp"

#include <map>
#include <memory>
#include <mutex>

#include "embedded.hpp"

namespace assay::language {

JsonNode data_file(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<JsonDocument>, std::less<>> read;
  const std::lock_guard lock(mutex);
  const auto found = read.find(name);
  if (found != read.end()) return root(*found->second);
  const std::string path = "schemas/acs-data-1/" + std::string(name) + ".json";
  auto parsed = json::parse(path, std::string(embedded_file(path)));
  if (!parsed) return {};
  return root(*(read[std::string(name)] = std::move(*parsed)));
}

}  // namespace assay::language
