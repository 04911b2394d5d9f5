# shellcheck shell=bash disable=SC2154,SC2034
# The scene of faults.sh: a copy of the scripts, a stand-in for swift and for the program, tools
# that fail, and a server with passwords. Needs Deploy/lib/all.sh and $checkout.

passed=0
failures=0

set_scene() {
  forget_servers
  require_postgres ""
  scene=$(mktemp -d /tmp/varde-faults-XXXXXXXX)
  chmod 755 "$scene"
  export VARDE_STATE=$scene/state-0
  export VARDE_SWIFT_PLACES=
  states=0
  locate_state
  mkdir -p "$scene/checkout/SQL/Migrations" "$scene/checkout/Seed" "$scene/checkout/Tests"
  cp -R "$checkout/Deploy" "$checkout/README.md" "$scene/checkout"
  cp -R "$checkout/Tests/Deploy" "$checkout/Tests/Browser" "$scene/checkout/Tests"
  make_tools
  cd "$scene/checkout" || exit 1
  # Made by root for the run as an ordinary user, who cannot make it.
  [ -z "${ALIEN:-}" ] || ln -s "$ALIEN" "$scene/alien"
}

clear_scene() {
  local status=$? folder
  for folder in "$scene"/state-* "$scene/own"; do
    state=$folder
    if [ -d "$folder/data" ] && cluster_running; then
      socket=$(pid_file_line 5)
      (stop_cluster) || true
      rmdir -- "$socket" 2>/dev/null || true
    fi
  done
  cd /
  rm -rf -- "$scene"
  exit "$status"
}

# Every program of the machine but the ones that the tests replace.
make_tools() {
  local folder name
  mkdir "$scene/tools" "$scene/swift" "$scene/lacking" "$scene/blind" "$scene/old" \
    "$scene/bare" "$scene/older" "$scene/lesser"
  for folder in /usr/local/bin /usr/bin /bin /usr/sbin /sbin; do
    find -L "$folder" -maxdepth 1 -type f -perm -1 -exec ln -sf -t "$scene/tools" {} + \
      2>/dev/null || true
  done
  for name in swift swiftc sudo apt-get useradd; do
    rm -f -- "$scene/tools/$name"
  done
  cp -P "$scene/tools"/* "$scene/lacking"
  rm -f "$scene/lacking/pkg-config"
  cp -P "$scene/tools"/* "$scene/blind"
  rm -f "$scene/blind"/{chromium,chromium-browser,google-chrome}
  write_tool swift swift <<'END'
case $1 in
  --version) echo "Swift version ${STAND_IN_SWIFT:-6.3.1} (stand-in)" ;;
  build)
    case ${STAND_IN_BUILD:-} in
      unreachable)
        echo "error: Failed to clone repository https://github.com/apple/swift-log:"
        echo "fatal: unable to access: Could not resolve host: github.com"
        exit 1 ;;
      wrong) echo "error: cannot find 'x' in scope"; exit 1 ;;
    esac
    mkdir -p "$3/.build/release" && cp "$(dirname "$0")/varde" "$3/.build/release/varde" ;;
  test)
    cat -- "$STAND_IN_TESTS"
    ! grep -q -e "✘" -e "Fatal error" "$STAND_IN_TESTS" ;;
esac
END
  # Proves that it can come in as the role that the command is for.
  write_tool swift varde <<'END'
case $1 in
  migrate) role=varde_owner ;;
  seed) role=varde_editor ;;
  --help) echo help; exit ;;
  synthesise) echo "${VARDE_DATABASE-no database} $*"; exit ;;
  *) role=varde_reader ;;
esac
case $VARDE_DATABASE in
  postgres*://*) target="$VARDE_DATABASE&user=$role" ;;
  *) target="$VARDE_DATABASE user=$role" ;;
esac
echo "$(psql -X -A -t -w -d "$target" -c 'select current_user') $*"
END
  # The last stage of Deploy/check, over a test run that says its arguments, a line each.
  write_tool swift tests_that <<'END'
export STAND_IN_TESTS=$0.txt checkout=$PWD
printf '%s\n' "$@" >"$STAND_IN_TESTS"
exec bash -c 'set -euo pipefail
  . Deploy/lib/all.sh
  . Deploy/lib/checks.sh
  timed "Tests: all of them" check_tests'
END
  for folder in lacking blind; do
    write_tool "$folder" apt-get <<'END'
echo "Err:1 Temporary failure resolving 'deb.example'"
exit 100
END
  done
  write_tool old postgres <<<'echo "postgres (PostgreSQL) 14.9"'
  write_tool old initdb <<<'exit 1'
  ln -s "$postgres_bin"/* "$scene/bare"
  rm "$scene/bare/pg_config"
  write_tool bare pg_config <<<'echo /nonexistent'
  write_tool older psql <<<"$postgres_bin/psql "'"$@" | sed "s/^1[5-9]....$/140009/"'
  write_tool lesser psql <<<"$postgres_bin/psql "'"$@" | grep -v "^btree_gist$"'
  PATH=$scene/swift:$scene/tools
}

# write_tool FOLDER NAME <script
write_tool() {
  { echo "#!/bin/sh" && cat; } >"$scene/$1/$2"
  chmod 755 "$scene/$1/$2"
}

new_state() {
  states=$((states + 1))
  VARDE_STATE=$scene/state-$states
}

# A state folder that the test wrote, given to the account that runs the cluster.
own_state() {
  [ "$(id -u)" != 0 ] || chown -R "$account" "${1:-$VARDE_STATE}"
  chmod 700 "${1:-$VARDE_STATE}/data"
}

process_of_state() {
  state=$VARDE_STATE
  cluster_running && pid_file_line 1
}

socket_of_state() {
  state=$VARDE_STATE
  pid_file_line 5
}

as_role() {
  psql -X -A -t -w -h "$(socket_of_state)" -d varde -U "$1" -c "$2" 2>/dev/null
}

socket_length="select length(current_setting('unix_socket_directories'))"
role_powers="select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles
  where rolname = current_user"

# A process of the account that is no PostgreSQL.
start_sleep() {
  as_account sh -c 'sleep 600 >/dev/null 2>&1 & echo $!'
}

# Leaves the folder as after a power cut, with the number of a process that lives.
forge_lock() {
  local lock=$VARDE_STATE/data/postmaster.pid text
  text=$(sed "1s/.*/$1/" "$lock")
  Deploy/stop 2>/dev/null
  printf '%s\n' "$text" >"$lock"
  [ "$(id -u)" != 0 ] || chown "$account" "$lock"
}

# A server as others have them: passwords, a superuser and a plain login.
own_password="it\\'s \\\\right"
start_password_server() {
  local secret="it's \\right"
  state=$scene/own
  mkdir "$state"
  prepare_state
  own_socket=$scene/own/log
  printf '%s\n' "$secret" >"$scene/secret"
  as_account "$postgres_bin/initdb" --pgdata="$state/log/data" --username=admin --encoding=UTF8 \
    --locale=C.UTF-8 --auth=scram-sha-256 --pwfile="$scene/secret" >/dev/null
  mv "$state/log/data" "$state/data"
  as_account "$postgres_bin/pg_ctl" start -s -w -D "$state/data" -l "$state/log/postgres.log" \
    -o "-c listen_addresses= -c unix_socket_directories=$own_socket" </dev/null >/dev/null 2>&1
  PGPASSWORD=$secret "$postgres_bin/psql" -X -q -h "$own_socket" -U admin -d postgres \
    -c "create database varde" \
    -c "create role plain login password 'it''s \\right'"
  chmod 755 "$own_socket"
}

last_line_is() {
  [ "$(tail -n 1 "$scene/output")" = "$1" ]
}

# expect TITLE COMMAND…
expect() {
  local title=$1
  shift
  if "$@" >/dev/null 2>&1; then
    passed=$((passed + 1))
  else
    fail "$title" "$*"
  fi
}

not() {
  ! "$@"
}

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$1" >&2
  printf '%s\n' "$2" | sed 's/^/    /' >&2
}

# run_case COMMAND…: all its output to $scene/output, lines joined to one in $said.
run_case() {
  status=0
  timeout 120 "$@" </dev/null >"$scene/output" 2>&1 || status=$?
  said=$(tr '\n' ' ' <"$scene/output" | tr -s ' ')
}

# expect_refusal TITLE PATTERN COMMAND…: it ends with 1 or 64 and says what the pattern asks for.
expect_refusal() {
  local title=$1 pattern=$2
  shift 2
  run_case "$@"
  if { [ "$status" = 1 ] || [ "$status" = 64 ]; } && [[ $said =~ $pattern ]]; then
    passed=$((passed + 1))
  else
    fail "$title (status $status, wanted: $pattern)" "$(cat "$scene/output")"
  fi
}

expect_success() {
  local title=$1 pattern=$2
  shift 2
  run_case "$@"
  if [ "$status" = 0 ] && [[ $said =~ $pattern ]]; then
    passed=$((passed + 1))
  else
    fail "$title (status $status, wanted: $pattern)" "$(cat "$scene/output")"
  fi
}

conclude() {
  printf '%s expectations met, %s failed\n' "$passed" "$failures"
  [ "$failures" = 0 ]
}
