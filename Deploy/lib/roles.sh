# shellcheck shell=bash disable=SC2154,SC2034
# The three roles of Varde and what they need, as SQL: run by Deploy where it may, printed for the
# administrator where it may not. The migrations grant the rest.

# The names, which a server of one's own may choose.
role_names() {
  printf '%s\n' "${VARDE_OWNER:-varde_owner}" "${VARDE_EDITOR:-varde_editor}" \
    "${VARDE_READER:-varde_reader}"
}

sql_name() {
  printf '"%s"' "${1//\"/\"\"}"
}

sql_text() {
  printf "'%s'" "${1//\'/\'\'}"
}

# role_statements ROLES-THAT-EXIST PASSWORD: makes those that are missing. No role may pass the
# row-level security, make roles or make databases.
role_statements() {
  local role password=
  [ -z "$2" ] || password=" password $(sql_text "$2")"
  while read -r role; do
    if ! printf '%s\n' "$1" | grep -qxF -- "$role"; then
      printf 'create role %s login nosuperuser nocreatedb nocreaterole nobypassrls%s;\n' \
        "$(sql_name "$role")" "$password"
    fi
  done < <(role_names)
}

# grant_statements DATABASE: the owner makes schemas and extensions, the others only come in.
grant_statements() {
  local database role
  database=$(sql_name "$1")
  {
    read -r role
    printf 'grant connect, create, temporary on database %s to %s;\n' \
      "$database" "$(sql_name "$role")"
    while read -r role; do
      printf 'grant connect, temporary on database %s to %s;\n' "$database" "$(sql_name "$role")"
    done
  } < <(role_names)
}
