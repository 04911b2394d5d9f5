# shellcheck shell=bash disable=SC2154,SC2034
# A server of one's own, named by VARDE_DATABASE (a libpq connection string or URI) or by the usual
# PG* variables. Nothing is started or stopped here. Needs say.sh, machine.sh and roles.sh.

# True where the environment names a server. A user, a password or a port alone does not.
names_server() {
  [ -n "${VARDE_DATABASE:-}${PGHOST:-}${PGHOSTADDR:-}${PGSERVICE:-}${PGDATABASE:-}" ]
}

named_by() {
  if [ -n "${VARDE_DATABASE:-}" ]; then echo VARDE_DATABASE; else echo "the PG* variables"; fi
}

# with_keyword STRING KEYWORD VALUE: libpq lets the last one of a keyword count, in both forms.
with_keyword() {
  case $1 in
    postgres://*\?* | postgresql://*\?*) printf '%s&%s=%s' "$1" "$2" "$(percent_encode "$3")" ;;
    postgres://* | postgresql://*) printf '%s?%s=%s' "$1" "$2" "$(percent_encode "$3")" ;;
    *) printf "%s %s='%s'" "$1" "$2" "$(printf '%s' "$3" | sed "s/[\\\\']/\\\\&/g")" ;;
  esac
}

percent_encode() {
  local LC_ALL=C text=$1 index letter
  for ((index = 0; index < ${#text}; index++)); do
    letter=${text:index:1}
    case $letter in
      [a-zA-Z0-9._~-]) printf '%s' "$letter" ;;
      *) printf '%%%02X' "'$letter" ;;
    esac
  done
}

percent_decode() {
  printf '%b' "$(printf '%s' "$1" | sed -E -e 's/\\/\\\\/g' -e 's/%([0-9A-Fa-f]{2})/\\x\1/g')"
}

uri_password='^(postgres(ql)?://)([^/?#@:]*):([^/?#@]*)@(.*)$'
uri_parameter='^(postgres(ql)?://.*[?&])password=([^&]*)&?(.*)$'
keyword_value="('([^'\\\\]|\\\\.)*'|[^[:space:]]+)"
keyword_password="^((.*[[:space:]])?)password[[:space:]]*=[[:space:]]*$keyword_value(.*)$"

# A password among the arguments of psql could be read by everyone on the machine. Splits the
# string into connection and PGPASSWORD.
split_password() {
  connection=${VARDE_DATABASE:-}
  local secret
  if [[ $connection =~ $uri_password ]]; then
    secret=$(percent_decode "${BASH_REMATCH[4]}")
    connection=${BASH_REMATCH[1]}${BASH_REMATCH[3]}@${BASH_REMATCH[5]}
  elif [[ $connection =~ $uri_parameter ]]; then
    secret=$(percent_decode "${BASH_REMATCH[3]}")
    connection=${BASH_REMATCH[1]}${BASH_REMATCH[4]}
    connection=${connection%[?&]}
  elif [[ $connection != postgres*://* && $connection =~ $keyword_password ]]; then
    secret=${BASH_REMATCH[3]}
    connection=${BASH_REMATCH[1]}${BASH_REMATCH[5]}
    if [[ $secret == \'*\' ]]; then
      secret=$(printf '%s' "${secret:1:${#secret}-2}" | sed 's/\\\(.\)/\1/g')
    fi
  else
    return 0
  fi
  export PGPASSWORD=$secret
}

# server_psql ROLE ARGUMENT…: with an empty role, as the login that the environment names.
server_psql() {
  local target=$connection
  [ -z "$1" ] || target=$(with_keyword "$target" user "$1")
  [ -z "$target" ] || set -- "$@" -d "$target"
  shift
  LC_ALL=C PGCONNECT_TIMEOUT=${PGCONNECT_TIMEOUT:-10} \
    "$psql" -X -q -A -t -w -v ON_ERROR_STOP=1 "$@" 2>&1 </dev/null
}

# Sees to it that all three roles can come in and that the server will do.
require_server() {
  psql=$(find_psql)
  split_password
  local role answer
  while read -r role; do
    if ! answer=$(server_psql "$role" -c "select 1"); then
      require_login
      make_roles
      break
    fi
  done < <(role_names)
  while read -r role; do
    answer=$(server_psql "$role" -c "select 1") || refuse_role "$role" "$answer"
  done < <(role_names)
  require_server_version
  require_server_privileges
}

# The login itself; with a wrong password all ends here.
require_login() {
  local answer database
  answer=$(server_psql "" -c "select current_database()") && return
  case $answer in
    *"password authentication failed"* | *"no password supplied"*)
      refuse "the server that $(named_by) names refuses the login: wrong password, or none." \
        "$answer" "Correct the password there, or in ~/.pgpass, then run this again."
      ;;
    *"database "*" does not exist"*)
      database=$(printf '%s\n' "$answer" | sed -n 's/.*database "\(.*\)" does not exist.*/\1/p')
      refuse "the server that $(named_by) names has no database $database." \
        "Someone who may make databases does this first, then run this again:" \
        "  create database $(sql_name "$database") encoding 'UTF8' template template0;"
      ;;
    *)
      refuse "cannot reach the server that $(named_by) names." "$answer" \
        "Correct it, or unset it and let Deploy/run start a private PostgreSQL."
      ;;
  esac
}

make_roles() {
  local roles may statements database
  roles=$(server_psql "" -c "select rolname from pg_roles")
  database=$(server_psql "" -c "select current_database()")
  statements=$(role_statements "$roles" "${PGPASSWORD:-}")
  [ -n "$statements" ] || return 0
  may=$(server_psql "" -c \
    "select rolsuper or rolcreaterole from pg_roles where rolname = current_user")
  [ "$may" = t ] || refuse_roles "$(server_psql "" -c "select current_user")" "$database" "$roles"
  step "Making the roles of Varde on the server that $(named_by) names"
  # Statements may carry the password, so they go in by a pipe, never as arguments.
  local answer
  answer=$(printf '%s\n%s\n' "$statements" "$(grant_statements "$database")" |
    LC_ALL=C "$psql" -X -q -w -v ON_ERROR_STOP=1 -1 ${connection:+-d "$connection"} -f - 2>&1) ||
    refuse "the roles could not be made: $answer" "Ask an administrator of the server for:" \
      "$(role_statements "$roles" "")" "$(grant_statements "$database")"
}

refuse_roles() {
  refuse "$1 may not make roles on the server that $(named_by) names." \
    "Ask an administrator of the server for these statements, then run this again:" "" \
    "$(role_statements "$3" "")" "$(grant_statements "$2")" "" \
    "The roles log in with the password that is given here, or as pg_hba.conf says."
}

refuse_role() {
  refuse "the role $1 cannot log in to the server that $(named_by) names." "$2" \
    "The program connects as three roles (VARDE_OWNER, VARDE_EDITOR and VARDE_READER rename them)" \
    "with what $(named_by) and ~/.pgpass give. Give the role that password, or let pg_hba.conf" \
    "admit it, then run this again."
}

require_server_version() {
  local number role
  role=$(role_names | head -n 1)
  number=$(server_psql "$role" -c "show server_version_num")
  [ "$((number / 10000))" -ge "$postgres_version_least" ] ||
    refuse "the server is PostgreSQL $((number / 10000)): too old," \
      "$postgres_version_least or newer is needed. Upgrade it, or use another."
}

require_server_privileges() {
  local role name found database
  role=$(role_names | head -n 1)
  database=$(server_psql "$role" -c "select current_database()")
  found=$(server_psql "$role" -c "select name from pg_available_extensions")
  for name in $(needed_extensions); do
    printf '%s\n' "$found" | grep -qx -- "$name" ||
      refuse "the server lacks the PostgreSQL extension $name." \
        "Install postgresql-contrib on the server's machine."
  done
  found=$(server_psql "$role" -c \
    "select pg_catalog.has_database_privilege(current_database(), 'create')")
  [ "$found" = t ] || refuse "the role $role may not make schemas in the database $database." \
    "Ask its owner for:" "$(grant_statements "$database")"
}
