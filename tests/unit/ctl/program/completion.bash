#!/usr/bin/env bash
# Completes command lines as the shell does after TAB, and compares what it offers: completion.bash SHELL FOLDER
set -euo pipefail
shell=$1
export PATH=$2:$PATH
fail() { echo "FAILED: $*" >&2; exit 1; }
command -v "$shell" >/dev/null || {
  [ -z "${CI:-}" ] || fail "$shell is missing: tools/install_packages test"
  echo "NOT RUN: $shell is missing"
  exit 0
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p files/folder
touch files/one.yaml
clerkctl completion "$shell" >script
"$shell" -n script || fail "the script has a fault of syntax"

# Each prints what is offered for the line $1, one a line.
offered_by_bash() {
  # Parted as readline does it, and with the characters at which it does so.
  bash --norc -s -- "$1" <<'BASH'
source ./script
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:@' COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=() rest=$1
while [[ $rest =~ ^[[:space:]]*([^[:space:]=@:]+|[=@:]+)(.*)$ ]]; do
  COMP_WORDS+=("${BASH_REMATCH[1]}") rest=${BASH_REMATCH[2]}
done
[[ $1 == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_clerkctl
printf "%s\n" "${COMPREPLY[@]}"
BASH
}
offered_by_fish() { fish --no-config -c 'source script; complete -C "$argv[1]"' "$1" | cut -f 1 | sed 's/^--[a-z-]*=@\?//; s/^@\(.\)/\1/'; }
expect() { # LINE OFFERED...
  local line=$1 wanted
  shift
  wanted=$(printf '%s\n' "$@" | sort -u)
  offered=$("offered_by_$shell" "$line" | sed 's|/$||' | sort -u)
  [ "$offered" = "$wanted" ] || fail "for '$line' $shell offers '$offered' and not '$wanted'"
}
# The completion of zsh runs in a terminal only; its syntax is all that is looked at.
if [ "$shell" = zsh ]; then exit 0; fi

expect 'clerkctl doc' doctor
expect 'clerkctl doctor --forma' --format
expect 'clerkctl doctor --format ' json table yaml
expect 'clerkctl doctor --format=j' json
expect 'clerkctl doctor --format=' json table yaml
expect 'clerkctl completion ' bash fish zsh
expect 'clerkctl settings pla' plan
expect 'clerkctl settings plan files/' files/folder files/one.yaml
expect 'clerkctl --env-file=files/o' files/one.yaml
expect 'clerkctl organizations upload-organization-logo --file ' @
expect 'clerkctl organizations upload-organization-logo --file @files/o' files/one.yaml
expect 'clerkctl organizations upload-organization-logo --file=@files/o' files/one.yaml
expect 'clerkctl man --out files/' files/folder
