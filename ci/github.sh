#!/bin/sh
# The judging step of action.yml: annotations for the log, a summary for the page, SARIF when asked for. What to judge
# comes in variables, so that nothing that a pull request says is ever read as a command.
set -euf
assay=${ASSAY:-assay}
list=$(mktemp)
trap 'rm -f "$list"' EXIT
newline='
'
IFS=$newline

# finish CODE [TEXT]: the end of the step, also for the steps that come after it.
finish() {
  [ $# -lt 2 ] || echo "::error title=assay::$2"
  [ -z "${GITHUB_OUTPUT:-}" ] || echo "exit-code=$1" >>"$GITHUB_OUTPUT"
  exit "$1"
}
# lines TEXT: one value a line; blanks around it and the line ends of Windows are nobody's meaning.
lines() { printf '%s\n' "$1" | tr -d '\r' | sed 's/^[[:blank:]]*//; s/[[:blank:]]*$//; /^$/d'; }

# Patterns are expanded once and their results never split again: a package may be called "[a].zip", or worse. What
# matches nothing is told as a file that is missing.
for pattern in $(lines "${ASSAY_PACKAGES:-}"); do
  IFS=
  set +f
  # shellcheck disable=SC2086
  printf '%s\0' $pattern
  set -f
  IFS=$newline
done >"$list"
[ -s "$list" ] || finish 2 'No packages are named: set the input "packages".'

set -- check -0 --files-from "$list" --fail-on "${ASSAY_FAIL_ON:-error}"
[ -z "${ASSAY_PROFILE:-}" ] || set -- "$@" --profile "$ASSAY_PROFILE"
[ -z "${ASSAY_WAIVERS:-}" ] || set -- "$@" --waivers "$ASSAY_WAIVERS"
[ -z "${ASSAY_BASELINE:-}" ] || set -- "$@" --baseline "$ASSAY_BASELINE"
for option in $(lines "${ASSAY_OPTIONS:-}"); do
  case $option in
    -o* | --output* | --format*) finish 2 'The input "options" cannot name an output or a format: this step makes its own.' ;;
    --*=*) set -- "$@" "$option" ;;
    --*[[:blank:]]*) set -- "$@" "${option%%[[:blank:]]*}" "$(lines "${option#*[[:blank:]]}")" ;;
    *) set -- "$@" "$option" ;;
  esac
done

status=0
# report WORDS…: a report that cannot be made (2, 5) is told; what the package deserves was told by the first one.
report() {
  made=0
  "$assay" "$@" || made=$?
  case $made in 2 | 5) status=$made ;; esac
}
"$assay" "$@" --format github || status=$?
[ -z "${ASSAY_SARIF:-}" ] || report "$@" --format sarif -o "$ASSAY_SARIF"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || report "$@" --format markdown >>"$GITHUB_STEP_SUMMARY"
finish "$status"
