# shellcheck shell=bash disable=SC2154,SC2034
# What the scripts say. Everything goes to standard error, so that the standard output of
# Deploy/varde is the program's alone.

step() {
  printf '==> %s\n' "$*" >&2
}

note() {
  printf '    %s\n' "$*" >&2
}

# refuse WHAT-IS-WRONG [WHAT-TO-DO…]: one line each, then a non-zero exit.
refuse() {
  printf 'varde: %s\n' "$1" >&2
  shift
  [ "$#" = 0 ] || printf '%s\n' "$@" | sed 's/^/       /' >&2
  exit 1
}
