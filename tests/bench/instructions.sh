#!/bin/sh
# Instructions of whole processes under callgrind: the same figure on a busy machine as on an idle one.
#   tests/bench/instructions.sh build/release/bin/assay [PACKAGE [MILLIONS-AT-START MILLIONS-FOR-PACKAGE]]
# With limits, exit code 1 when one is passed.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
program=$1
package=${2:-$here/samples/bilingual-course}
failed=0
# count LIMIT WORDS…
count() {
  limit=$1
  shift
  counted=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p')
  echo "assay $* $counted"
  [ -z "$limit" ] || [ "$counted" -le "$limit"000000 ] || { echo "more than $limit million"; failed=1; }
}
count "${3:-}" --version
count "${4:-}" check "$package"
exit $failed
