#!/usr/bin/env bash
# The code blocks of README and guide are the example files, which are compiled and run: a block that follows a line
# `<!-- file: PATH -->` must be that file.
set -euo pipefail
source "$(dirname "$0")/clerkd.bash"
root=$2

blocks=0
for page in "$root"/README.md "$root"/docs/guide/*.md; do
  while IFS= read -r file; do
    awk -v mark="<!-- file: $file -->" '
      $0 == mark { found = 1; next }
      found && /^```/ { if (inside) exit; inside = 1; next }
      inside { print }' "$page" >"$work/block"
    diff -u "$root/$file" "$work/block" || fail "$(basename "$page"): the block of $file is not that file"
    blocks=$((blocks + 1))
  done < <(sed -nE 's/^<!-- file: (.*) -->$/\1/p' "$page")
done
[ "$blocks" -ge 2 ] || fail "only $blocks blocks were found"
echo "$blocks blocks are the files they name"
