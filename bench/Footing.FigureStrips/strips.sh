#!/usr/bin/env bash
# Pictures of every movement, to be looked at one by one: eight moments on the session's dark ground and the still
# poses, right side, in greys on white paper. Then how far the moving drawing is from the still one in a browser.
# strips.sh OUT [ID...]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$1; shift
mkdir -p "$out"
dotnet build "$here" -c Release -v quiet -clp:ErrorsOnly -m:1
[ -d "$here/../../player/node_modules" ] || (cd "$here/../../player" && npm ci --no-audit --no-fund)
"$here/../../player/node_modules/.bin/sass" --no-source-map "$here/../../src/Footing.Web/Assets/styles/_figure.scss" "$out/figure.css"
dotnet "$here/bin/Release/net10.0/Footing.FigureStrips.dll" "$out/figure.css" "$out"
profile=$(mktemp -d); trap 'rm -rf "$profile"' EXIT
browser() {
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" "$@" 2>/dev/null
}
for page in "$out"/*.browser.html; do
  id=$(basename "$page" .browser.html)
  if [ $# -gt 0 ] && [[ " $* " != *" $id "* ]]; then continue; fi
  browser --screenshot="$out/$id.png" --window-size=1500,1040 "file://$(realpath "$out")/$id.html" >/dev/null
  browser --dump-dom "file://$(realpath "$page")" | grep -oP '<pre>\K[^<]+'
done
