#!/bin/sh
# Instructions of whole processes under callgrind: the same figure on a busy machine as on an idle one.
#   tests/bench/instructions.sh build/release/bin/assay [PACKAGE]
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
program=$1
package=${2:-$here/samples/bilingual-course}
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}
echo "assay --version   $(count "$program" --version)"
echo "assay check       $(count "$program" check "$package")"
