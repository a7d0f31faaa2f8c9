#!/bin/sh
# CPU of `assay check PACKAGE` against the peer that people would use instead, interleaved in one run:
#   unzip -tq P && unzip -p P imsmanifest.xml | xmllint --noout --schema …
#   tests/bench/ratio.sh build/release/bin/assay [PACKAGE]
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ $# -gt 1 ]; then package=$2; else
  package=$scratch/course.zip
  (cd "$here/samples/bilingual-course" && zip -qr "$package" .)
fi
cat >"$scratch/all.xsd" <<XSD
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="$here/schemas/imscp/1.1.2/imscp.xsd"/>
  <xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="$here/schemas/adlcp/1.2/adlcp.xsd"/>
  <xs:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="$here/schemas/imsmd/1.2.1/imsmd.xsd"/>
</xs:schema>
XSD
cat >"$scratch/peer" <<SH
unzip -tq "$package" >/dev/null
unzip -p "$package" imsmanifest.xml | xmllint --noout --schema "$scratch/all.xsd" - 2>/dev/null
SH
cpu() { # runs 20 times, prints hundredths of a second of CPU
  TIMEFORMAT='%U %S'
  bash -c "TIMEFORMAT='%U %S'; time (for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do $1 >/dev/null 2>&1; done)" 2>&1 | awk '{print ($1 + $2) * 1000 / 20}'
}
pair=0
while [ $pair -lt 9 ]; do
  ours=$(cpu "'$program' check '$package'")
  peer=$(cpu "sh '$scratch/peer'")
  echo "$ours $peer" | awk '{printf "%.2f ms  %.2f ms  ratio %.2f\n", $1, $2, $1 / $2}'
  pair=$((pair + 1))
done | tee "$scratch/rows"
sed 's/.*ratio //' "$scratch/rows" | sort -n | awk '{v[NR] = $1} END {print "median ratio " v[int((NR + 1) / 2)] " (goal: at most 2)"}'
