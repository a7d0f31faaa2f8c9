#!/bin/sh
# Runs fuzz targets for a while, from our seeds, as many at a time as there are cores; what they learn stays in
# build/fuzz/corpus.   tests/fuzz/run.sh [SECONDS-A-TARGET [TARGET…]]
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
cmake --preset fuzz
cmake --build --preset fuzz --target fuzz
[ $# -gt 0 ] || set -- $(ls build/fuzz/bin | sed -n 's/^fuzz_//p')
# Inputs of this size cost milliseconds; thirty seconds are a hang even on a busy machine under the sanitizers.
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c '
  mkdir -p build/fuzz/corpus/{}
  if build/fuzz/bin/fuzz_{} -max_total_time='"$seconds"' -timeout=30 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/{}- build/fuzz/corpus/{} tests/fuzz/seeds/{} >build/fuzz/{}.log 2>&1
  then echo "{}: $(sed -n "s/^stat::number_of_executed_units: *//p" build/fuzz/{}.log) inputs, no finding"
  else tail -n 40 build/fuzz/{}.log; echo "{}: FAILED, see build/fuzz/{}.log"; exit 255
  fi'
