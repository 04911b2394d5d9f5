# shellcheck shell=bash disable=SC2154,SC2034
# The private PostgreSQL: a cluster in $state/data, reached by a Unix socket only.
# Needs say.sh, machine.sh and state.sh, and $state, $account and $postgres_bin.

# Extra settings, for a cluster that is thrown away.
cluster_settings=()

# The postmaster and all its children work in the data folder, so /proc tells for certain whether
# a server uses it, whatever a left-over postmaster.pid says.
works_in() {
  [ "$(cat "/proc/$1/comm" 2>/dev/null)" = postgres ] &&
    [ "$(readlink "/proc/$1/cwd" 2>/dev/null)" = "$2" ]
}

cluster_processes() {
  local folder data
  data=$(realpath -m -- "$state/data")
  for folder in /proc/[0-9]*; do
    ! works_in "${folder#/proc/}" "$data" || echo "${folder#/proc/}"
  done
}

# pid_file_line NUMBER: 1 process, 2 data folder, 5 socket folder.
pid_file_line() {
  [ -r "$state/data/postmaster.pid" ] && sed -n "$1p" "$state/data/postmaster.pid"
}

cluster_running() {
  local process
  process=$(pid_file_line 1) && works_in "$process" "$(realpath -m -- "$state/data")"
}

# A postmaster.pid that no server stands behind. PostgreSQL itself replaces one whose process is
# dead; but where the number has gone to another process of the account, it would refuse for ever.
clear_stale_lock() {
  local process folder
  [ -e "$state/data/postmaster.pid" ] || return 0
  process=$(pid_file_line 1)
  folder=$(pid_file_line 2)
  wait_for_orphans
  if [ "$folder" != "$(realpath -- "$state/data")" ] && works_in "$process" "$folder"; then
    refuse "$state/data is a copy of $folder, taken while its server (process $process) ran." \
      "Such a copy is not whole: stop that server, copy again, or move $state/data away."
  fi
  note "A server ended here without cleaning up (process $process); recovering."
  ! kill -0 "$process" 2>/dev/null || rm -f -- "$state/data/postmaster.pid"
}

wait_for_orphans() {
  local attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    [ -n "$(cluster_processes)" ] || return 0
    [ "$attempt" = 10 ] || sleep 1
  done
  refuse "processes of a lost server still use $state/data: $(cluster_processes | tr '\n' ' ')" \
    "End them (kill), then run this again."
}

# Makes the cluster once. A half-made one never stands at $state/data.
create_cluster() {
  local made=$state/data.partial problem
  if [ -e "$state/data/PG_VERSION" ]; then
    return
  fi
  [ ! -e "$state/data" ] || refuse "$state/data is there, but it is no PostgreSQL cluster." \
    "Move it away, or set VARDE_STATE to another folder."
  step "Making a private PostgreSQL $(postgres_major "$postgres_bin") in $state"
  rm -rf -- "$made"
  make_folder "$made"
  problem=$(as_account "$postgres_bin/initdb" --pgdata="$made" --username=postgres \
    --encoding=UTF8 --locale=C.UTF-8 --auth-local=peer --auth-host=reject \
    --no-instructions 2>&1 </dev/null) || refuse "initdb failed:" "$problem"
  rm -f -- "$state/seeded"
  mv -- "$made" "$state/data"
}

# Who may come in: the account of the cluster and root, by the socket, each as any role of Varde
# and as the cluster's superuser. root is no addition: it may become the account anyway.
write_access() {
  local name role changed=no
  {
    echo "# Written by Deploy/run. Nobody else, no network, no passwords."
    echo "local all all peer map=varde"
  } | write_setting pg_hba.conf && changed=yes
  {
    echo "# Written by Deploy/run: map, operating-system user, role."
    for name in $(printf '%s\nroot\n' "$account" | sort -u); do
      for role in varde_owner varde_editor varde_reader postgres; do
        echo "varde \"$name\" $role"
      done
    done
  } | write_setting pg_ident.conf && changed=yes
  if [ "$changed" = yes ] && cluster_running; then
    as_account "$postgres_bin/pg_ctl" reload -s -D "$state/data" >&2
  fi
}

# write_setting FILE <text: succeeds where it changed something.
write_setting() {
  local text
  text=$(cat)
  [ "$text" != "$(cat "$state/data/$1" 2>/dev/null)" ] || return 1
  # shellcheck disable=SC2016 # expanded by the inner shell
  printf '%s\n' "$text" | as_account sh -c 'cat >"$1.new" && mv "$1.new" "$1"' sh "$state/data/$1"
}

# A socket's path may have 107 bytes, so it never lies in the state folder. Prints a folder that
# only the account (and root) may enter.
make_socket_folder() {
  local name folder owner
  name=varde-$(short_digest "$state")
  folder=/tmp/$name
  if [ "$(id -u)" = 0 ] && [ -d /run ] && [ -w /run ]; then
    folder=/run/$name
  fi
  if [ ! -e "$folder" ] && [ ! -L "$folder" ]; then
    make_folder "$folder"
  fi
  owner=$(stat -c '%U %a %F' -- "$folder" 2>/dev/null) || true
  if [ "$owner" != "$account 700 directory" ]; then
    # Someone else holds the name: take one that cannot be guessed.
    folder=$(as_account mktemp -d "/tmp/varde-XXXXXXXX")
  fi
  echo "$folder"
}

# Starts the server where it does not run, and sets socket.
start_cluster() {
  create_cluster
  write_access
  if cluster_running; then
    socket=$(pid_file_line 5)
    if "$postgres_bin/pg_isready" -q -h "$socket" -t 10; then
      return
    fi
    note "The server runs, but its socket in $socket is gone; starting it anew."
    stop_cluster
  fi
  clear_stale_lock
  socket=$(make_socket_folder)
  # Nobody else uses this folder, so what lies in it was left by a server that is gone.
  rm -f -- "$socket"/.s.PGSQL.5432 "$socket"/.s.PGSQL.5432.lock
  step "Starting the private PostgreSQL"
  if ! as_account "$postgres_bin/pg_ctl" start -s -w -t 60 -D "$state/data" \
    -l "$state/log/postgres.log" -o "$(server_options)" </dev/null >/dev/null 2>&1 9>&-; then
    refuse "PostgreSQL does not start. The end of $state/log/postgres.log:" \
      "$(tail -n 8 "$state/log/postgres.log" 2>/dev/null)"
  fi
}

# Statements are kept out of the server's log, since nobody's question may be found there.
server_options() {
  local setting
  for setting in listen_addresses= unix_socket_directories="$socket" unix_socket_permissions=0700 \
    port=5432 max_connections=40 shared_buffers=64MB log_statement=none log_checkpoints=off \
    log_min_error_statement=panic log_error_verbosity=terse log_timezone=UTC \
    "${cluster_settings[@]}"; do
    printf -- "-c %s " "$setting"
  done
}

stop_cluster() {
  as_account "$postgres_bin/pg_ctl" stop -s -w -t 60 -m fast -D "$state/data" >&2 ||
    refuse "PostgreSQL (process $(pid_file_line 1)) does not stop." \
      "See $state/log/postgres.log"
}

# The one way in for programs: nothing else in the environment may lead them elsewhere.
use_cluster() {
  forget_servers
  export VARDE_DATABASE="host=$socket port=5432 dbname=varde"
}

# Forgets every server that the environment names.
forget_servers() {
  local name
  for name in $(compgen -e PG || true); do
    unset "$name"
  done
  unset VARDE_DATABASE VARDE_OWNER VARDE_EDITOR VARDE_READER
}

cluster_psql() {
  "$postgres_bin/psql" -X -q -A -t -w -v ON_ERROR_STOP=1 -h "$socket" -p 5432 -U postgres "$@"
}

# The three roles and the database, once.
create_varde_database() {
  local roles
  roles=$(cluster_psql -d postgres -c "select rolname from pg_roles") ||
    refuse "the private PostgreSQL does not let $(id -un) in." "See $state/log/postgres.log"
  role_statements "$roles" "" | cluster_psql -d postgres -f -
  if [ "$(cluster_psql -d postgres -c "$database_exists")" != t ]; then
    cluster_psql -d postgres -c \
      "create database varde owner varde_owner encoding 'UTF8' template template0"
  fi
  grant_statements varde | cluster_psql -d varde -f -
}

database_exists="select exists (select from pg_database where datname = 'varde')"
