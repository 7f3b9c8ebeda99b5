#!/usr/bin/env bash
# Prints how long clerkd takes from its start on an existing database to its first answer, and its memory when idle.
# Timing decides nothing here; what must hold is memory.
set -euo pipefail
source "$(dirname "$0")/clerkd.bash"

key=sk_test_start0123456789
start_clerkd --store "sqlite:$work/clerkd.db" --secret-key "$key" && stop_clerkd

best=999999
for _ in 1 2 3 4 5; do
  begin=$(date +%s%N)
  start_clerkd --store "sqlite:$work/clerkd.db" --secret-key "$key"
  [ "$(call GET /v1/instance | tail -n 1)" = 200 ] || fail "no answer"
  taken=$((($(date +%s%N) - begin) / 1000))
  if [ "$taken" -lt "$best" ]; then best=$taken; fi
  memory=$(sed -nE 's/^VmRSS:[^0-9]*([0-9]+) kB/\1/p' "/proc/$server/status")
  stop_clerkd
done
echo "start to first answer, best of five: $((best / 1000)).$(printf %03d $((best % 1000))) ms (with the client's own start)"
echo "idle memory: $memory KiB"
[ "$memory" -lt $((25 * 1024)) ] || fail "idle memory is over 25 MiB"
