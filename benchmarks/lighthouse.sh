#!/usr/bin/env bash
# Runs Lighthouse with Debian's Chromium on pages of a running site and prints performance and accessibility (0 to 100).
# Usage: benchmarks/lighthouse.sh http://127.0.0.1:5080 [PATH...]   Needs npm; Lighthouse is fetched for the run and is no part of the product.
set -euo pipefail
site=${1:?"the address of a running site, such as http://127.0.0.1:5080"}
shift
[ $# -gt 0 ] || set -- / '/search?q=leukemia' /locations /conditions /glossary
command -v chromium >/dev/null || { echo "lighthouse: chromium is needed (Debian: chromium)." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --no-audit --no-fund --silent lighthouse@12.8.2 >&2
printf '%-28s %12s %14s\n' page performance accessibility
for path in "$@"; do
  CHROME_PATH=$(command -v chromium) "$work/node_modules/.bin/lighthouse" "$site$path" --quiet --preset=desktop --only-categories=performance,accessibility \
    --chrome-flags='--headless=new --no-sandbox' --output=json --output-path="$work/report.json" >/dev/null
  node -e 'const { categories: c } = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(process.argv[2].padEnd(28), String(Math.round(c.performance.score * 100)).padStart(12), String(Math.round(c.accessibility.score * 100)).padStart(14))' "$work/report.json" "$path"
done
