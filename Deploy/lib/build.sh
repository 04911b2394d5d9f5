# shellcheck shell=bash disable=SC2154,SC2034
# Builds the program. Deploy/run and Deploy/varde use the release build, Deploy/check the debug
# build that the tests need anyway. Needs say.sh and $checkout.

# What is loaded, from the checkout; Seed/example is for people to copy from.
seed_folders=(Seed/national Seed/plans)

# program CONFIGURATION
program() {
  echo "$checkout/.build/$1/varde"
}

# build CONFIGURATION ARGUMENT…: passes the arguments on to swift build, and explains what a person
# can mend without reading Swift.
build() {
  local configuration=$1 log
  shift
  [ -w "$checkout/.build" ] || { [ ! -e "$checkout/.build" ] && [ -w "$checkout" ]; } ||
    refuse "$(id -un) may not write to $checkout/.build, where the build goes." \
      "Clone the repository to a folder of your own, or build as $(stat -c %U "$checkout")."
  step "Building ($configuration); the first time takes some minutes"
  log=$(mktemp)
  if swift build --package-path "$checkout" -c "$configuration" "$@" </dev/null 2>&1 |
    tee "$log" >&2; then
    rm -f -- "$log"
    return
  fi
  local unreachable="error: (failed to (clone|fetch)|couldn.t fetch|git command)"
  if grep -qiE "$unreachable|could not resolve host" "$log"; then
    rm -f -- "$log"
    refuse "the Swift packages could not be fetched." \
      "Most likely there is no network to github.com (see above): bring it up, then run this again."
  fi
  rm -f -- "$log"
  refuse "the build failed; see the errors above."
}
