#!/usr/bin/env bash
# clerkd as a process: its first lines, its key file, its flags, what it says when it can't start, and its end.
set -euo pipefail
source "$(dirname "$0")/clerkd.bash"

# A first start makes a key, prints it once, and keeps it in a file for its owner alone.
start_clerkd --store "sqlite:$work/clerkd.db"
[ "$(sed -n 1p "$work/out")" = "ready $url" ] || fail "the first line is not ready"
key=$(sed -n 's/^secret key //p' "$work/out")
[[ $key == sk_test_* ]] || fail "no key was printed"
[ "$(cat "$work/clerkd.db.keys")" = "$key" ] || fail "the key file holds another key"
[ "$(stat -c %a "$work/clerkd.db.keys")" = 600 ] || fail "the key file is open to others"
if grep -aq "$key" "$work/clerkd.db"* --exclude='*.keys'; then fail "the database holds the key"; fi
[ "$(call PATCH /v1/instance '{"support_email":"help@example.com"}' | tail -n 1)" = 204 ] || fail "PATCH /instance"

# A second process on the same file says so and ends.
if "$bin/clerkd" --listen 127.0.0.1:0 --store "sqlite:$work/clerkd.db" >/dev/null 2>"$work/second"; then
  fail "two processes own one file"
fi
grep -q "$work/clerkd.db" "$work/second" || fail "the second process does not name the file"

# SIGTERM ends it cleanly; a later start finds everything and makes no key.
stop_clerkd || fail "SIGTERM did not end it with 0"
if grep -q "$key" "$work/err"; then fail "the log holds the key"; fi
start_clerkd --store "sqlite:$work/clerkd.db"
[ "$(wc -l <"$work/out")" = 1 ] || fail "a second start printed more than ready"
call GET /__clerkd/settings | grep -q '"support_email":"help@example.com"' || fail "the setting is gone"
stop_clerkd

# Flags, environment and seed.
"$bin/clerkd" --version | grep -q '^clerkd 0\.' || fail "--version"
"$bin/clerkd" --help | grep -q -- --production-like || fail "--help"
status=0
"$bin/clerkd" --lisen 127.0.0.1:0 2>"$work/usage" >/dev/null || status=$?
[ "$status" = 64 ] || fail "an unknown flag ends with $status"
for bad in "--store postgres:x" "--listen=nowhere" "--secret-key sk_live_0123456789" "--seed $work/none.yaml" \
  "--disposable-domains $work/none.txt" "--disposable-domains $work" \
  "--store sqlite:$work/missing/clerkd.db"; do
  # shellcheck disable=SC2086
  if CLERKD_LISTEN=127.0.0.1:0 "$bin/clerkd" $bad >/dev/null 2>"$work/bad"; then fail "$bad was taken"; fi
  grep -q '^clerkd: ' "$work/bad" || fail "$bad: $(cat "$work/bad")"
done

cat >"$work/seed.yaml" <<'YAML'
instances:
  - environment_type: production
    secret_key: sk_live_seed0123456789
    plan_features: [allowlist]
    settings:
      restrictions:
        allowlist: true
YAML
CLERKD_SECRET_KEY=sk_test_environment0123 start_clerkd --store "sqlite:$work/clerkd.db" --seed "$work/seed.yaml" --strict
key=sk_live_seed0123456789
call PATCH /v1/instance/restrictions '{}' | grep -q '"allowlist":true' || fail "the seed's setting is not there"
[ "$(call PATCH /v1/instance '{"hibp":null}' | tail -n 1)" = 422 ] || fail "--strict"
key=sk_test_environment0123
[ "$(call GET /v1/instance | tail -n 1)" = 200 ] || fail "CLERKD_SECRET_KEY"
stop_clerkd

# A list of disposable domains takes the place of the one that is compiled in; a line that is no domain is named.
printf '# ours\nthrowaway.example\n' >"$work/domains.txt"
CLERKD_SECRET_KEY=sk_test_domains0123456789 start_clerkd --store memory: --disposable-domains "$work/domains.txt"
key=sk_test_domains0123456789
call PATCH /v1/instance/restrictions '{"block_disposable_email_domains":true}' >/dev/null
[ "$(call POST /v1/users '{"email_address":["a@mail.throwaway.example"]}' | tail -n 1)" = 403 ] || fail "a listed domain"
[ "$(call POST /v1/users '{"email_address":["a@mailinator.com"]}' | tail -n 1)" = 200 ] || fail "the own list is still used"
stop_clerkd
echo 'no domain' >>"$work/domains.txt"
if "$bin/clerkd" --listen 127.0.0.1:0 --store memory: --disposable-domains "$work/domains.txt" >/dev/null 2>"$work/bad"; then
  fail "a list with a line that is no domain was taken"
fi
grep -q "$work/domains.txt, line 3: 'no domain'" "$work/bad" || fail "the line is not named: $(cat "$work/bad")"

# A configuration file; flags go before it.
printf 'strict = true\nsecret-key = "sk_test_configuration0123"\nlog-level = "error"\n' >"$work/clerkd.conf"
start_clerkd --store memory: --config "$work/clerkd.conf" --log-level off
key=sk_test_configuration0123
[ "$(call PATCH /v1/instance '{"hibp":null}' | tail -n 1)" = 422 ] || fail "--config"
stop_clerkd

sed -i 's/plan_features: .*/plan_features: []/' "$work/seed.yaml"
sed -i 's/sk_live_seed/sk_live_other/' "$work/seed.yaml"
if "$bin/clerkd" --listen 127.0.0.1:0 --store "sqlite:$work/clerkd.db" --seed "$work/seed.yaml" >/dev/null 2>"$work/bad"; then
  fail "a seed against the rules was taken"
fi
grep -q /instance/restrictions "$work/bad" || fail "the refused group is not named"
