#!/bin/sh
# The HTML report in a real browser: its script runs under its policy, speaks the wanted language, and nothing of a hostile
# package does anything.
#   run.sh CHROMIUM ASSAY SOURCE_OF_TESTS
set -eu
chromium=$1 assay=$2 here=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

"$assay" check --format html --lang en --fail-on never "$here/hostile" "$here/../cli/packages/good" >"$folder/report.html" || true

# open FRAGMENT: the document after the script ran, and what the console said.
open() {
  "$chromium" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$folder/profile" --enable-logging=stderr --virtual-time-budget=5000 \
    --dump-dom "file://$folder/report.html$1" >"$folder/dom.html" 2>"$folder/console.txt"
}
wants() {
  grep -qF -- "$2" "$folder/dom.html" || { echo "FAIL $1: no $2"; failures=$((failures + 1)); }
}
refuses() {
  ! grep -qiE -- "$3" "$folder/$2" || { echo "FAIL $1: $(grep -iE -m1 -- "$3" "$folder/$2" | cut -c1-300)"; failures=$((failures + 1)); }
}
inert() {
  refuses "$1" dom.html '<title>pwned'
  refuses "$1" dom.html '<img'
  refuses "$1" dom.html '<svg'
  refuses "$1" console.txt 'Content Security Policy|Refused to|Uncaught'
}

open ""
inert "as it is"
wants "as it is" '<html lang="en"'
wants "as it is" '<p class="language">'
for language in zh-Hans ms id th vi fil km lo my ta; do
  open "#lang=$language"
  inert "$language"
  wants "$language" "<html lang=\"$language\""
  refuses "$language" dom.html '<h1><span[^>]*>Conformance report'
done

echo "11 languages, $failures failures"
[ "$failures" = 0 ]
