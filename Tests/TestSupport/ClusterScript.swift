/// The shell script that owns a test cluster: it makes it, runs it, and removes it.
///
/// Its standard input is a socket whose other end only the test process holds. End of file there
/// means that the test process is gone, however it went, and then everything goes with it.
/// Lines read from it steer the server: `stop`, `kill` (as if the power had gone) and `start`,
/// `freeze` and `thaw`.
enum ClusterScript {
  static let text = #"""
    set -u
    trap '' INT HUP TERM
    directory=$1
    account=$2
    options=$3
    cd "$directory" || exit 1

    binaries=$(pg_config --bindir 2>/dev/null)
    if [ ! -x "$binaries/initdb" ]; then
      binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    fi

    drop() {
      if [ -n "$account" ]; then
        exec setpriv --reuid="${account%%:*}" --regid="${account##*:}" --clear-groups "$@"
      fi
      exec "$@"
    }
    running() {
      for process in "$@"; do
        grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$process/status" && return 0
      done
      return 1
    }
    start() {
      rm -f "$directory/down"
      ( drop "$binaries/postgres" -D "$directory/data" $options </dev/null ) &
      server=$!
    }
    stop() {
      signal CONT
      kill -QUIT "$server" 2>/dev/null
      wait "$server" 2>/dev/null
    }
    children() {
      cat "/proc/$server/task/$server/children" 2>/dev/null
    }
    signal() {
      kill "-$1" "$server" $(children) 2>/dev/null
    }
    pull_the_plug() {
      children=$(children)
      kill -KILL "$server" $children 2>/dev/null
      wait "$server" 2>/dev/null
      tries=0
      while running $children && [ "$tries" -lt 200 ]; do
        sleep 0.05
        tries=$((tries + 1))
      done
    }

    ( drop "$binaries/initdb" --pgdata="$directory/data" --username=postgres --auth=trust \
      --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions </dev/null ) \
      || { echo failed >"$directory/failed"; }
    [ -e "$directory/failed" ] || start
    while read -r order; do
      case $order in
        stop) stop; : >"$directory/down" ;;
        kill) pull_the_plug; : >"$directory/down" ;;
        start) start ;;
        freeze) signal STOP; : >"$directory/frozen" ;;
        thaw) signal CONT; rm -f "$directory/frozen" ;;
      esac
    done
    [ -e "$directory/failed" ] || stop
    cd / && rm -rf "$directory"
    """#

  /// Settings of a server that may lose everything with the machine, though not with itself, and
  /// that shares two processors with others.
  static let settings = [
    "fsync": "off", "full_page_writes": "off",
    "wal_level": "minimal", "max_wal_senders": "0", "shared_buffers": "32MB",
    "max_connections": "300", "max_locks_per_transaction": "512",
    "autovacuum": "off", "jit": "off",
    "listen_addresses": "", "timezone": "UTC", "log_timezone": "UTC", "lc_messages": "C",
  ]
}
