#!/bin/bash
# What bash offers: completion.sh PROGRAM
set -eu
program=$1
cd "$(dirname "$0")"
PATH=$(dirname "$program"):$PATH
failed=0
# shellcheck disable=SC2317 # called by what is sourced below
complete() { builtin complete "$@"; }
# shellcheck disable=SC2317
compopt() { :; } # only inside a real completion
# shellcheck disable=SC1090
source <("$program" completion bash)

# expect WORDS… -- OFFERED…: what is offered for the last word
expect() {
  COMP_WORDS=()
  while [ "$1" != -- ]; do COMP_WORDS+=("$1"); shift; done
  shift
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _assay
  for wanted; do
    case " ${COMPREPLY[*]-} " in
      *" $wanted "*) ;;
      *) echo "${COMP_WORDS[*]}: $wanted is not among: ${COMPREPLY[*]-}"; failed=1 ;;
    esac
  done
  [ $# -gt 0 ] || [ ${#COMPREPLY[@]} -eq 0 ] || { echo "${COMP_WORDS[*]}: nothing expected, got: ${COMPREPLY[*]}"; failed=1; }
}

expect assay '' -- check inspect diff repair explain rules profiles vectors completion manual
expect assay ch -- check
expect assay check --fo -- --format
expect assay check --format '' -- text json sarif junit github gitlab markdown earl
expect assay check --format sa -- sarif
expect assay check --fail-on w -- warning
expect assay check --limit xml -- xml-depth= xml-nodes=
expect assay check --profile x --color a -- auto always
expect assay check comp -- completion.sh
expect assay check -o comp -- completion.sh
expect assay check --stdin-name '' --
expect assay vectors '' -- list build run
expect assay vectors l -- list
expect assay vectors build --f -- --family --filter
expect assay explain imscp.dangling-i -- imscp.dangling-item-reference
expect assay rules --format j -- json
expect assay completion '' -- bash zsh fish
exit $failed
