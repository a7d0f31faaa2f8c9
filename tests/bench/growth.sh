#!/bin/sh
# A huge manifest with all rules: CPU against an expat parse of the same bytes, peak memory, and growth from N to 4N.
# Everything is measured in turn, in one run; what counts are the ratios.
#   tests/bench/growth.sh build/release/bin/assay [ITEMS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$1
items=${2:-50000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -O2 -o "$scratch/expat" "$here/expat_parse.c" -lexpat
awk -v n="$items" -f "$here/huge_manifest.awk" >"$scratch/imsmanifest.xml"
awk -v n=$((items / 4)) -f "$here/huge_manifest.awk" >"$scratch/quarter.xml"

# cpu COMMAND…: milliseconds of user and system time
cpu() {
  bash -c 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1' -- "$@" 2>&1 | awk '{print ($1 + $2) * 1000}'
}
for pair in 1 2 3 4 5 6 7 8 9; do
  echo "$(cpu "$program" check "$scratch/imsmanifest.xml") $(cpu "$scratch/expat" "$scratch/imsmanifest.xml")" \
    "$(cpu "$program" check "$scratch/quarter.xml")"
done | awk '{printf "assay %d ms  expat %d ms  ratio %.2f  quarter %d ms  growth %.2f\n", $1, $2, $1 / $2, $3, $1 / $3}' | tee "$scratch/rows"
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
echo "median ratio to expat $(sed 's/.*ratio \([0-9.]*\).*/\1/' "$scratch/rows" | median) (goal: at most 6)"
echo "median growth for four times the items $(sed 's/.*growth //' "$scratch/rows" | median) (goal: at most 5)"
bytes=$(wc -c <"$scratch/imsmanifest.xml")
peak=$(/usr/bin/time -f %M "$program" check "$scratch/imsmanifest.xml" 2>&1 >/dev/null | tail -n 1)
echo "$bytes $peak" | awk '{printf "manifest %.1f MiB, peak %.1f MiB (goal: at most %.1f MiB)\n", $1 / 1048576, $2 / 1024, 3 * $1 / 1048576 + 32}'
