#!/bin/sh
# Everything: a second compiler, sanitizers over readers and vectors, fuzzing, the release tests. The last lines are ctest's.
#   all.sh SOURCE_DIR       (build/release is built already)
set -eu
cd "$1"
jobs=$(nproc)
step() { printf '\n== %s\n' "$1"; }

step "second compiler: clang reads every source of library, program and rules, warnings are errors"
if command -v clang++ >/dev/null; then
  find lib cli validators tests/cli tests/fuzz tests/sandbox -name '*.cpp' ! -name replay.cpp -print0 |
    xargs -0 -P "$jobs" -n 8 clang++ -fsyntax-only -std=c++20 -Wall -Wextra -Wpedantic -Wshadow -Werror \
      -DASSAY_VERSION='"0"' -Ilib -Ilib/include -Icli -isystem /usr/include/libxml2
  echo "clean"
else
  echo "SKIPPED: clang++ is not installed"
fi

step "sanitizers: readers, profiles, vectors and fuzz targets under AddressSanitizer and UndefinedBehaviorSanitizer"
if ! { cmake --preset asan && cmake --build --preset asan; } >build/asan.log 2>&1; then
  tail -n 40 build/asan.log
  echo "the build failed; all of it is in build/asan.log"
  exit 1
fi
ctest --test-dir build/asan --output-on-failure --no-tests=error -R 'unit\.|fuzz\.|vectors\.run|sample' -E conventions

# Luck decides what libFuzzer finds, so that a change is not held up by it: run it by hand, and longer. The same targets
# run above with the same inputs every time (fuzz.*).
if [ "${ASSAY_FUZZ_SECONDS:-0}" -gt 0 ]; then
  step "fuzzing: every reader of foreign bytes for $ASSAY_FUZZ_SECONDS seconds"
  sh tests/fuzz/run.sh "$ASSAY_FUZZ_SECONDS" >build/fuzz.log 2>&1 || { tail -n 60 build/fuzz.log; exit 1; }
  grep 'no finding' build/fuzz.log
fi

step "release"
ctest --test-dir build/release --output-on-failure --no-tests=error
