# shellcheck shell=bash disable=SC2154,SC2034
# What Deploy/bench measures with: clocks, medians, the database, nodes and other servers that it
# starts and ends by their ids. Needs all.sh, $checkout and $bench.

started_ids=()
cluster_settings=(fsync=off synchronous_commit=off max_wal_size=4GB shared_buffers=512MB
  max_locks_per_transaction=256)

# wrk, nginx and valgrind from Debian, and pgbench beside the server; Debian's nginx is not to start
# itself.
require_tools() {
  local missing="" policy=/usr/sbin/policy-rc.d
  command -v wrk >/dev/null || missing="$missing wrk"
  [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
  command -v curl >/dev/null || missing="$missing curl"
  command -v valgrind >/dev/null || missing="$missing valgrind"
  python3 -c "import ensurepip, venv" 2>/dev/null || missing="$missing python3-venv"
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    install_packages "${missing# }"
    rm -f -- "$policy"
  else
    install_packages "${missing# }"
  fi
}

clean_bench() {
  local status=$? id
  trap - EXIT
  for id in "${started_ids[@]}"; do
    end_node "$id"
  done
  if [ -d "${state:-/nonexistent}/data" ] && cluster_running; then
    (stop_cluster) || true
  fi
  [ -z "${socket:-}" ] || rmdir -- "$socket" 2>/dev/null || true
  if [ "$status" = 0 ]; then rm -rf -- "$bench"; else note "What was measured is in $bench."; fi
  exit "$status"
}

now() { date +%s%N; }

# milliseconds_since START
milliseconds_since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f\n", (b - a) / 1e6 }'; }

# middle FILE [FORMAT]: the median of its numbers, then the least and the greatest.
middle() {
  sort -g "$1" | awk -v f="${2:-%.2f}" '{ v[NR] = $1 } END {
    if (NR == 0) { print "-"; exit }
    m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
    printf f " (" f "–" f ")", m, v[1], v[NR] }'
}

median() { middle "$1" "${2:-%.6f}" | awk '{ print $1 }'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.4f\n", a / b; else print 0 }'; }

# row WHAT AGAINST WANTED MEASURED DETAIL
row() {
  printf '| %s | %s | %s | **%s** | %s |\n' "$@" >>"$rows"
  note "$1: $4 (wanted $3); $5"
}

# The share of time in which the processors had nothing to do before the first measurement.
begin_idle() {
  local before after
  before=$(awk '/^cpu / { print $5 + $6, $2+$3+$4+$5+$6+$7+$8 }' /proc/stat)
  sleep 3
  after=$(awk '/^cpu / { print $5 + $6, $2+$3+$4+$5+$6+$7+$8 }' /proc/stat)
  idle=$(echo "$before $after" | awk '{ printf "%.0f", 100 * ($3 - $1) / ($4 - $2) }')
}

machine() {
  local model memory
  model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  memory=$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)
  echo "$(nproc) × ${model:-$(uname -m)}, ${memory} GB, Linux $(uname -r | cut -d- -f1)," \
    "PostgreSQL $(postgres_major "$postgres_bin")"
}

# make_database NAME FOLDER…: migrated and seeded.
make_database() {
  local name=$1 begun
  shift
  cluster_psql -d postgres -c "create database $name owner varde_owner template template0"
  grant_statements "$name" | cluster_psql -d "$name" -f -
  VARDE_DATABASE=$(database "$name") "$(program release)" migrate >/dev/null
  for folder; do
    begun=$(now)
    VARDE_DATABASE=$(database "$name") "$(program release)" seed "$folder" 2>&1 |
      grep -E 'nye|endret' | grep -v '^  +' | sed 's/^/    /' >&2 || true
    loaded=$(milliseconds_since "$begun")
    note "$folder loaded in $loaded ms"
    echo "$loaded" >>"$bench/seed-$name"
  done
}

database() { echo "host=$socket port=5432 dbname=$1"; }

make_country() {
  step "Making an invented country of $municipalities municipalities, and the seeds beside it"
  VARDE_STATE=$bench/state
  locate_state
  prepare_state
  start_cluster
  role_statements "$(cluster_psql -d postgres -c "select rolname from pg_roles")" "" |
    cluster_psql -d postgres -f -
  "$(program release)" synthesise --municipalities "$municipalities" \
    --units-per-municipality 50 --seed 1 --out "$bench/country" 2>/dev/null
  make_database country "$bench/country/1-first" "$bench/country/2-change"
  cluster_psql -d country -c "vacuum analyze"
  make_database seeds
  VARDE_DATABASE=$(database seeds) "$(program release)" seed "${seed_folders[@]}" >/dev/null 2>&1
  mkdir -p "$bench/snapshots" "$bench/fixed"
  chmod -R a+rX "$bench/fixed"
}

# start_node NAME DATABASE [VARIABLE=VALUE…]: a real node; sets node, port and its log.
start_node() {
  local name=$1 database=$2
  shift 2
  log=$bench/node-$name.log
  # Nothing that another node said may be read as this one's.
  : >"$log"
  env "$@" VARDE_DATABASE="$database" VARDE_PORT=0 VARDE_INSPECTION_PORT=0 \
    VARDE_LIMITS_BURST=1000000 VARDE_LIMITS_PER_SECOND=1000000 \
    VARDE_LIMITS_PERSONS_PER_HOUR=1000000 \
    "$(program release)" serve >/dev/null 2>"$log" &
  node=$!
  started_ids+=("$node")
}

# wait_log PATTERN: until the node's log has it.
wait_log() {
  local attempt
  for ((attempt = 0; attempt < 6000; attempt++)); do
    if grep -q -- "$1" "$log"; then return 0; fi
    kill -0 "$node" 2>/dev/null || refuse "the node ended:" "$(tail -n 5 "$log")"
    sleep 0.02
  done
  refuse "the node never said $1:" "$(tail -n 5 "$log")"
}

node_port() { sed -n 's/.*"message":"started","address":"http:[^"]*:\([0-9]*\)\/".*/\1/p' "$log"; }

swap_milliseconds() {
  sed -n 's/.*"message":"edition swapped".*"milliseconds":\([0-9]*\).*/\1/p' "$log" | tail -n 1
}

end_node() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# start_stand: the site over the snapshot file with fixed replies; sets stand and stand_port.
start_stand() {
  stand_port=18473
  "$checkout/.build/release/Bench" serve "$stand_port" "$bench/snapshots" "$bench/fixed" \
    >/dev/null 2>"$bench/stand.log" &
  stand=$!
  started_ids+=("$stand")
  wait_http "http://127.0.0.1:$stand_port/"
}

wait_http() {
  local attempt
  for ((attempt = 0; attempt < 1500; attempt++)); do
    if curl -s -o /dev/null -m 5 "$1"; then return 0; fi
    sleep 0.02
  done
  refuse "nothing answers at $1"
}

# processor_seconds ID
processor_seconds() {
  sed 's/.*) //' "/proc/$1/stat" |
    awk -v t="$(getconf CLK_TCK)" '{ printf "%.2f", ($12 + $13) / t }'
}

# load URL [LUA]: requests a second by wrk, $connections, answers read to their ends; and sets
# cost, the requests for each second of processor time of the process $serving.
load() {
  local before after
  before=$(processor_seconds "$serving")
  wrk -t1 "-c$connections" "-d${seconds}s" ${2:+-s "$2"} "$1" >"$bench/wrk.txt" 2>&1
  after=$(processor_seconds "$serving")
  ! grep -q 'Non-2xx' "$bench/wrk.txt" || refuse "wrk got errors from $1:" "$(cat "$bench/wrk.txt")"
  speed=$(sed -n 's/^Requests\/sec: *//p' "$bench/wrk.txt")
  cost=$(awk -v s="$speed" -v d="$seconds" -v a="$before" -v b="$after" \
    'BEGIN { printf "%.0f", s * d / (b - a) }')
}

print_table() {
  cat <<END
Measured $started with \`$command\` on $(machine);
$idle % idle before. $rounds rounds, each with both sides beside each other;
median (least–greatest).

| what | against | wanted | measured | in figures |
|---|---|---|---|---|
$(cat "$rows")
$(cat "$bench/curve.md" 2>/dev/null)
END
}
