#include "text/wording.hpp"

#include "text/unicode.hpp"

namespace assay::text {

std::string quoted(std::string_view name) { return "\"" + visible(name) + "\""; }

std::string listed(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

std::string one_of(std::span<const std::string_view> names) { return "Write one of " + listed(names) + "."; }

std::string suggestion(std::string_view wanted, std::span<const std::string_view> names, std::string otherwise,
                       std::uint32_t most) {
  const std::string near = nearest(wanted, names, most);
  return near.empty() ? otherwise : "Did you mean " + near + "?";
}

std::string suggestion(std::string_view wanted, std::span<const std::string_view> names) {
  return suggestion(wanted, names, one_of(names));
}

}  // namespace assay::text
