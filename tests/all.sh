#!/bin/sh
# Everything: a second compiler with sanitizers over readers and vectors, fuzzing, the release tests. The last lines are ctest's.
#   all.sh SOURCE_DIR       (build/release is built already)
set -eu
cd "$1"
step() { printf '\n== %s\n' "$1"; }

# clang reads every source with warnings as errors and brings libFuzzer; g++ has the same sanitizers, but no fuzzer.
if command -v clang++ >/dev/null && echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' |
  clang++ -fsanitize=fuzzer,address,undefined -x c++ -o /dev/null - 2>/dev/null; then
  with=fuzz
  step "clang: every source; readers, profiles and vectors under AddressSanitizer and UndefinedBehaviorSanitizer; every reader of foreign bytes fuzzed for a minute"
else
  with=asan
  step "g++: readers, profiles and vectors under AddressSanitizer and UndefinedBehaviorSanitizer; the fuzz targets with the same inputs every time"
  if command -v clang++ >/dev/null; then
    echo "SKIPPED: fuzzing, because libclang-rt-14-dev is not installed; clang only reads the sources"
    find lib cli validators tests/cli tests/fuzz tests/sandbox -name '*.cpp' ! -name replay.cpp -print0 |
      xargs -0 -P "$(nproc)" -n 8 clang++ -fsyntax-only -std=c++20 -Wall -Wextra -Wpedantic -Wshadow -Werror \
        -DASSAY_VERSION='"0"' -Ilib -Ilib/include -Icli -isystem /usr/include/libxml2
  else
    echo "SKIPPED: the second compiler and fuzzing, because clang++ is not installed"
  fi
fi
if ! { cmake --preset "$with" && cmake --build --preset "$with"; } >"build/$with.log" 2>&1; then
  tail -n 40 "build/$with.log"
  echo "the build failed; all of it is in build/$with.log"
  exit 1
fi
ctest --test-dir "build/$with" -j "$(nproc)" --output-on-failure --no-tests=error -R 'unit\.|fuzz\.|vectors\.run|sample' -E conventions

step "release"
ctest --test-dir build/release --output-on-failure --no-tests=error
