# shellcheck shell=bash disable=SC2154,SC2034
# What the machine must have: a Swift toolchain, a few Debian packages, PostgreSQL 15 or newer.
# It installs what is missing when it may, else it prints exactly what to install.
# Sets postgres_bin (the folder of initdb and postgres). Needs say.sh and $checkout.

swift_version_least=6.2
postgres_version_least=15

# Where toolchains are usually unpacked, tried when PATH has none.
usual_swift_places=/opt/swift/usr/bin:/usr/share/swift/usr/bin:/usr/libexec/swift/bin
usual_swift_places+=:${HOME:-/nonexistent}/.local/share/swiftly/bin
swift_places=${VARDE_SWIFT_PLACES-$usual_swift_places}

require_swift() {
  local place
  if ! command -v swift >/dev/null; then
    local IFS=:
    for place in $swift_places; do
      if [ -x "$place/swift" ]; then
        PATH=$PATH:$place
        break
      fi
    done
  fi
  command -v swift >/dev/null || refuse "no Swift toolchain: 'swift' is not in PATH." \
    "Install Swift $swift_version_least or newer from https://www.swift.org/install/linux/" \
    "and put the folder of 'swift' into PATH, then run this again."
}

# After the packages, since the toolchain does not start without them.
require_swift_version() {
  local found
  found=$(swift --version 2>&1) || refuse "the Swift toolchain $(command -v swift) does not run:" \
    "$(printf '%s\n' "$found" | head -n 1)" \
    "Install the packages that https://www.swift.org/install/linux/ lists for your Debian."
  found=$(printf '%s\n' "$found" | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  version_reaches "${found:-0}" "$swift_version_least" ||
    refuse "Swift ${found:-of unknown version} is too old: $swift_version_least is needed." \
      "Install a newer toolchain from https://www.swift.org/install/linux/"
}

# version_reaches FOUND LEAST
version_reaches() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# The Debian packages that are missing, one a line, found by what they bring rather than by name.
# missing_packages server|client: whether PostgreSQL itself is needed or only its client.
missing_packages() {
  command -v git >/dev/null || echo git
  command -v pkg-config >/dev/null || echo pkg-config
  # The compilers of the toolchain need a linker, libc and the C++ headers from the system.
  { command -v ld >/dev/null && [ -e /usr/include/stdio.h ] && [ -d /usr/include/c++ ]; } ||
    echo g++
  { command -v pkg-config >/dev/null && pkg-config --exists libpq; } || echo libpq-dev
  { command -v pkg-config >/dev/null && pkg-config --exists zlib; } || echo zlib1g-dev
  [ -e /usr/include/libstemmer.h ] || [ ! -e /etc/debian_version ] || echo libstemmer-dev
  [ -e /usr/share/zoneinfo/Europe/Oslo ] || echo tzdata
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ ! -e /etc/debian_version ] ||
    echo ca-certificates
  if [ "$1" = client ]; then
    find_psql >/dev/null || echo postgresql-client
  elif ! find_postgres >/dev/null; then
    printf 'postgresql\npostgresql-contrib\n'
  fi
  missing_libraries
}

# The shared libraries that the toolchain's own programs miss, as the packages that bring them.
missing_libraries() {
  local program
  program=$(readlink -f "$(command -v swift)")
  for program in "$program" "${program%/*}"/swift-{build,package,driver,format}; do
    ldd "$program" 2>/dev/null || true
  done | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u |
    sed -e 's/^libxml2\.so.*/libxml2/' -e 's/^libcurl\.so.*/libcurl4/' \
      -e 's/^libsqlite3\.so.*/libsqlite3-0/' -e 's/^libedit\.so.*/libedit2/' \
      -e 's/^lib\(ncurses\|form\|panel\)\.so.*/libncurses6/' -e 's/^libtinfo\.so.*/libtinfo6/' \
      -e 's/^libz\.so.*/zlib1g/' -e 's/^libstdc++\.so.*/libstdc++6/' \
      -e 's/^libuuid\.so.*/libuuid1/' -e 's/^libgcc_s\.so.*/libgcc-s1/'
}

# require_packages server|client
require_packages() {
  local missing
  missing=$(missing_packages "$1" | sort -u | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0
  install_packages "$missing"
  missing=$(missing_packages "$1" | sort -u | tr '\n' ' ')
  [ -z "$missing" ] || refuse "still missing after the installation: ${missing% }." \
    "See what apt-get printed above."
}

install_packages() {
  local command="apt-get install --no-install-recommends $1"
  if ! command -v apt-get >/dev/null; then
    refuse "packages are missing, and this is not a Debian: $1" \
      "Install what these Debian packages bring, then run this again."
  fi
  [ "$(id -u)" = 0 ] || refuse "packages are missing, and $(id -un) may not install them: $1" \
    "Ask for this, then run it again:" "  sudo $command"
  step "Installing $1"
  prevent_system_cluster
  # shellcheck disable=SC2086 # the list is words
  if ! debian_packages update || ! debian_packages install --no-install-recommends $1; then
    refuse "the packages could not be fetched or installed: $1" \
      "If apt-get speaks of names or connections above, there is no network to its servers:" \
      "bring it up, or install from a medium of your own, then run this again:" "  $command"
  fi
}

debian_packages() {
  DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get -q -y \
    -o APT::Update::Error-Mode=any -o Acquire::Retries=2 -o Acquire::http::Timeout=30 \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@" </dev/null >&2
}

# Debian's package makes and starts a cluster 'main' for the whole machine; Varde has its own.
# A machine that already has an opinion keeps it.
prevent_system_cluster() {
  local file=/etc/postgresql-common/createcluster.conf
  [ ! -e "$file" ] && [ ! -e /usr/bin/pg_createcluster ] || return 0
  mkdir -p "${file%/*}"
  printf '%s\n' "# Written by Varde's Deploy/run: it keeps a private cluster of its own." \
    "create_main_cluster = false" >"$file"
}

find_psql() {
  local place
  for place in "${VARDE_POSTGRES:-}" "${postgres_bin:-}"; do
    [ -z "$place" ] || [ ! -x "$place/psql" ] || { echo "$place/psql"; return; }
  done
  command -v psql
}

# Prints the folders that hold a PostgreSQL server, newest first. VARDE_POSTGRES names the only one.
postgres_folders() {
  if [ -n "${VARDE_POSTGRES:-}" ]; then
    echo "$VARDE_POSTGRES"
    return
  fi
  {
    printf '%s\n' /usr/lib/postgresql/*/bin | sort -V -r
    local program
    program=$(command -v postgres) && dirname "$(readlink -f "$program")"
  } | while read -r folder; do
    [ ! -x "$folder/initdb" ] || [ ! -x "$folder/postgres" ] || echo "$folder"
  done
}

# find_postgres [MAJOR]: the newest server folder, or the one of that major version.
find_postgres() {
  local folder
  while read -r folder; do
    if [ -z "${1:-}" ] || [ "$(postgres_major "$folder")" = "$1" ]; then
      echo "$folder"
      return
    fi
  done < <(postgres_folders)
  return 1
}

# postgres_major FOLDER: 15 for "postgres (PostgreSQL) 15.18 (Debian …)".
postgres_major() {
  "$1/postgres" --version 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p'
}

# require_postgres [MAJOR-OF-THE-EXISTING-DATA]: sets postgres_bin.
require_postgres() {
  local major
  postgres_bin=$(find_postgres) || refuse "no PostgreSQL server is installed." \
    "Install postgresql and postgresql-contrib, or name the folder of initdb in VARDE_POSTGRES."
  major=$(postgres_major "$postgres_bin")
  [ -n "$major" ] || refuse "$postgres_bin/postgres does not tell its version." \
    "Name the folder of a PostgreSQL $postgres_version_least or newer in VARDE_POSTGRES."
  [ "$major" -ge "$postgres_version_least" ] ||
    refuse "PostgreSQL $major is too old: $postgres_version_least is needed." \
      "Debian 12 and newer have it (apt-get install postgresql); for older ones the PostgreSQL" \
      "project has packages. Or name the folder of a newer initdb in VARDE_POSTGRES."
  [ -z "${1:-}" ] || [ "$1" = "$major" ] || postgres_bin=$(find_postgres "$1") ||
    refuse "the database in $state was made by PostgreSQL $1, but only $major is installed." \
      "Install postgresql-$1, or move $state/data away to begin anew."
  require_extensions
}

# The extensions that the migrations create.
needed_extensions() {
  {
    echo btree_gist
    cat "$checkout"/SQL/Migrations/*.sql 2>/dev/null |
      sed -n 's/^ *create extension \(if not exists \)\{0,1\}"\{0,1\}\([a-z_]*\).*/\2/p'
  } | sort -u
}

require_extensions() {
  local folder name
  [ -x "$postgres_bin/pg_config" ] || return 0
  folder=$("$postgres_bin/pg_config" --sharedir)/extension
  for name in $(needed_extensions); do
    [ -e "$folder/$name.control" ] ||
      refuse "the PostgreSQL extension $name is missing: no $folder/$name.control" \
        "Install it: apt-get install postgresql-contrib"
  done
}
