#!/usr/bin/env bash
# Every example runs against clerkd; the tutorial's values are read back by its second program.
set -euo pipefail
source "$(dirname "$0")/clerkd.bash"

key=sk_test_examples0123456789
start_clerkd --store memory: --secret-key "$key"
export CLERK_API_URL=$url CLERK_SECRET_KEY=$key

"$bin/quick_start" | tee "$work/quick_start"
grep -qx 'members per organization: 20' "$work/quick_start" || fail "quick_start printed something else"
grep -qx 'blocklist: true' "$work/quick_start" || fail "quick_start printed something else"

"$bin/coroutine" | tee "$work/coroutine"
grep -qx 'organizations: true' "$work/coroutine" || fail "coroutine printed something else"

"$bin/metrics" | tee "$work/metrics"
grep -qx 'clerk_requests_total{operation="update_instance",outcome="204"} 3' "$work/metrics" || fail "metrics counted otherwise"
grep -qx 'clerk_requests_total{operation="update_instance",outcome="422"} 1' "$work/metrics" || fail "metrics lost the refusal"

"$bin/traces" | tee "$work/traces"
grep -qx '  http.response.status_code = 200' "$work/traces" || fail "traces shows no status"
grep -qE '^  clerk.trace_id = [0-9a-f]{32}$' "$work/traces" || fail "traces shows no trace id"

for number in 1 2 3 20261125; do
  "$bin/tutorial" "$number" >/dev/null
  "$bin/tutorial_check" "$number" | tail -n 1
done
if "$bin/tutorial_check" 4 >"$work/check"; then fail "tutorial_check finds values that nobody sent"; fi
grep -q DIFFERS "$work/check" || fail "tutorial_check names no difference"
CLERK_SECRET_KEY=sk_test_wrong "$bin/quick_start" 2>"$work/err2" && fail "a wrong key is no failure"
grep -q clerk_key_invalid "$work/err2" || fail "a wrong key is not named"
if grep -q sk_test_wrong "$work/err2"; then fail "the key was printed"; fi
