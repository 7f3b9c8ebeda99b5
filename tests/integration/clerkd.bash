# Sourced by the scripts of this folder: starts clerkd on a port of its own and ends it with the script.

bin=$1
work=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

# start_clerkd ARGUMENT...: sets `server` and `url`
start_clerkd() {
  : >"$work/out"
  "$bin/clerkd" --listen 127.0.0.1:0 "$@" >"$work/out" 2>"$work/err" &
  server=$!
  until grep -q '^ready ' "$work/out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; fail "clerkd did not start"; }
    sleep 0.005
  done
  url=$(sed -n 's/^ready //p' "$work/out")
}

stop_clerkd() {
  kill -TERM "$server"
  local status=0
  wait "$server" || status=$?
  server=
  return "$status"
}

# call METHOD PATH [BODY]: prints the body, a newline and the status
call() {
  local method=$1 path=$2 body=${3-}
  curl -sS -X "$method" -H "Authorization: Bearer $key" ${body:+-H 'Content-Type: application/json' -d "$body"} \
    -w '\n%{http_code}\n' "$url$path"
}
