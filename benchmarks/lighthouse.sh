#!/usr/bin/env bash
# Runs Lighthouse with Debian's Chromium on pages of a running site, as on a desk and as on a phone, and prints performance and accessibility (0 to 100).
# Usage: benchmarks/lighthouse.sh http://127.0.0.1:5080 [PATH...]   Needs npm; Lighthouse is fetched for the run and is no part of the product.
# A phone is simulated as a processor of a quarter of the speed, so other work on the machine costs many points there: run it on a quiet one.
set -euo pipefail
site=${1:?"the address of a running site, such as http://127.0.0.1:5080"}
shift
[ $# -gt 0 ] || set -- / '/search?q=leukemia' /studies/NCT04599543 /locations /conditions /glossary
command -v chromium >/dev/null || { echo "lighthouse: chromium is needed (Debian: chromium)." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --no-audit --no-fund --silent lighthouse@12.8.2 >&2
printf '%-28s %-8s %12s %14s\n' page profile performance accessibility
for path in "$@"; do
  for profile in desk phone; do
    preset=(--preset=desktop)
    [ "$profile" = desk ] || preset=()
    if ! CHROME_PATH=$(command -v chromium) "$work/node_modules/.bin/lighthouse" "$site$path" --quiet "${preset[@]}" --only-categories=performance,accessibility \
      --chrome-flags='--headless=new --no-sandbox' --output=json --output-path="$work/report.json" >/dev/null 2>&1; then
      printf '%-28s %-8s %12s %14s\n' "$path" "$profile" 'not loaded' ''
      continue
    fi
    node -e 'const [, report, path, profile] = process.argv; const { categories: c } = JSON.parse(require("fs").readFileSync(report)); const points = part => String(Math.round(part.score * 100));
      console.log(path.padEnd(28), profile.padEnd(8), points(c.performance).padStart(12), points(c.accessibility).padStart(14))' "$work/report.json" "$path" "$profile"
  done
done
