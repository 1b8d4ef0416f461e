#!/usr/bin/env bash
# Pairs the programme in a folder, checks the result, and hands over what is approved. usage: pair.sh [FOLDER]
# The tests of rmentor run it whole, with bash, in a clone. Exit codes are those of rmentor: 1 for a missed gate, 2 for a fault in a sheet.
set -euo pipefail
cd "${1:-.}"

rmentor validate --quiet --errors problems.csv

# The folder of the last run may not be there: what people decided comes from a file that is named.
set --
if [ -f decisions.csv ]; then set -- --previous decisions.csv --fail-under approved=100; fi
rmentor match --quiet --out run --fail-under coverage="${COVERAGE:-0}" "$@"

rmentor verify run

# Only approved tandems are handed over: before there are any, there is nothing to do. Nothing is sent.
if grep -Eq '[;,]approved[;,]' run/tandems.csv; then
  rmentor export --from run --to "${EXPORT_TO:-mail-merge}" --out hand-over --no-record
fi
