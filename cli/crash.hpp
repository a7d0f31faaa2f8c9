#pragma once

#include <string>

namespace assay::cli_detail {

/// From now on a crash of assay itself names the input that it happened with and ends with exit code 5, as every
/// fault of ours does. A handler that somebody else has set (a sanitizer) is left alone.
void name_crashes();

/// While this lives, a crash in this thread is one of this input.
class Underway {
 public:
  /// When it crashes, `line` is written to `descriptor` (none: -1), so that the next run need not crash again.
  Underway(const std::string& name, std::string line, int descriptor);
  ~Underway();
  Underway(const Underway&) = delete;
  Underway& operator=(const Underway&) = delete;

 private:
  std::string words_, line_;
};

}  // namespace assay::cli_detail
