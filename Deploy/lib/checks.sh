# shellcheck shell=bash disable=SC2154,SC2034
# The steps of Deploy/check that are more than one command, and the cleaning up after them.
# Needs all.sh and $checkout.

hidden_build=$checkout/.build.hidden
scratch=

# timed TITLE COMMAND…
timed() {
  local title=$1 begun=$SECONDS
  shift
  step "$title"
  "$@" </dev/null || refuse "not green: $title" "See what it printed above."
  note "done in $((SECONDS - begun)) s"
}

# Whatever happens: .build comes back, the thrown-away server ends, its folders go.
clean_up() {
  local status=$?
  trap - EXIT
  show_build
  drop_scratch_cluster
  exit "$status"
}

drop_scratch_cluster() {
  [ -n "$scratch" ] || return 0
  if [ -d "$scratch/state/data" ] && cluster_running; then
    (stop_cluster) || true
  fi
  [ -z "${socket:-}" ] || rmdir -- "$socket" 2>/dev/null || true
  rm -rf -- "$scratch"
  scratch=
}

# A check that was killed in the middle may have left .build hidden.
show_build() {
  if [ -d "$hidden_build" ]; then
    rm -rf -- "$checkout/.build"
    mv -- "$hidden_build" "$checkout/.build"
  fi
}

shell_scripts() {
  printf '%s\n' .ci/run Deploy/run Deploy/test Deploy/check Deploy/stop Deploy/varde \
    Deploy/bench Deploy/lib/*.sh Tests/Deploy/*.sh Tests/Browser/run
}

check_shell() {
  local script
  while read -r script; do
    bash -n "$script" || return 1
  done < <(shell_scripts)
  if command -v shellcheck >/dev/null; then
    shell_scripts | xargs shellcheck -x
  else
    note "shellcheck is not installed, so only the syntax was checked."
  fi
}

check_format() {
  swift format lint --strict --recursive --parallel Package.swift Sources SQL Tests
}

# Every test. When some fail, what failed and the runner's summary come once more, as the last
# lines: of a long output often only the end is kept.
check_tests() {
  local output=$checkout/.build/tests.txt status=0
  mkdir -p -- "$checkout/.build"
  # So many at once keep two processors busy; all at once, each waits for the others until its
  # patience with a server ends.
  swift test --skip-build --experimental-maximum-parallelization-width 8 2>&1 |
    tee -- "$output" || status=$?
  [ "$status" != 0 ] || return 0
  note "not green; all of it is in $output. What failed:"
  tell_failures "$output"
  exit 1
}

# check_target NAMETests: one target's tests; nothing is built or linked that they do not need.
check_target() {
  VARDE_TESTS=$1 swift test --test-product vardePackageTests
}

# tell_failures FILE: of the output of a test run every recorded issue with the comments behind it,
# every trap of the program, and the summary. At most 200 lines of 400 bytes.
tell_failures() {
  awk '
    /^✘ .* recorded an issue/ || /Fatal error: |^error: / { print; comments = 3; next }
    /^↳ / && comments > 0 { print; comments--; next }
    { comments = 0 }
  ' "$1" | cut -b -400 | iconv -c -f utf-8 -t utf-8 | head -n 200
  grep '^[✘✔] Test run with ' "$1" | tail -n 1 || echo "✘ The test run came to no summary."
}

# A database that lives only for this check, so it need not survive a power cut.
start_scratch_cluster() {
  scratch=$(mktemp -d /tmp/varde-check-XXXXXXXX)
  chmod 755 "$scratch"
  VARDE_STATE=$scratch/state
  cluster_settings=(fsync=off synchronous_commit=off full_page_writes=off)
  locate_state
  prepare_state
  start_cluster
  create_varde_database
  use_cluster
}

generation() {
  cluster_psql -d varde -c "select number from varde.generation"
}

# The steps run under `timed`, where `set -e` is off: hence the chains.
seed_scratch_cluster() {
  start_scratch_cluster && "$(program debug)" migrate &&
    "$(program debug)" seed "${seed_folders[@]}" >"$scratch/seeded"
}

# Seeded, whichever stage is the first that needs it.
need_scratch_cluster() {
  [ -n "$scratch" ] || seed_scratch_cluster
}

check_data() {
  local first found
  need_scratch_cluster || return 1
  first=$(generation) && "$(program debug)" seed "${seed_folders[@]}" >"$scratch/seeded" || return 1
  if [ "$(generation)" != "$first" ]; then
    cat "$scratch/seeded"
    note "Loading the same seed twice raised the generation from $first to $(generation)."
    return 1
  fi
  # What leads someone nowhere is an error; vacant seats and old confirmations are told, not judged.
  if ! found=$("$(program debug)" check --strict); then
    printf '%s\n' "$found"
    return 1
  fi
  printf '%s\n' "$found" | sed -e '/^–/d' -e '/^   /d' -e '/^$/d'
}

a_question=(ask --asker citizen --place Trondheim --concern radikalisering --age 17
  --severity mild --at 2021-12-01 --json)

# The program finds its SQL beside itself, not where it was built.
check_installed_copy() {
  local copy built installed=
  need_scratch_cluster || return 1
  copy=$scratch/installed
  built=$("$(program debug)" "${a_question[@]}") || return 1
  mkdir -p "$copy" && cp -R .build/debug/varde .build/debug/*.resources "$copy" || return 1
  mv -- .build "$hidden_build" || return 1
  installed=$(cd / && "$copy/varde" --version >&2 && "$copy/varde" migrate >&2 &&
    "$copy/varde" "${a_question[@]}") || note "The installed copy failed."
  show_build
  if [ -z "$built" ] || [ "$installed" != "$built" ]; then
    note "The installed copy does not answer as the built program does."
    return 1
  fi
}
