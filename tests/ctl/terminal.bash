#!/usr/bin/env bash
# What `settings apply` asks, in a real terminal that tmux holds.
set -euo pipefail
source "$(dirname "$0")/../integration/clerkd.bash"
bin=$(cd "$bin" && pwd)

command -v tmux >/dev/null || {
  [ -z "${CI:-}" ] || fail "tmux is missing: tools/install_packages test"
  echo "NOT RUN: tmux is missing"
  exit 0
}

key=sk_test_terminal0123456789
production_key=sk_live_terminal0123456789
start_clerkd --store memory: --secret-key "$key"
call POST /__clerkd/instances "{\"environment_type\":\"production\",\"secret_key\":\"$production_key\"}" >/dev/null

opened=0
terminal() { tmux -S "$work/tmux.$opened" -f /dev/null "$@"; }
end_terminal() { terminal kill-server 2>/dev/null || true; }
trap 'end_terminal; finish' EXIT

# open_terminal KEY: a shell in a terminal of its own, with nothing of this one's environment
open_terminal() {
  end_terminal
  opened=$((opened + 1))  # a socket of its own: the former server may still be ending
  terminal new-session -d -s it -x 120 -y 50 -c "$work" \
    "env -i TERM=screen PATH=$PATH HOME=$work CLERK_SECRET_KEY=$1 CLERK_API_URL=$url bash --norc --noprofile"
}
screen() { terminal capture-pane -p -J -t it; }
type_line() { terminal send-keys -t it -l "$1" && terminal send-keys -t it Enter; }

# expect_screen TEXT: waits until the screen shows it
expect_screen() {
  local end=$((SECONDS + 20))
  until screen | grep -qF -- "$1"; do
    [ $SECONDS -lt $end ] || { screen >&2; fail "the terminal does not show: $1"; }
  done
}
# run_in_terminal COMMAND: on an empty screen; its status is printed at the end, so that it can be waited for
run_in_terminal() {
  terminal send-keys -R -t it
  type_line "$1; echo \"ended with \$?\""
}

rules_enabled() { CLERK_SECRET_KEY=$1 CLERK_API_URL=$url "$bin/clerkctl" instance-settings get-instance-protect --query /rules_enabled; }
expect_rules() { [ "$(rules_enabled "$1")" = "$2" ] || fail "rules_enabled is not $2"; }

echo 'protect: {rules_enabled: true}' >"$work/wanted.yaml"
apply="$bin/clerkctl settings apply wanted.yaml"

# A development instance: y or no.
open_terminal "$key"
run_in_terminal "$apply"
expect_screen '[y/N]'
expect_screen 'rules_enabled'
type_line n
expect_screen 'ended with 1'
expect_rules "$key" false

run_in_terminal "$apply"
expect_screen '[y/N]'
type_line ''
expect_screen 'ended with 1'
expect_rules "$key" false

run_in_terminal "$apply"
expect_screen '[y/N]'
terminal send-keys -t it C-d
expect_screen 'ended with 1'
expect_rules "$key" false

run_in_terminal "$apply"
expect_screen '[y/N]'
type_line y
expect_screen 'ended with 0'
expect_rules "$key" true

# Nothing is left to do, so nothing is asked.
run_in_terminal "$apply"
expect_screen 'ended with 0'
if screen | grep -qF '[y/N]'; then fail "it asks though there is nothing to do"; fi

# A production instance: its name, in full.
open_terminal "$production_key"
for wrong in y yes development prod; do
  run_in_terminal "$apply"
  expect_screen 'Type production'
  type_line "$wrong"
  expect_screen 'ended with 1'
  expect_rules "$production_key" false
done
run_in_terminal "$apply --yes"
expect_screen 'Type production'
type_line ''
expect_screen 'ended with 1'
expect_rules "$production_key" false

run_in_terminal "$apply"
expect_screen 'Type production'
type_line production
expect_screen 'ended with 0'
expect_rules "$production_key" true

# With its outputs closed it fails, and writes into no file that it opens in their place.
mkdir -p "$work/closed"
echo 'instance: {hibp: true}' >"$work/closed/wanted.yaml"
closed() { CLERK_SECRET_KEY=$key CLERK_API_URL=$url "$bin/clerkctl" settings apply "$work/closed/wanted.yaml" --yes "$@"; }
if closed >&- 2>&-; then fail "it does not tell that its account was lost"; fi
grep -q hibp "$work/closed/.clerkctl/state.json" || fail "it applied nothing"
[ ! -s "$work/closed/.clerkctl/state.json.lock" ] || fail "its account is in the lock file"

# Colours on a terminal, unless they are declined; the key on none.
expect_colour() { terminal capture-pane -e -p -t it | grep -q $'\033\[[0-9;]*m'; }
echo 'protect: {rules_enabled: false}' >"$work/wanted.yaml"
run_in_terminal "$bin/clerkctl settings plan wanted.yaml"
expect_screen 'ended with 0'
expect_colour || fail "a plan in a terminal has no colour"
run_in_terminal "NO_COLOR=1 $bin/clerkctl settings plan wanted.yaml"
expect_screen 'ended with 0'
if expect_colour; then fail "NO_COLOR is not obeyed"; fi
if screen | grep -qF "$production_key"; then fail "the terminal shows the key"; fi
echo "asked and obeyed"
