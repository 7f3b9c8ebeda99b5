# For scripts that measure clerkd on a filled store in several rounds: sourced, not run. They set `bin`, and write what
# the programs print, a line of JSON each round, into $work/SERIES.lines.

export CLERK_SECRET_KEY=sk_test_figures0123456789
work=$(mktemp -d)
server=

stop_server() {
  [ -n "$server" ] || return 0
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}
clean_up() {
  trap - EXIT INT TERM
  stop_server
  rm -rf "$work"
}
trap clean_up EXIT
trap 'clean_up; exit 130' INT TERM

need_programs() {
  local program
  for program in "$@"; do
    [ -x "$bin/$program" ] && continue
    echo "$bin/$program is missing: build it with cmake --build --preset release" >&2
    exit 1
  done
}

need_numbers() { # NUMBER... or the usage
  local number
  for number in "$@"; do
    case "$number" in '' | *[!0-9]* | 0) usage ;; esac
  done
}

fill_store() { # STORE ARGUMENT...: unless it is there; what was not filled to its end never looks like it
  local store=$1 file
  shift
  [ ! -e "$store" ] || return 0
  mkdir -p "$(dirname "$store")"
  echo "filling $store" >&2
  rm -f "$store".new*
  "$bin/bench_fill" --store "sqlite:$store.new" "$@" >&2
  rm -f "$store".new.lock
  for file in "$store".new*; do mv "$file" "$store${file#"$store".new}"; done
}

start_server() { # STORE: sets `server` and `url`
  "$bin/clerkd" --listen 127.0.0.1:0 --store "sqlite:$1" --log-level warning >"$work/out" 2>"$work/err" &
  server=$!
  until grep -q '^ready ' "$work/out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.02
  done
  url=$(sed -n 's/^ready //p' "$work/out")
}

# spread: median, least and greatest of the numbers on standard input.
spread() {
  sort -g | awk '{ v[NR] = $1 } END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; print m, v[1], v[NR] }'
}
head_row() { printf '\n%-20s %-22s %12s  %s\n' of figure median least..greatest; }
row() { # SERIES FIELD
  local median least greatest
  read -r median least greatest < <(sed -n "s/.*\"$2\": \([0-9.]*\).*/\1/p" "$work/$1.lines" | spread)
  printf '%-20s %-22s %12.2f  %12.2f..%.2f\n' "$1" "$2" "$median" "$least" "$greatest"
  printf '%s{"of": "%s", "figure": "%s", "median": %s, "least": %s, "greatest": %s}\n' \
    "$([ ! -s "$work/result.json" ] || echo ', ')" "$1" "$2" "$median" "$least" "$greatest" >>"$work/result.json"
}
write_json() { # FILE, if it is named
  [ -z "$1" ] || { echo '['; cat "$work/result.json"; echo ']'; } >"$1"
}
