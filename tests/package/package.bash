# Common parts of the package tests. Each is called as SCRIPT SOURCE WORK VERSION CXX.
set -euo pipefail
source_dir=$1 work=$2 version=$3 cxx=$4
here=$source_dir/tests/package

fail() { echo "FAILED: $*" >&2; exit 1; }
# Output is of interest only when something fails.
quietly() { "$@" >"$work/last.log" 2>&1 || { tail -n 40 "$work/last.log" >&2; fail "$*"; }; }

# Paths are taken relative to the sources, so that what one of these builds has compiled is there for the others.
export CCACHE_BASEDIR=$source_dir CCACHE_NOHASHDIR=1
launcher=()
if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
configure() { quietly cmake -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER="$cxx" "${launcher[@]}" "$@"; }

# expect_output PROGRAM: that the consumer says what it should.
expect_output() {
  local said
  said=$("$@") || fail "$* ended with $?: $said"
  [ "$said" = "allowlist true
caught resource_not_found
clerk $version" ] || fail "$* said: $said"
}
