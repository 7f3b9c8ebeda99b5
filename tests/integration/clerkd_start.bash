#!/usr/bin/env bash
# Prints how long clerkd takes from its start on an existing database to its first answer, and its memory when idle.
# Timing decides nothing here; what must hold is memory.
set -euo pipefail
source "$(dirname "$0")/clerkd.bash"

key=sk_test_start0123456789
start_clerkd --store "sqlite:$work/clerkd.db" --secret-key "$key"
stop_clerkd

# Only what the shell itself can do stands between the two looks at the clock: no other program starts.
best=999999999
for _ in 1 2 3 4 5 6 7; do
  begin=${EPOCHREALTIME/[.,]/}
  coproc CLERKD { exec "$bin/clerkd" --listen 127.0.0.1:0 --store "sqlite:$work/clerkd.db" --secret-key "$key" 2>/dev/null; }
  server=$CLERKD_PID
  read -r _ url <&"${CLERKD[0]}"
  exec 3<>"/dev/tcp/127.0.0.1/${url##*:}"
  printf 'GET /v1/instance HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n' "$key" >&3
  read -r _ status _ <&3
  taken=$((${EPOCHREALTIME/[.,]/} - begin))
  exec 3>&-
  [ "$status" = 200 ] || fail "the first answer is $status"
  if [ "$taken" -lt "$best" ]; then best=$taken; fi
  memory=$(sed -nE 's/^VmRSS:[^0-9]*([0-9]+) kB/\1/p' "/proc/$server/status")
  stop_clerkd
done
echo "start to first answer, best of seven: $((best / 1000)) ms"
echo "idle memory: $memory KiB"
[ "$memory" -lt $((25 * 1024)) ] || fail "idle memory is over 25 MiB"
