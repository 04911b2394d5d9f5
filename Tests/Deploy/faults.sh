#!/usr/bin/env bash
# Provokes every fault that the scripts of Deploy/ promise to explain, on a copy of them with a
# stand-in for the toolchain and the program, but with real PostgreSQL clusters. Started as root,
# it does all again as an ordinary user.
set -euo pipefail
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source=Deploy/lib/all.sh
. "$checkout/Deploy/lib/all.sh"
# shellcheck source=Tests/Deploy/scene.sh
. "$checkout/Tests/Deploy/scene.sh"

set_scene
trap clear_scene EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The machine

expect_refusal "no Swift toolchain" "no Swift toolchain.*put the folder of 'swift' into PATH" \
  env PATH="$scene/tools" Deploy/run
expect_refusal "a Swift toolchain that is too old" "Swift 5\.9 is too old" \
  env STAND_IN_SWIFT=5.9 Deploy/run
expect_refusal "PostgreSQL that is too old" "PostgreSQL 14 is too old: 15 is needed.*apt-get" \
  env VARDE_POSTGRES="$scene/old" Deploy/run
expect_refusal "an extension that is not installed" \
  "extension btree_gist is missing.*apt-get install postgresql-contrib" \
  env VARDE_POSTGRES="$scene/bare" Deploy/run
if [ "$(id -u)" = 0 ]; then
  expect_refusal "no network for Debian packages" \
    "Temporary failure resolving.*could not be fetched.*pkg-config.*no network.*apt-get install" \
    env PATH="$scene/swift:$scene/lacking" Deploy/run
  expect_refusal "no network for Chromium" \
    "Temporary failure resolving.*could not be fetched.*chromium.*no network" \
    env PATH="$scene/swift:$scene/blind" Deploy/test
else
  expect_refusal "packages that an ordinary user may not install" \
    "may not install them.*sudo apt-get install --no-install-recommends .*pkg-config" \
    env PATH="$scene/swift:$scene/lacking" Deploy/run
  expect_refusal "Chromium, which an ordinary user may not install" \
    "may not install them: chromium.*sudo apt-get install --no-install-recommends chromium" \
    env PATH="$scene/swift:$scene/blind" Deploy/test
fi
expect_refusal "no network for Python packages" \
  "Python packages in Tests/Browser/requirements.txt could not be installed.*no network" \
  env PIP_INDEX_URL=http://127.0.0.1:9/ PIP_RETRIES=0 PIP_NO_CACHE_DIR=1 Deploy/test
expect_refusal "a check before the packages are there" \
  "requirements.txt are not installed.*Run Deploy/test" Deploy/check
expect_refusal "no network for Swift packages" \
  "Could not resolve host.*Swift packages could not be fetched.*no network to github" \
  env STAND_IN_BUILD=unreachable Deploy/run
expect_refusal "a build that fails" "cannot find 'x' in scope.*the build failed" \
  env STAND_IN_BUILD=wrong Deploy/run
expect_refusal "an argument that is unknown" "Deploy/run \[--prepare\]" Deploy/run --everything

expect_refusal "a stage that is unknown" \
  "no stage and no target of tests named 'tset'.*Stages: shell" Deploy/check tset
expect_success "the stages by name" "shell.*format.*build.*tests" Deploy/check --list

# The tests

summary="Test run with 3 tests in 1 suite"
wrong='✘ Test "a" recorded an issue at ATests.swift:12:5: Expectation failed: (2 → 2) == 3'
mapfile -t noise < <(seq -f "✔ Test passed after %g seconds." 5000)
expect_refusal "tests that fail are told again at the end, with where and what was expected" \
  "5000 seconds.*What failed: ✘ Test \"a\" recorded an issue at ATests.swift:12:5: Expectation \
failed: \(2 → 2\) == 3 ↳ of the third ✘ $summary failed" \
  tests_that "$wrong" "↳ of the third" '✘ Test "a" failed after 0.1 seconds with 1 issue.' \
  "${noise[@]}" "✘ $summary failed after 9 seconds with 1 issue."
expect "the summary is the last line" last_line_is "✘ $summary failed after 9 seconds with 1 issue."
expect "the failure and no more is told again" \
  [ "$(sed -n '/What failed/,$p' "$scene/output" | wc -l)" = 4 ]
mapfile -t noise < <(yes "$wrong" | head -n 5000)
expect_refusal "thousands of issues are not told again" "What failed: ✘" \
  tests_that "${noise[@]}" "✘ $summary failed after 9 seconds with 5000 issues."
expect "two hundred are" [ "$(sed -n '/What failed/,$p' "$scene/output" | wc -l)" = 202 ]
expect_refusal "tests that end in a trap" "What failed: .*Fatal error: gone.* came to no summary" \
  tests_that "✔ Test a passed." "A.swift:3: Fatal error: gone" "error: Exited with signal code 5"
expect_success "tests that pass" "$summary passed.*done in" \
  tests_that "✔ $summary passed after 9 seconds."
expect "passing tests are not told again" not grep -q "What failed" "$scene/output"

# The state folder

new_state
touch "$VARDE_STATE"
expect_refusal "a state folder that is a file" \
  "state folder $VARDE_STATE is not writable.*set VARDE_STATE" Deploy/run
expect_refusal "a state folder that cannot be made" \
  "state folder /proc/varde is not writable.*set VARDE_STATE" env VARDE_STATE=/proc/varde Deploy/run
if [ "$(id -u)" = 0 ]; then
  mkdir -m 700 "$scene/closed"
  expect_refusal "a state folder that the account cannot enter" \
    "cannot enter the state folder.*set VARDE_STATE" env VARDE_STATE="$scene/closed/a" Deploy/run
fi
new_state
mkdir -p "$VARDE_STATE/data"
touch "$VARDE_STATE/data/PG_VERSIONS"
own_state
expect_refusal "a data folder that is no cluster" "it is no PostgreSQL cluster.*Move it" Deploy/run
echo 9 >"$VARDE_STATE/data/PG_VERSION"
own_state
expect_refusal "a cluster of another version" "made by PostgreSQL 9, but only" Deploy/run
expect_refusal "a question before there is a database" "no database in .*run --prepare first" \
  env VARDE_STATE="$scene/nowhere" Deploy/varde ask --place Trondheim
if [ "$(id -u)" != 0 ]; then
  expect_refusal "a database of somebody else" "belongs to root, not to .*set VARDE_STATE" \
    env VARDE_STATE="$scene/alien" Deploy/run
else
  mkdir -p "$scene/alien/data"
  expect_refusal "a database that belongs to root" "belongs to root, and PostgreSQL refuses" \
    env VARDE_STATE="$scene/alien" Deploy/run
fi

# The private server

new_state
expect_success "a first run" \
  "varde_owner migrate.*varde_editor seed .*Varde is ready.*Deploy/stop.*varde_reader serve" \
  Deploy/run
first=$(process_of_state)
expect_success "a second run" "Varde is ready" Deploy/run --prepare
expect "--prepare does all but serve" not grep -q "varde_reader serve" "$scene/output"
expect "a second run loads no files that are loaded" \
  not grep -q "varde_editor seed" "$scene/output"
echo others >"$VARDE_STATE/seeded"
expect_success "a run with other files than the last" "varde_editor seed" Deploy/run --prepare
expect "a second run keeps the server" [ "$first" = "$(process_of_state)" ]
expect_success "the program as the reader" "^varde_reader ask --place Trondheim" \
  Deploy/varde ask --place Trondheim
mapfile -t told < <(sed -n 's/^ *Deploy\/varde \([a-z]*\) .*/\1/p' "$checkout/README.md" | sort -u)
expect "README tells of several commands" [ "${#told[@]}" -gt 3 ]
for command in "${told[@]}"; do
  expect_success "README's Deploy/varde $command" "^varde_[a-z]* $command" Deploy/varde "$command"
done
expect_success "files that need no database" "^no database synthesise" \
  env VARDE_STATE="$scene/nowhere" Deploy/varde synthesise
expect_success "help without a database" "^help" env VARDE_STATE="$scene/nowhere" \
  Deploy/varde --help
expect "no password and no trust is configured" \
  [ "$(grep -v '^#' "$VARDE_STATE/data/pg_hba.conf")" = "local all all peer map=varde" ]
expect "no network is listened to" \
  [ "$(as_role postgres "show listen_addresses")" = "" ]
expect "the path of the socket is short" [ "$(as_role postgres "$socket_length")" -lt 60 ]
expect "the reader is no superuser" [ "$(as_role varde_reader "$role_powers")" = f ]
expect "a role outside the map is refused" not as_role somebody "select 1"
if [ "$(id -u)" = 0 ]; then
  expect "another user is refused" not setpriv --reuid=65534 --regid=65534 --clear-groups \
    psql -X -w -h "$(socket_of_state)" -d varde -U varde_reader -c "select 1"
fi

cp -R "$VARDE_STATE" "$VARDE_STATE-copy"
own_state "$VARDE_STATE-copy"
expect_refusal "a copy of a running server's folder" "is a copy of .*Such a copy is not whole" \
  env VARDE_STATE="$VARDE_STATE-copy" Deploy/run

kill -KILL "$first"
expect_success "a server that was killed" "recovering.*Varde is ready" Deploy/run
other_process=$(start_sleep)
forge_lock "$other_process"
expect_success "a stale lock whose process number lives on" "recovering.*Varde is ready" Deploy/run
expect "the other process was left alone" kill -0 "$other_process"
kill "$other_process"
rm -f -- "$(socket_of_state)"/.s.PGSQL.5432*
expect_success "a socket that was swept away" "its socket .* is gone.*Varde is ready" Deploy/run
expect_success "stopping" "Stopped the private PostgreSQL" Deploy/stop
expect "nothing runs afterwards" not process_of_state
expect_success "stopping again" "does not run" Deploy/stop
expect_success "a question starts it again" "varde_reader ask" Deploy/varde ask --place Trondheim

if [ "$(id -u)" = 0 ]; then
  closed=$scene/home/varde
  mkdir -p "$closed"
  cp -R "$scene/checkout/." "$closed"
  chmod 700 "$scene/home"
  expect_success "a checkout in a closed home folder" "PostgreSQL .* in /var/lib/varde-" \
    env -u VARDE_STATE "$closed/Deploy/run"
  expect_success "stopping it there" "in /var/lib/varde-" env -u VARDE_STATE "$closed/Deploy/stop"
  rm -rf -- "/var/lib/varde-$(short_digest "$closed")"
fi

# A server of one's own

expect_refusal "a server that cannot be reached" "cannot reach the server that VARDE_DATABASE" \
  env VARDE_DATABASE="host=$scene/nothing dbname=varde" Deploy/run
expect_refusal "a server named by PGHOST" "cannot reach the server that the PG\* variables" \
  env PGHOST="$scene/nothing" Deploy/run
start_password_server
expect_refusal "a wrong password in a connection string" \
  "wrong password.*password authentication failed.*Correct the password" \
  env VARDE_DATABASE="host=$own_socket user=admin password='no pass' dbname=varde" Deploy/run
expect_refusal "a wrong password in a URI" "wrong password" \
  env VARDE_DATABASE="postgresql://admin:no%20pass@/varde?host=$own_socket" Deploy/run
expect "a password is not repeated" not grep -q -e "no pass" -e "no%20pass" "$scene/output"
expect_refusal "no password at all" "wrong password, or none" \
  env VARDE_DATABASE="host=$own_socket user=admin dbname=varde" Deploy/run
expect_refusal "a database that is not there" 'create database "nosuch" encoding' \
  env VARDE_DATABASE="host=$own_socket user=admin password='$own_password' dbname=nosuch" \
  Deploy/run
expect_refusal "a login that may not make roles" \
  "plain may not make roles.*create role \"varde_owner\" login nosuperuser.*create role \
\"varde_editor\".*create role \"varde_reader\".*grant connect, create, temporary on database" \
  env VARDE_DATABASE="host=$own_socket user=plain password='$own_password' dbname=varde" Deploy/run
uri="postgresql://admin:it%27s%20%5Cright@/varde?host=$own_socket"
expect_success "a server of one's own, by URI" "Making the roles.*varde_editor seed.*is ready" \
  env VARDE_DATABASE="$uri" Deploy/run
expect_success "a server of one's own, again, by string" "varde_editor seed.*Varde is ready" \
  env VARDE_DATABASE="host=$own_socket user=plain password='$own_password' dbname=varde" Deploy/run
expect_success "the program there" "varde_reader ask" \
  env VARDE_DATABASE="$uri" Deploy/varde ask
expect_success "stopping leaves it alone" "a server of your own" \
  env VARDE_DATABASE="$uri" Deploy/stop
expect_refusal "an own server that is too old" "server is PostgreSQL 14: too old" \
  env PATH="$scene/older:$PATH" VARDE_DATABASE="$uri" Deploy/run
expect_refusal "an own server without the extension" "lacks the PostgreSQL extension btree_gist" \
  env PATH="$scene/lesser:$PATH" VARDE_DATABASE="$uri" Deploy/run

expect "libpq's last user counts, in a string" \
  [ "$(with_keyword "host=a user=b" user "o'c")" = "host=a user=b user='o\\'c'" ]
expect "libpq's last user counts, in a URI" \
  [ "$(with_keyword "postgresql://b@a/d?x=y" user "c d")" = "postgresql://b@a/d?x=y&user=c%20d" ]

if [ "$(id -u)" = 0 ]; then
  chown -R nobody "$scene/checkout"
  again=$(HOME=$scene setpriv --reuid="$(id -u nobody)" --regid="$(id -g nobody)" --clear-groups \
    env ALIEN="$scene/alien" bash "$scene/checkout/Tests/Deploy/faults.sh" 2>&1) || {
    printf '%s\n' "$again"
    failures=$((failures + 1))
  }
  printf '%s\n' "$again" | tail -n 1 | sed 's/^/as an ordinary user: /'
fi
conclude
