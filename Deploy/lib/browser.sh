# shellcheck shell=bash disable=SC2154,SC2034
# What the checks in a real browser need beside the build: Chromium, Java for the HTML checker, and
# Python packages of pinned versions, in a folder that git ignores. Needs all.sh and $checkout.

browser_folder=$checkout/.build/browser
browser_python=$browser_folder/venv/bin/python
browser_requirements=$checkout/Tests/Browser/requirements.txt
python_least=3.11

# VARDE_CHROMIUM names one of your own.
find_chromium() {
  if [ -n "${VARDE_CHROMIUM:-}" ]; then
    [ -x "$VARDE_CHROMIUM" ] && echo "$VARDE_CHROMIUM"
  else
    command -v chromium || command -v chromium-browser || command -v google-chrome
  fi
}

missing_browser_packages() {
  find_chromium >/dev/null || echo chromium
  command -v java >/dev/null || echo default-jre-headless
  if ! command -v python3 >/dev/null; then
    printf 'python3\npython3-venv\n'
  elif ! python3 -c "import ensurepip, venv" 2>/dev/null; then
    echo python3-venv
  fi
}

# For Deploy/test: installs what is missing.
prepare_browser() {
  local missing
  missing=$(missing_browser_packages | tr '\n' ' ')
  if [ -n "$missing" ]; then
    install_packages "${missing% }"
    missing=$(missing_browser_packages | tr '\n' ' ')
    [ -z "$missing" ] || refuse "still missing after the installation: ${missing% }." \
      "See what apt-get printed above."
  fi
  has_python_packages || install_python_packages
}

# The packages know where they lie, so a folder that was moved is made anew.
python_packages_mark() {
  printf '# %s, %s\n' "$browser_folder" "$(python3 --version)"
  cat "$browser_requirements"
}

has_python_packages() {
  [ -x "$browser_python" ] &&
    [ "$(python_packages_mark)" = "$(cat "$browser_folder/venv/mark" 2>/dev/null)" ]
}

install_python_packages() {
  python3 -c "import sys; sys.exit(sys.version_info < (${python_least/./, }))" ||
    refuse "$(python3 --version) is too old: the checks in a browser need $python_least or newer."
  step "Installing the Python packages of the checks in a browser, in $browser_folder"
  rm -rf -- "$browser_folder/venv"
  if ! mkdir -p "$browser_folder" || ! python3 -m venv "$browser_folder/venv" >&2; then
    refuse "no place for Python packages could be made in $browser_folder (see above)." \
      "Make it writable for $(id -un), and install python3-venv."
  fi
  "$browser_python" -m pip install --quiet --disable-pip-version-check \
    -r "$browser_requirements" </dev/null >&2 ||
    refuse "the Python packages in Tests/Browser/requirements.txt could not be installed." \
      "If pip speaks of connections above, there is no network to its index: bring it up, or name" \
      "another index in PIP_INDEX_URL, then run this again."
  python_packages_mark >"$browser_folder/venv/mark"
}

# For Deploy/check, which installs nothing.
require_browser() {
  local missing
  missing=$(missing_browser_packages | tr '\n' ' ')
  [ -z "$missing" ] || refuse "the checks in a browser need: ${missing% }." \
    "Run Deploy/test, which installs it, or ask for:" "  sudo apt-get install ${missing% }"
  has_python_packages ||
    refuse "the Python packages in Tests/Browser/requirements.txt are not installed." \
      "Run Deploy/test, which installs them in $browser_folder."
}

check_python() {
  (cd "$checkout/Tests/Browser" &&
    "$browser_python" -B -m ruff check --config pyproject.toml --quiet . ../Benchmarks/Peer &&
    "$browser_python" -B -m ruff format --config pyproject.toml --check --quiet --diff . \
      ../Benchmarks/Peer &&
    "$browser_python" -B -m mypy --no-error-summary .)
}

# On a copy of the program, so that a build beside it does not pull it away. Leaves the scratch
# database stopped: the last pages are those that go on without it.
check_browser() {
  local copy
  need_scratch_cluster || return 1
  copy=$scratch/browser
  mkdir -p "$copy" && cp -R "$(program debug)" "$checkout"/.build/debug/*.resources "$copy" ||
    return 1
  "$browser_python" -B "$checkout/Tests/Browser/proof.py" --program "$copy/varde" \
    --cluster "$state/data" --chromium "$(find_chromium)" --output "$browser_folder/output"
}
