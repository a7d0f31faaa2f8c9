// What was read of a package's films and sounds.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include <assay/media.hpp>

namespace assay::media {

struct Recordings {
  std::vector<assay::Recording> all;
  bool incomplete = false;
  std::deque<std::string> strings;  // what the views point at
};

}  // namespace assay::media
