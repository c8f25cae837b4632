#!/usr/bin/env bash
# Pictures of every movement at eight moments on the session's dark ground and at four on white paper in greys, right
# side: strips.sh OUT [ID...]. Look at them one by one.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd); root=$here/../..; out=$1; shift
mkdir -p "$out"
dotnet build "$here" -c Release -v quiet -clp:ErrorsOnly -m:1
dotnet "$here/bin/Release/net10.0/FigureStrips.dll" "$root/programmes/neuropathic-foot/movements" "$root/src/Footing.Web/Assets/figure.scss" "$out" "$@"
profile=$(mktemp -d); trap 'rm -rf "$profile"' EXIT
for page in "$out"/*.html; do
  id=$(basename "$page" .html)
  if [ $# -gt 0 ] && [[ " $* " != *" $id "* ]]; then continue; fi
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
    --screenshot="$out/$id.png" --window-size=1500,1040 "file://$page" >/dev/null 2>&1
done
