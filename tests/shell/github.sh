#!/bin/bash
# The judging step of the GitHub Action, with names and inputs that a hostile pull request would choose.
#   github.sh PROGRAM STEP GOOD-FOLDER
set -u
export ASSAY=$1
step=$2 good=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
cp -r "$good" good && cp -r good "[g]ood" && echo '<' >"[g]ood/imsmanifest.xml" && cp -r good "with blank" && cp -r good ./-ovictim
failed=0
unset ASSAY_PACKAGES ASSAY_OPTIONS ASSAY_SARIF ASSAY_PROFILE ASSAY_WAIVERS ASSAY_BASELINE ASSAY_FAIL_ON
export GITHUB_OUTPUT=$scratch/output GITHUB_STEP_SUMMARY=$scratch/summary

# expect CODE NAME=VALUE…: the step's exit code, which stands in its output too
expect() {
  code=$1
  shift
  : >"$GITHUB_OUTPUT"
  env "$@" sh "$step" >log 2>&1
  got=$?
  [ "$got" = "$code" ] && grep -qx "exit-code=$code" "$GITHUB_OUTPUT" && return
  echo "expected $code, got $got of: $*"
  cat log
  failed=1
}
expect 0 "ASSAY_PACKAGES=good"
expect 0 "ASSAY_PACKAGES= good $(printf '\r')

with*"
expect 1 "ASSAY_PACKAGES=*ood"          # the bad one is called like a pattern of the good one
expect 1 "ASSAY_PACKAGES=good
[[]g]ood"
expect 0 "ASSAY_PACKAGES=-ovictim"
expect 3 "ASSAY_PACKAGES=nothing-*.zip"
expect 2 "ASSAY_PACKAGES= "
expect 0 "ASSAY_PACKAGES=good" "ASSAY_OPTIONS=--profile  scorm-1.2"
mkdir "my folder" && echo '{ "schema": "assay-waivers/1", "waivers": [] }' >"my folder/w.json"
expect 0 "ASSAY_PACKAGES=good" "ASSAY_OPTIONS=--waivers=my folder/w.json"
expect 2 "ASSAY_PACKAGES=good" "ASSAY_OPTIONS=-o
x"
expect 5 "ASSAY_PACKAGES=good" "ASSAY_SARIF=$scratch/no-folder/x.sarif"
expect 0 "ASSAY_PACKAGES=good" "ASSAY_SARIF=$scratch/x.sarif"
[ -s x.sarif ] || { echo "no SARIF"; failed=1; }
grep -q good summary || { echo "no summary"; failed=1; }
[ ! -e victim ] || { echo "a name was read as an option"; failed=1; }
exit $failed
