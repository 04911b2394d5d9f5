# shellcheck shell=bash disable=SC2154,SC2034
# The rows of the table that Deploy/bench prints, one function each. Needs bench-tools.sh.

# The shortest whole answers have three doors: one that is asked for, and the two of the fallback.
question='{"place":"6101","function":"municipal-contact","asker":"citizen","age":15}'
# Of the seeds: a short answer, and one with every tier, notices, steps and offers.
short_question='{"place":"5001","function":"slt-coordinator","asker":"citizen","age":15}'
long_question='{"place":"5001","concern":"extremism","asker":"relative","age":15}'
# What they took at commit 09e0883, on the same seeds.
short_instructions=226900 long_instructions=505200
form='place=6101&function=municipal-contact&asker=citizen&age=15'

# Load and compile from the database beside COPY of the same queries, and memory beside its bytes.
measure_load() {
  local round query begun bytes resident
  step "Loading and compiling, beside COPY"
  {
    echo "set search_path = varde_shown, pg_temp;"
    for query in SQL/Queries/*.snapshot.sql; do
      cat "$query"
      echo ";"
    done
  } >"$bench/copy.sql"
  for ((round = 0; round < rounds; round++)); do
    begun=$(now)
    "$postgres_bin/psql" -X -q -h "$socket" -U varde_reader -d country -f "$bench/copy.sql" \
      >"$bench/copy.txt"
    milliseconds_since "$begun" >"$bench/copy-now"
    cat "$bench/copy-now" >>"$bench/copy"
    start_node load "$(database country)"
    wait_log '"edition swapped"'
    swap_milliseconds >>"$bench/compile"
    ratio "$(swap_milliseconds)" "$(cat "$bench/copy-now")" >>"$bench/compile-ratio"
    resident=$(awk '/^VmRSS/ { print $2 * 1024 }' "/proc/$node/status")
    echo "$resident" >>"$bench/resident"
    ratio "$resident" "$(stat -c %s "$bench/copy.txt")" >>"$bench/resident-ratio"
    end_node "$node"
  done
  bytes=$(stat -c %s "$bench/copy.txt")
  row "load the seed files of the invented country" "–" "–" \
    "$(awk '{ printf "%.0f s", $1 / 1000; exit }' "$bench/seed-country")" \
    "\`varde seed\`, all of it new; the change of it $(awk 'NR == 2 { printf "%.1f", $1 / 1000 }' \
      "$bench/seed-country") s"
  row "load and compile the invented country" "\`COPY … TO\` of the same queries" "≤ 10 (5)" \
    "$(middle "$bench/compile-ratio")" \
    "$(median "$bench/compile" %.0f) ms; COPY $(median "$bench/copy" %.0f) ms"
  row "resident memory after the load" "bytes of \`COPY … TO\`" "≤ 4 (2)" \
    "$(middle "$bench/resident-ratio")" \
    "$(awk -v r="$(median "$bench/resident" %.0f)" -v b="$bytes" \
      'BEGIN { printf "%.0f MB; COPY %.1f MB", r / 1e6, b / 1e6 }')"
}

# From exec to the first answer, the database away.
measure_start() {
  local round begun
  step "Starting from the snapshot file"
  start_node file "$(database country)" "VARDE_SNAPSHOT_FOLDER=$bench/snapshots"
  wait_log '"snapshot written"'
  end_node "$node"
  for ((round = 0; round < rounds; round++)); do
    begun=$(now)
    start_node start "host=$bench/nobody dbname=x" "VARDE_SNAPSHOT_FOLDER=$bench/snapshots"
    wait_log '"started"'
    until [ "$(ask_code "$(node_port)")" = 200 ]; do sleep 0.01; done
    milliseconds_since "$begun" >>"$bench/start"
    end_node "$node"
  done
  row "start from the snapshot file, invented country" "–" "< 3 s (2)" \
    "$(awk '{ print $1 / 1000 }' "$bench/start" >"$bench/start-s"; middle "$bench/start-s") s" \
    "from exec to the first answer, database away"
}

ask_code() {
  curl -s -m 10 -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' \
    -d "$question" "http://127.0.0.1:$1/api/v1/answers" || true
}

# commit DATABASE: an empty change, which makes every node read everything anew.
commit() {
  cluster_psql -d "$1" -c "begin" -c "select varde.open_change(null, 'bench', 'bench')" \
    -c "commit" | tail -n 1
}

# From a commit until an answer carries its generation.
measure_changes() {
  local name round begun raised wanted place
  step "From a committed change to the answer"
  for name in seeds country; do
    wanted="< 5 s (2)" place=6001
    [ "$name" = country ] || { wanted="< 250 ms"; place=5001; }
    start_node change "$(database "$name")"
    wait_log '"edition swapped"'
    port=$(node_port)
    for ((round = 0; round < rounds; round++)); do
      raised=$(commit "$name")
      begun=$(now)
      until [ "$(answered_generation "$port" "$place")" -ge "$raised" ]; do sleep 0.005; done
      milliseconds_since "$begun" >>"$bench/change-$name"
    done
    end_node "$node"
    row "change committed → in the answer, $name" "–" "$wanted" \
      "$(middle "$bench/change-$name" %.0f) ms" "asked again and again by curl"
  done
}

answered_generation() {
  curl -s -m 30 -H 'Content-Type: application/json' -d "{\"place\":\"$2\"}" \
    "http://127.0.0.1:$1/api/v1/answers" | sed -n 's/.*"generation":\([0-9]*\).*/\1/p' |
    grep . || echo 0
}

measure_http() {
  local kind round path
  step "Answers and pages over HTTP, beside fixed replies of the same bytes"
  start_stand
  curl -s -H 'Content-Type: application/json' -d "$question" -o "$bench/fixed/answer.json" \
    "http://127.0.0.1:$stand_port/api/v1/answers"
  curl -s -d "$form" -o "$bench/fixed/answer.html" "http://127.0.0.1:$stand_port/svar"
  path=$(curl -s -L -o "$bench/fixed/place.html" -w '%{url_effective}' \
    "http://127.0.0.1:$stand_port/sted/6001")
  path=${path#http://*/}
  end_node "$stand"
  start_stand
  serving=$stand
  lua "$question" application/json >"$bench/answer.lua"
  lua "$form" application/x-www-form-urlencoded >"$bench/form.lua"
  start_nginx
  for ((round = 0; round < rounds; round++)); do
    pair answer /api/v1/answers /fixed/answer.json "$bench/answer.lua"
    pair page /svar /fixed/answer.html "$bench/form.lua"
    pair place "/$path" /fixed/place.html ""
  done
  end_node "$nginx"
  end_node "$stand"
  http_rows
}

lua() {
  printf 'wrk.method = "POST"\nwrk.body = [[%s]]\nwrk.headers["Content-Type"] = "%s"\n' "$1" "$2"
}

# pair NAME PATH FIXED-PATH LUA: both right after each other, and nginx beside the answer.
pair() {
  local real cost_real
  load "http://127.0.0.1:$stand_port$2" "$4"
  real=$speed cost_real=$cost
  echo "$speed" >>"$bench/$1-speed"
  load "http://127.0.0.1:$stand_port$3" "$4"
  echo "$speed" >>"$bench/$1-fixed"
  ratio "$real" "$speed" >>"$bench/$1-ratio"
  [ "$1" = answer ] || return 0
  echo "$cost" >>"$bench/fixed-cost"
  echo "$cost_real" >>"$bench/answer-cost"
  serving=$nginx
  load "http://127.0.0.1:18474/answer.json"
  serving=$stand
  echo "$cost" >>"$bench/nginx-cost"
  ratio "$cost_real" "$cost" >>"$bench/nginx-ratio"
}

# One process, as one worker; with a log of nothing and the file held open.
start_nginx() {
  cat >"$bench/nginx.conf" <<END
daemon off; master_process off; pid $bench/nginx.pid; error_log $bench/nginx.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  open_file_cache max=10 inactive=600s; open_file_cache_valid 600s; types { }
  default_type application/json;
  client_body_temp_path $bench/n1; proxy_temp_path $bench/n2; fastcgi_temp_path $bench/n3;
  uwsgi_temp_path $bench/n4; scgi_temp_path $bench/n5;
  server { listen 127.0.0.1:18474; root $bench/fixed; }
}
END
  /usr/sbin/nginx -e "$bench/nginx.log" -p "$bench" -c "$bench/nginx.conf" 2>/dev/null &
  nginx=$!
  started_ids+=("$nginx")
  wait_http "http://127.0.0.1:18474/answer.json"
}

http_rows() {
  local size
  size=$(stat -c %s "$bench/fixed/answer.json")
  row "POST \`/api/v1/answers\`, $size bytes" "the same server's fixed answer" "–" \
    "$(middle "$bench/answer-ratio")" \
    "$(median "$bench/answer-speed" %.0f)/s; fixed $(median "$bench/answer-fixed" %.0f)/s"
  row "the same, per core used" "nginx, one worker, GET of the same bytes" "–" \
    "$(middle "$bench/nginx-ratio")" "$(median "$bench/answer-cost" %.0f) a second of processor; \
nginx $(median "$bench/nginx-cost" %.0f); the fixed answer $(median "$bench/fixed-cost" %.0f)"
  row "answer page, $(stat -c %s "$bench/fixed/answer.html") bytes" "fixed response" "–" \
    "$(middle "$bench/page-ratio")" \
    "$(median "$bench/page-speed" %.0f)/s; fixed $(median "$bench/page-fixed" %.0f)/s"
  row "place page, $(stat -c %s "$bench/fixed/place.html") bytes" "fixed response" "–" \
    "$(middle "$bench/place-ratio")" \
    "$(median "$bench/place-speed" %.0f)/s; fixed $(median "$bench/place-fixed" %.0f)/s"
}

# transactions DATABASE SCRIPT CLIENTS ARGUMENT…: by pgbench, prepared; prints its report.
transactions() {
  local database=$1 script=$2 clients=$3
  shift 3
  pgbench -h "$socket" -U postgres -n -M prepared -c "$clients" -j 1 -T "$seconds" "$@" \
    -f "Tests/Benchmarks/SQL/$script" "$database" 2>/dev/null
}

# Twice: from the question, as the program is asked, and with its walks over areas, kinds and
# concerns given, which is half of a look-up. By as many clients as pgbench is fastest with here.
measure_sql() {
  local round script
  step "The rule look-up alone in SQL"
  cluster_psql -d postgres -c "create database rules template template0"
  cluster_psql -d rules -f Tests/Benchmarks/SQL/rules.sql
  for ((round = 1; round <= rounds; round++)); do
    for script in rule-lookup-walks rule-lookup; do
      transactions rules "$script.sql" 8 | sed -n 's/^tps = \([0-9.]*\).*/\1/p' >>"$bench/$script"
      ratio "$(sed -n "${round}p" "$bench/answer-speed")" "$(tail -n 1 "$bench/$script")" \
        >>"$bench/$script-ratio"
    done
  done
  sql_row rule-lookup-walks "the rule look-up alone in SQL, 10⁵ rules" "–"
  sql_row rule-lookup "the same look-up with its walks given" "–"
}

sql_row() {
  row "POST \`/api/v1/answers\`" "$2" "$3" "$(middle "$bench/$1-ratio")" \
    "$(median "$bench/answer-speed" %.0f)/s; pgbench $(median "$bench/$1" %.0f)/s"
}

# Search with a typing error: pg_trgm here, the program's own in measure_process.
measure_search_sql() {
  local round queries
  step "Search with a typing error, in SQL"
  cluster_psql -d country -f Tests/Benchmarks/SQL/names.sql
  cluster_psql -d country -c "select text from public.bench_query order by number" \
    >"$bench/queries.txt"
  queries=$(wc -l <"$bench/queries.txt")
  for ((round = 0; round < rounds; round++)); do
    transactions country name-search.sql 1 -D "queries=$queries" -l \
      --log-prefix="$bench/search-log-$round" |
      sed -n 's/^latency average = \([0-9.]*\) ms.*/\1/p' >>"$bench/trigrams"
    cat "$bench"/search-log-"$round".* | awk '{ print $3 / 1000 }' | sort -g |
      awk '{ v[NR] = $1 } END { print v[int(NR * 0.99)] }' >>"$bench/trigrams-p99"
  done
}

# Answers at a quarter of what the node can, with and without a new generation every second.
measure_refresh() {
  local round rate quiet busy
  step "Answers while the country is refreshed"
  printf '%s' "$question" >"$bench/question.json"
  start_node refresh "$(database country)" "VARDE_SNAPSHOT_FOLDER=$bench/refresh-snapshots"
  wait_log '"snapshot written"'
  port=$(node_port) serving=$node
  load "http://127.0.0.1:$port/api/v1/answers" "$bench/answer.lua"
  rate=$(awk -v s="$speed" 'BEGIN { printf "%.0f", s / 4 }')
  for ((round = 0; round < rounds; round++)); do
    quiet=$(open_loop "$rate")
    (sleep 1; commit country >/dev/null) &
    busy=$(open_loop "$rate")
    wait $!
    echo "$quiet" >>"$bench/quiet"
    echo "$busy" >>"$bench/busy"
    ratio "$busy" "$quiet" >>"$bench/refresh-ratio"
    sleep 2
  done
  end_node "$node"
  row "answers while the country is refreshed, $rate/s, p99" "the same without" \
    "≤ 5 and 20 ms" "$(middle "$bench/refresh-ratio")" \
    "$(middle "$bench/busy") ms; without $(median "$bench/quiet" %.2f) ms"
}

open_loop() {
  "$checkout/.build/release/Bench" ask "$port" /api/v1/answers "$bench/question.json" "$1" 7 |
    sed -n 's/.*p99 \([0-9.]*\).*/\1/p'
}

# What runs in one process, by the benchmark package: decisions, hash look-ups, scans, searches.
measure_process() {
  local round size
  step "Decisions and searches in one process"
  export VARDE_BENCH_FOLDER=$bench
  for ((round = 0; round < rounds; round++)); do
    for size in 10000 100000 1000000; do
      process "decision $size" 1000
      process "hash $size" 1000
      process "decision alone $size" 1
      process "scan $size" 1
    done
    process search 1
  done
  for size in 10000 100000 1000000; do decision_row "$size"; done
  process_column "decision 1000000" 2 >"$bench/d6"
  process_column "decision 10000" 2 >"$bench/d4"
  paste "$bench/d6" "$bench/d4" | awk '{ print $1 / $2 }' >"$bench/growth"
  row "one tier's decision, growth from 10⁴ to 10⁶ rules" "itself" "≤ 3" \
    "$(middle "$bench/growth")" "the scan grows $(scan_growth) times"
  search_row
  curve >"$bench/curve.md"
}

# process NAME CALLS: runs one benchmark by itself; notes the mean and the 99th percentile of one
# call in nanoseconds, from the histogram of runs of that many calls.
process() {
  "$checkout/.build/release/Decisions" --filter "^$1\$" 2>&1 | awk -v n="$1" -v c="$2" '
    /^#\[Mean/ && (a == "") { sub(/,.*/, "", $3); a = $3 / c }
    (NF == 4) && ($1 + 0 > 0) && ($2 >= 0.99) && (b == "") { b = $1 / c }
    END { printf "%s;%.1f;%.1f\n", n, a, b }' >>"$bench/process-$round"
}

# process_column NAME COLUMN: of every round.
process_column() {
  local round
  for ((round = 0; round < rounds; round++)); do
    awk -F';' -v n="$1" -v c="$2" '$1 == n { print $c }' "$bench/process-$round"
  done
}

process_median() {
  process_column "$1" "$2" >"$bench/column"
  median "$bench/column" %.0f
}

decision_row() {
  local size=$1
  process_column "decision $size" 2 >"$bench/d"
  process_column "hash $size" 2 >"$bench/h"
  paste "$bench/d" "$bench/h" | awk '{ print $1 / $2 }' >"$bench/decision-$size"
  row "one tier's decision at $size rules" "one hash look-up among as many" \
    "$([ "$size" = 1000000 ] && echo "≤ 15 (8)" || echo "–")" \
    "$(middle "$bench/decision-$size")" \
    "mean $(process_median "decision $size" 2) ns, \
p99 $(process_median "decision alone $size" 3) ns with the clock; \
look-up $(process_median "hash $size" 2) ns; \
scan $(process_median "scan $size" 2) ns"
}

scan_growth() {
  ratio "$(process_median "scan 1000000" 2)" "$(process_median "scan 10000" 2)" |
    awk '{ printf "%.0f", $1 }'
}

search_row() {
  process_column search 2 | awk '{ print $1 / 1e6 }' >"$bench/search"
  paste "$bench/trigrams" "$bench/search" | awk '{ print $1 / $2 }' >"$bench/search-ratio"
  row "search with a typing error, $(cluster_psql -d country -c \
    "select count(*) from public.bench_name") organisations" \
    "pg_trgm (\`<%\`, GIN, ordered, limit 10)" "≥ 5; p99 < 10 ms" \
    "$(middle "$bench/search-ratio")" \
    "$(median "$bench/search" %.2f) ms, p99 $(process_column search 3 | sort -g | tail -n 1 |
      awk '{ printf "%.2f", $1 / 1e6 }') ms; pg_trgm $(median "$bench/trigrams" %.1f) ms, p99 \
$(median "$bench/trigrams-p99" %.1f) ms"
}

power() { process_median "$1" 2 | awk '{ printf "%.2f", log($1) / log(10) }'; }

curve() {
  printf '\n```mermaid\nxychart-beta\n  title "One tier decided"\n'
  printf '  x-axis ["10 000 rules", "100 000 rules", "1 000 000 rules"]\n'
  printf '  y-axis "nanoseconds, as powers of ten" 0 --> 7\n'
  for name in scan decision hash; do
    printf '  line [%s, %s, %s]\n' "$(power "$name 10000")" "$(power "$name 100000")" \
      "$(power "$name 1000000")"
  done
  printf '```\n\nFrom the top: a linear scan, the decision, one hash look-up.\n'
}
