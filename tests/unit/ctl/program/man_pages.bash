#!/usr/bin/env bash
# The formatter has nothing to complain of in any page: man_pages.bash FOLDER
set -euo pipefail
command -v groff >/dev/null || {
  [ -z "${CI:-}" ] || { echo "FAILED: groff is missing: tools/install_packages test" >&2; exit 1; }
  echo "NOT RUN: groff is missing"
  exit 0
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/clerkctl" man --out "$folder"
for page in "$folder"/*.1; do
  complaints=$(groff -man -ww -W break -Tutf8 -k -z "$page" 2>&1)
  [ -z "$complaints" ] || { echo "FAILED: ${page##*/}: $complaints" >&2; exit 1; }
done
