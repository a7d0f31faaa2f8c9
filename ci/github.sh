#!/bin/sh
# The judging step of action.yml: annotations for the log, a summary for the page, SARIF when asked for. What to judge
# comes in variables, so that nothing that a pull request says is ever read as a command.
set -eu
assay=${ASSAY:-assay}
list=$(mktemp)
trap 'rm -f "$list"' EXIT

# Globs are expanded, names with blanks stay whole, and what matches nothing is told as a file that is missing.
newline='
'
IFS=$newline
for pattern in ${ASSAY_PACKAGES:-}; do
  # shellcheck disable=SC2086
  printf '%s\0' $pattern
done >"$list"
if [ ! -s "$list" ]; then
  echo "::error title=assay::No packages are named: set the input \"packages\"."
  exit 2
fi

set -- check -0 --files-from "$list" --fail-on "${ASSAY_FAIL_ON:-error}"
[ -z "${ASSAY_PROFILE:-}" ] || set -- "$@" --profile "$ASSAY_PROFILE"
[ -z "${ASSAY_WAIVERS:-}" ] || set -- "$@" --waivers "$ASSAY_WAIVERS"
[ -z "${ASSAY_BASELINE:-}" ] || set -- "$@" --baseline "$ASSAY_BASELINE"
set -f
for option in ${ASSAY_OPTIONS:-}; do set -- "$@" "$option"; done

status=0
"$assay" "$@" --format github || status=$?
[ -z "${ASSAY_SARIF:-}" ] || "$assay" "$@" --format sarif -o "$ASSAY_SARIF" || true
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || "$assay" "$@" --format markdown >>"$GITHUB_STEP_SUMMARY" || true
[ -z "${GITHUB_OUTPUT:-}" ] || echo "exit-code=$status" >>"$GITHUB_OUTPUT"
exit "$status"
