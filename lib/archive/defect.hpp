// A defect of the container, as lib/archive finds it; lib/package turns it into findings.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <assay/container.hpp>
#include <assay/course.hpp>

namespace assay::archive {

struct Defect {
  ContainerDefect what;
  std::uint32_t entry = none;  // none: the archive as a whole
  std::string_view cause{};    // empty when there is only one
  std::vector<std::pair<std::string_view, std::string>> arguments{};
};

}  // namespace assay::archive
