# shellcheck shell=bash disable=SC2154,SC2034
# The floors of an answer: beside what a small team would write, and in instructions. Needs
# bench-tools.sh and the questions of bench-rows.sh.

# What a small team would write instead, with as many workers as there are processors, beside a
# node: the same question over the same seeds, each as it is built, from a pool of connections or
# from memory.
measure_peer() {
  local round peer python=$bench/peer/bin/python port=18475
  step "Answers beside FastAPI and asyncpg"
  make_peer
  lua "$long_question" application/json >"$bench/long.lua"
  start_node peer "$(database seeds)"
  wait_log '"started"'
  (cd Tests/Benchmarks/Peer && PEER_SQL=$checkout/Tests/Benchmarks/SQL/peer-answer.sql \
    PEER_DATABASE="postgresql://varde_reader@/seeds?host=$socket" exec "$python" -m uvicorn \
    peer:app --port "$port" --workers "$(nproc)" --log-level error) >"$bench/peer.log" 2>&1 &
  peer=$!
  started_ids+=("$peer")
  wait_http "http://127.0.0.1:$port/openapi.json"
  serving=$node
  for ((round = 0; round < rounds; round++)); do
    load "http://127.0.0.1:$(node_port)/api/v1/answers" "$bench/long.lua"
    echo "$speed" >>"$bench/long-speed"
    load "http://127.0.0.1:$port/api/v1/answers" "$bench/long.lua"
    echo "$speed" >>"$bench/peer-speed"
    ratio "$(tail -n 1 "$bench/long-speed")" "$speed" >>"$bench/peer-ratio"
  done
  row "POST \`/api/v1/answers\`, $(answer_bytes "$(node_port)") bytes" \
    "FastAPI and asyncpg, one look-up in SQL, $(answer_bytes "$port") bytes" "≥ 8" \
    "$(middle "$bench/peer-ratio")" \
    "$(median "$bench/long-speed" %.0f)/s; the peer $(median "$bench/peer-speed" %.0f)/s"
  end_node "$peer"
  end_node "$node"
}

# Its packages are fetched for this run alone.
make_peer() {
  if ! python3 -m venv "$bench/peer" >&2 ||
    ! "$bench/peer/bin/pip" install --quiet --disable-pip-version-check \
      -r Tests/Benchmarks/Peer/requirements.txt </dev/null >&2; then
    refuse "the packages of the peer could not be installed; see pip's words above."
  fi
}

answer_bytes() {
  curl -s -H 'Content-Type: application/json' -d "$long_question" \
    "http://127.0.0.1:$1/api/v1/answers" | wc -c
}

# The answer's own part: processor instructions, counted by callgrind, that one answer takes in one
# process beyond a fixed reply, beside what it took on 1 December 2026 (Tests/Benchmarks/README.md).
measure_instructions() {
  local fixed short long
  step "Instructions of an answer, in one process"
  start_node counted "$(database seeds)" "VARDE_SNAPSHOT_FOLDER=$bench/seed-snapshots"
  wait_log '"snapshot written"'
  end_node "$node"
  printf '%s' "$long_question" >"$bench/long.json"
  printf '%s' "$short_question" >"$bench/short.json"
  printf '%s' x >"$bench/fixed/none.json"
  fixed=$(instructions /fixed/none.json "$bench/short.json")
  short=$(instructions /api/v1/answers "$bench/short.json")
  long=$(instructions /api/v1/answers "$bench/long.json")
  instruction_row "an answer's own part, three doors" $((short - fixed)) "$short_instructions"
  instruction_row "an answer's own part, a whole ladder" $((long - fixed)) "$long_instructions"
}

# instructions PATH BODY-FILE: of one request, from two runs of different length.
instructions() {
  local few many
  few=$(counted "$1" "$2" 1000) && many=$(counted "$1" "$2" 3000) && echo $(((many - few) / 2000))
}

counted() {
  strip_bench
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench/Bench" \
    turn "$bench/seed-snapshots" "$bench/fixed" "$1" "$2" "$3" 2>&1 |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

instruction_row() {
  row "$1" "itself on 1 December 2026, $3 instructions" "≤ 1.1" \
    "$(awk -v a="$2" -v b="$3" 'BEGIN { printf "%.2f", a / b }')" "$2 instructions"
}
