# shellcheck shell=bash disable=SC2154,SC2034
# Builds the program. Deploy/run and Deploy/varde use the release build, Deploy/check the debug
# build that the tests need anyway. Needs say.sh and $checkout.

# What is loaded, from the checkout; Seed/example is for people to copy from.
seed_folders=(Seed/national Seed/plans)

# The names and contents of the files that are loaded. A folder that is missing is the load's to
# tell.
seed_digest() {
  (cd -- "$checkout" && { find "${seed_folders[@]}" -type f -print0 2>/dev/null || true; } |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1)
}

# Whether the private database holds just these files already. A load of the same would put back
# what somebody has changed in the registry since. Of a server of one's own nothing is known.
seed_is_loaded() {
  [ -n "${state:-}" ] && [ "$(cat "$state/seeded" 2>/dev/null || true)" = "$(seed_digest)" ]
}

remember_seed() {
  [ -z "${state:-}" ] || seed_digest >"$state/seeded"
}

# program CONFIGURATION
program() {
  echo "$checkout/.build/$1/varde"
}

# speed_arguments: what a release build is told beside its configuration, one word a line. Code is
# made fit for its callers across all modules; and where the toolchain brings its library in such a
# form, it goes into the program: calls into a shared one go through a table of addresses, and an
# answer makes thousands of them.
speed_arguments() {
  local swift
  printf '%s\n' -Xswiftc -cross-module-optimization
  swift=$(readlink -f "$(command -v swift)")
  [ ! -e "${swift%/bin/*}/lib/swift_static/linux/static-stdlib-args.lnk" ] ||
    echo --static-swift-stdlib
}

# build CONFIGURATION ARGUMENT…: passes the arguments on to swift build, and explains what a person
# can mend without reading Swift.
build() {
  local configuration=$1 log
  shift
  # shellcheck disable=SC2046 # the arguments are words
  if [ "$configuration" = release ]; then set -- "$@" $(speed_arguments); fi
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
