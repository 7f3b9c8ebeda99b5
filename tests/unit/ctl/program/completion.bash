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
# Of a flag and its value in one word, these two offer the whole.
value_alone() { sed 's/^--[a-z-]*=@\?//; s/^@\(.\)/\1/'; }
offered_by_fish() { fish --no-config -c 'source script; complete -C "$argv[1]"' "$1" | cut -f 1 | value_alone; }
# Its completion runs in the line editor only, so in a terminal. What it would add there is written down.
offered_by_zsh() {
  cat >driver <<'ZSH'
autoload -Uz compinit && compinit -u -D
source ./script
compadd() {
  local -a found path all=("$@")
  zparseopts -D -E O:=path A:=path D:=path
  if (( ! $#path )); then
    builtin compadd -O found "${(@)all}"
    zparseopts -D -E p:=path
    (( $#found )) && print -rl -- "$path[2]"${^found} >>offered
  fi
  builtin compadd "${(@)all}"
}
offer() { _main_complete; compstate[insert]= compstate[list]=; }
ask() { zle offer; print -r -- $'the\tend'; }
zle -C offer complete-word offer
zle -N ask
bindkey '^I' ask
print -r -- $'may\tbegin'
ZSH
  : >offered
  timeout 20 zsh -f -s -- "$1" >&2 <<'ZSH'
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal 'source ./driver'
zpty -r terminal text $'*may\tbegin*'
zpty -w -n terminal "$1"$'\t'
zpty -r terminal text $'*the\tend*'
zpty -d terminal
ZSH
  value_alone <offered
}
expect() { # LINE OFFERED...
  local line=$1 wanted
  shift
  wanted=$(printf '%s\n' "$@" | sort -u)
  offered=$("offered_by_$shell" "$line" | sed 's|/$||' | sort -u)
  [ "$offered" = "$wanted" ] || fail "for '$line' $shell offers '$offered' and not '$wanted'"
}
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
