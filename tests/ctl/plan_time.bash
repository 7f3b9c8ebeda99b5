#!/usr/bin/env bash
# How long `plan` takes against clerkd, from start to exit. Printed, not judged: the machine may be busy.
set -euo pipefail
source "$(dirname "$0")/../integration/clerkd.bash"
bin=$(cd "$bin" && pwd)

export CLERK_SECRET_KEY=sk_test_plan0123456789
start_clerkd --store memory: --secret-key "$CLERK_SECRET_KEY"
export CLERK_API_URL=$url
cd "$work"
"$bin/clerkctl" settings pull --out wanted.yaml 2>said || { cat said >&2; fail "pull"; }

for _ in {1..11}; do
  begin=${EPOCHREALTIME/[.,]/}
  "$bin/clerkctl" settings plan wanted.yaml >/dev/null || fail "plan"
  echo $((${EPOCHREALTIME/[.,]/} - begin))
done | sort -n | awk '{ v[NR] = $1 } END { printf "start to finished plan: %.1f ms\n", v[int((NR + 1) / 2)] / 1000 }'
