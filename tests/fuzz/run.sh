#!/bin/sh
# Runs every fuzz target for a while, from our seeds; what it learns stays in build/fuzz/corpus.
#   tests/fuzz/run.sh [SECONDS-A-TARGET]
set -eu
cd "$(dirname "$0")/../.."
cmake --preset fuzz
cmake --build --preset fuzz --target fuzz
for program in build/fuzz/bin/fuzz_*; do
  target=${program##*/fuzz_}
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  echo "== $target"
  # Inputs of this size cost milliseconds; ten seconds is a hang even on a busy machine under the sanitizers.
  "$program" -max_total_time="${1:-60}" -timeout=10 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/$target-" "$corpus" "tests/fuzz/seeds/$target"
done
