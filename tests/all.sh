#!/bin/sh
# Everything: release tests, a second compiler, sanitizers over readers and vectors. The last lines are ctest's.
#   all.sh SOURCE_DIR
set -eu
cd "$1"
step() { printf '\n== %s\n' "$1"; }

step "second compiler: clang reads every source, warnings are errors"
if command -v clang++ >/dev/null; then
  find lib cli validators -name '*.cpp' | xargs -P "$(nproc)" -n 8 clang++ -fsyntax-only -std=c++20 -Wall -Wextra -Wpedantic -Wshadow -Werror \
    -DASSAY_VERSION='"0"' -Ilib -Ilib/include -Icli -isystem /usr/include/libxml2
  echo "clean"
else
  echo "SKIPPED: clang++ is not installed"
fi

step "sanitizers: readers, profiles and vectors under AddressSanitizer and UndefinedBehaviorSanitizer"
cmake --preset asan >build/asan.log 2>&1 && cmake --build --preset asan >>build/asan.log 2>&1 || { tail -n 40 build/asan.log; exit 1; }
(cd build/asan && ctest --output-on-failure -R 'unit\.|vectors.run|sample' -E 'conventions')

step "release"
cd build/release
ctest --output-on-failure
