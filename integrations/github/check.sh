#!/usr/bin/env bash
# Checks PATHS with annotations on standard output, a summary of the job, and a SARIF report at SARIF.
#
# Read from the environment: PATHS and ARGS (one a line), CHANGED (a reference, "auto" or nothing), BASE (the branch that a pull
# request goes to, or nothing), MESSAGES (id or en), SARIF (a path or nothing). The exit code is saksama's.
set -uo pipefail

arguments=(check --format github --lang "${MESSAGES:-id}")
if [ -n "${SARIF:-}" ]; then
    mkdir -p "$(dirname "$SARIF")"
    arguments+=(--report "sarif=$SARIF")
fi
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || arguments+=(--report "markdown=$GITHUB_STEP_SUMMARY")

case "${CHANGED:-}" in
    '') ;;
    # Outside a pull request there is no base: everything is checked.
    auto) [ -z "${BASE:-}" ] || arguments+=("--changed=origin/$BASE") ;;
    *) arguments+=("--changed=$CHANGED") ;;
esac

# Takes the lines of $1 that are not empty as further arguments.
lines() {
    local line
    while IFS= read -r line; do
        [ -z "$line" ] || arguments+=("$line")
    done <<<"$1"
}
lines "${ARGS:-}"
arguments+=(--)
lines "${PATHS:-.}"

saksama "${arguments[@]}"
code=$?
{
    echo "exit-code=$code"
    if [ -n "${SARIF:-}" ] && [ -f "$SARIF" ]; then echo "sarif=$SARIF"; fi
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
