// Where profiles are looked for besides the program itself.
#include <algorithm>
#include <cstdlib>

#include "verbs.hpp"

namespace assay::cli_detail {

std::vector<std::string> split(const std::string& list, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(separator, at), list.size());
    if (end > at) parts.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

void add_profile_directories(Store& store, const std::vector<std::string>& named) {
  for (const std::string& directory : named) store.add_profile_directory(directory);
  const auto variable = [](const char* name) { return std::string(std::getenv(name) ? std::getenv(name) : ""); };
  for (const std::string& place : split(variable("ASSAY_PROFILES"), ':')) store.add_profile_directory(place);
  const std::string data = variable("XDG_DATA_HOME"), home = variable("HOME");
  if (!data.empty() || !home.empty())
    store.add_profile_directory((data.empty() ? home + "/.local/share" : data) + "/assay/profiles");
  store.add_profile_directory("/usr/local/share/assay/profiles");
  store.add_profile_directory("/usr/share/assay/profiles");
}

}  // namespace assay::cli_detail
