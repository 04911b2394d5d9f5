# shellcheck shell=bash disable=SC2154,SC2034
# Where the private cluster lives and which operating-system account runs it.
# Sets state (the folder) and account. Needs say.sh and $checkout.

# PostgreSQL refuses to run as root; started as root it runs as this account.
unprivileged_account() {
  local name
  for name in postgres varde; do
    if id -u "$name" >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
  if useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin varde; then
    echo varde
  else
    echo nobody
  fi
}

# as_account COMMAND…: as the account, from a folder that everyone may enter, with a bare
# environment: nothing of the caller's PG* variables or locale reaches the server.
as_account() {
  local -a drop=()
  if [ "$(id -u)" = 0 ]; then
    drop=(setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups --)
  fi
  (cd / && exec env -i PATH="$PATH" LC_ALL=C.UTF-8 "${drop[@]}" "$@")
}

account_reaches() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  as_account sh -c 'cd "$1" 2>/dev/null' sh "$1"
}

# The first part of a digest: names that differ for each checkout and each state folder.
short_digest() {
  printf '%s' "$1" | sha256sum | cut -c1-12
}

# Finds the folder and the account without making anything.
locate_state() {
  account=$(id -un 2>/dev/null) || refuse "user id $(id -u) has no name on this machine." \
    "PostgreSQL knows its users by name: add the user, or run as another one."
  if [ "$(id -u)" = 0 ]; then
    account=$(unprivileged_account)
  fi
  if [ -n "${VARDE_STATE:-}" ]; then
    state=$(realpath -m -- "$VARDE_STATE")
  elif account_reaches "$checkout"; then
    state=$checkout/.varde
  else
    state=/var/lib/varde-$(short_digest "$checkout")
  fi
  [ ! -d "$state/data" ] || adopt_owner
}

# A cluster that is there already runs as the account that owns it.
adopt_owner() {
  local owner
  owner=$(stat -c %U "$state/data")
  if [ "$(id -u)" = 0 ]; then
    [ "$owner" != root ] || refuse "$state/data belongs to root, and PostgreSQL refuses root." \
      "Give it to an account (chown -R postgres $state/data), or move it away to begin anew."
    account=$owner
  elif [ "$owner" != "$account" ]; then
    refuse "the database in $state belongs to $owner, not to $account." \
      "Run this as $owner, or set VARDE_STATE to a folder of your own."
  fi
}

# Makes the folder and proves that it can be used.
prepare_state() {
  local problem
  problem=$(mkdir -p -- "$state" 2>&1 && touch -- "$state/lock" 2>&1) ||
    refuse "the state folder $state is not writable for $(id -un):" "$problem" \
      "Make it writable, or set VARDE_STATE to another folder."
  account_reaches "$state" || refuse "the account $account cannot enter the state folder $state." \
    "PostgreSQL runs as $account: set VARDE_STATE to a folder whose parents it may pass," \
    "or unset VARDE_STATE."
  if [ ! -d "$state/log" ]; then
    make_folder "$state/log"
  fi
}

# make_folder PATH: a folder that only the account (and root) may enter.
make_folder() {
  if [ "$(id -u)" = 0 ]; then
    install -d -m 700 -o "$account" -g "$(id -g "$account")" -- "$1"
  else
    install -d -m 700 -- "$1"
  fi
}

# One Deploy script at a time works on a state folder. The lock is released when the shell ends.
lock_state() {
  exec 9>"$state/lock"
  flock -n 9 || {
    note "Another Deploy script works on $state; waiting for it."
    flock -w 600 9 || refuse "another Deploy script has held $state for ten minutes." \
      "Look for it (fuser $state/lock) and end it, then run this again."
  }
}
