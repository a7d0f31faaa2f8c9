#!/bin/bash
# The sandbox itself: it lets a reader read, and ends whoever writes or connects.   holds.sh SANDBOX ASSAY
sandbox=$1 assay=$2 folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$sandbox" true 2>"$folder/why" || { grep SKIPPED "$folder/why" && exit 0; exit 1; }
"$sandbox" cat /etc/hostname >/dev/null || { echo "reading is forbidden"; exit 1; }
"$sandbox" "$assay" --version || exit 1
! "$sandbox" bash -c "echo x > $folder/x" 2>/dev/null || { echo "a file could be made"; exit 1; }
! "$sandbox" bash -c ': > /dev/tcp/127.0.0.1/9' 2>/dev/null || { echo "a connection could be tried"; exit 1; }
! "$sandbox" rm -f "$folder/why" 2>/dev/null || { echo "a file could be removed"; exit 1; }
! "$sandbox" "$assay" check --format json -o "$folder/report" "$folder" 2>/dev/null || { echo "a report could be written"; exit 1; }
test -e "$folder/why" -a ! -e "$folder/x" -a ! -e "$folder/report" && echo "the sandbox holds"
