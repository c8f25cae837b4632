# Shared by ./run and ./test: needs, and building what is stale. Words go to standard error; data is for programs.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "Footing needs the .NET 10 SDK: install it from https://dotnet.microsoft.com/download, then run this again."
  dotnet --version 2>/dev/null | grep -q '^1[0-9]\.' || fail "Footing needs the .NET 10 SDK, and this one is older: install version 10, then run this again."
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Footing needs Node 20 or newer to build its pages: install it from https://nodejs.org, then run this again."
  [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] || fail "Footing needs Node 20 or newer, and this one is older: install it, then run this again."
}

# Whether any of the files below the given places is newer than the stamp.
stale() {
  local stamp=$1; shift
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$@" \( -name bin -o -name obj -o -name node_modules -o -name built \) -prune -o -type f -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# npm packages and what is built of them: the style sheet and the player.
build_assets() {
  [ -f "$root/player/package.json" ] || return 0
  local built="$root/src/Footing.Web/Assets/built" stamp="$root/artifacts/assets.stamp"
  [ -f "$built/manifest.json" ] && ! stale "$stamp" "$root/player" "$root/contract" "$root/src/Footing.Web/Assets" && return 0
  need_node
  if stale "$root/player/node_modules/.stamp" "$root/player/package-lock.json"; then
    say "Installing npm packages..."
    (cd "$root/player" && npm ci --no-audit --no-fund >&2) || fail "npm ci failed: check that the package registry can be reached, then run this again."
    touch "$root/player/node_modules/.stamp"
  fi
  say "Building styles and player..."
  (cd "$root/player" && node types.mjs check >&2) || fail "The player's types are not what the schemas of contract/ give: see the lines above."
  (cd "$root/player" && npm run --silent build >&2) || fail "The player did not build: see the lines above."
  mkdir -p "$root/artifacts" && touch "$stamp"
}

build_program() {
  local stamp="$root/artifacts/program.stamp"
  [ -f "$root/src/Footing.Cli/bin/Release/net10.0/footing.dll" ] && ! stale "$stamp" "$root/src" "$root/programmes" "$root/conditions" "$root/texts" "$root/Directory.Build.props" "$root/Directory.Packages.props" \
    "$root/artifacts/assets.stamp" && return 0
  say "Building Footing..."
  dotnet build "$root/src/Footing.Cli" -c Release -v quiet -clp:ErrorsOnly >&2 || fail "Footing did not build: see the lines above."
  mkdir -p "$root/artifacts" && touch "$stamp"
}

# Install a package of Debian's: NAME [OPTIONS]. What apt says goes to a log; when it fails the log's end is shown.
install_package() {
  local log="$root/artifacts/install-$1.log"
  mkdir -p "$root/artifacts"
  say "Installing the package $1..."
  { apt-get -o DPkg::Lock::Timeout=600 update &&
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y "$@"; } </dev/null >"$log" 2>&1 && return 0
  tail -n 20 "$log" >&2
  fail "The package $1 could not be installed: check that Debian's packages can be reached, then run this again."
}

may_install() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }

# The browser of the browser tests, from Debian when it is missing.
need_chromium() {
  command -v chromium >/dev/null && return 0
  may_install || fail "The browser tests need Chromium: install the package chromium, then run this again."
  install_package chromium
}

# The engines of the long tests, from Debian when they are missing: Firefox, and WebKitGTK with a screen that nobody sees.
need_firefox() {
  command -v firefox-esr >/dev/null && return 0
  may_install || fail "The long tests need Firefox: install the package firefox-esr, then run this again."
  install_package firefox-esr --no-install-recommends
}

need_webkit() {
  if ! command -v WebKitWebDriver >/dev/null; then
    may_install || fail "The long tests need WebKitGTK: install the package webkit2gtk-driver, then run this again."
    install_package webkit2gtk-driver --no-install-recommends
  fi
  command -v Xvfb >/dev/null && return 0
  may_install || fail "The long tests need a screen for WebKitGTK: install the package xvfb, then run this again."
  install_package xvfb --no-install-recommends
}

# The voice that the player's tests hold the scripts against, from Debian when it is missing. Who may not install it
# can test all else.
need_espeak() {
  command -v espeak-ng >/dev/null && return 0
  if may_install; then install_package espeak-ng --no-install-recommends; return 0; fi
  [ "${CI:-}" != true ] || fail "The player's tests need a voice: install the package espeak-ng, then run this again."
  say "espeak-ng is not here: no script is heard through. Install the package espeak-ng to have it done."
}

# The folder of PostgreSQL's server programs, or nothing. Debian keeps them off the PATH, a folder for each version.
find_postgresql() {
  local folder
  # shellcheck disable=SC2046 # One folder a word: Debian's names have no spaces.
  for folder in "${FOOTING_POSTGRESQL:-}" \
    $(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -t / -k 5 -rn) \
    "$(pg_config --bindir 2>/dev/null)" "$(dirname "$(command -v initdb || echo /)")"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then printf '%s' "$folder"; return 0; fi
  done
  return 0
}

# The database of the storage tests, from Debian when it is missing. Who may not install it can test all else.
need_postgresql() {
  FOOTING_POSTGRESQL=$(find_postgresql)
  if [ -z "$FOOTING_POSTGRESQL" ] && may_install; then
    # The tests start their own: the package need not make, start and keep one.
    local settings=/etc/postgresql-common/createcluster.conf
    if [ ! -e "$settings" ]; then mkdir -p "$(dirname "$settings")" && echo 'create_main_cluster = false' >"$settings"; fi
    install_package postgresql --no-install-recommends
    FOOTING_POSTGRESQL=$(find_postgresql)
  fi
  if [ -n "$FOOTING_POSTGRESQL" ]; then export FOOTING_POSTGRESQL; return 0; fi
  unset FOOTING_POSTGRESQL
  [ "${CI:-}" != true ] || fail "The storage tests need PostgreSQL: install the package postgresql, then run this again."
  say "PostgreSQL is not here: its tests are skipped. Install the package postgresql to have them run."
}
