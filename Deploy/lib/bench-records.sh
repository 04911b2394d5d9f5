# shellcheck shell=bash disable=SC2154,SC2034
# What the largest records of the country cost. Needs bench-tools.sh and the snapshot of
# measure_start.

# More than that no reply may cost that is fetched: some twenty milliseconds.
instructions_max=50000000

# The three largest records of each GET address, asked once each before anything is kept, in one
# process over the country: the instructions of each, counted by callgrind, which writes a file for
# each in the order in which they are told.
measure_records() {
  local counted=$bench/records number=0 status bytes path cost
  step "Instructions of the largest records of each address"
  strip_bench
  mkdir -p "$counted"
  valgrind --tool=callgrind --instr-atstart=no --dump-line=no \
    --callgrind-out-file="$counted/out" "$bench/Bench" count "$bench/snapshots" "$bench/fixed" \
    >"$counted/asked" 2>"$counted/log" || refuse "counting failed:" "$(tail -n 5 "$counted/log")"
  while read -r status bytes path; do
    number=$((number + 1))
    cost=$(sed -n 's/^totals: //p' "$counted/out.$number" | head -n 1)
    [ -n "$cost" ] || refuse "nothing was counted for $path; see $counted."
    echo "$cost $bytes $status $path" >>"$counted/costs"
  done <"$counted/asked"
  [ "$number" -gt 0 ] || refuse "no record was asked for; see $counted."
  sort -n -r -o "$counted/costs" "$counted/costs"
  head -n 5 "$counted/costs" | while read -r cost bytes status path; do
    note "$path: $cost instructions, $bytes bytes, status $status"
  done
  read -r cost bytes status path <"$counted/costs"
  row "the dearest of $number GET replies, the three largest records of each address" \
    "instructions, first asking" "≤ 50,000,000" "$cost" "\`$path\`, $bytes bytes"
  awk -v most="$instructions_max" '$1 > most { print $4 ": " $1 " instructions" }' \
    "$counted/costs" >"$bench/too-dear"
}

# After the table: the one row that makes the run fail.
judge_records() {
  [ ! -s "$bench/too-dear" ] ||
    refuse "these replies take more than $instructions_max instructions:" "$(cat "$bench/too-dear")"
}

# Without what debuggers read in it: Swift's is newer than valgrind's reader.
strip_bench() {
  [ -e "$bench/Bench" ] || strip -g -o "$bench/Bench" "$checkout/.build/release/Bench"
}
