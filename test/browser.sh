#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# browser.sh (make browser-test): the dashboard of examples/superset in a headless Chromium, as a reader meets it. Installs
# what is missing, Superset included, starts a private cluster and Superset, and runs browser/dashboard.mjs. The last line
# is "N passed, N failed". SCREENSHOTS names the directory for the pictures; TIME_LIMIT the seconds for the browser.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
. "$HERE/tally.sh"
. "$HERE/../examples/superset/superset.sh"
TIME_LIMIT=${TIME_LIMIT:-480}

at_exit()
{
	# a step that fails ends the run: nothing else has counted it
	if [ "$1" -ne 0 ] && { [ -n "$STEP" ] || [ "$FAILED" -eq 0 ]; }; then
		FAILED=$((FAILED + 1))
		[ ! -f "$WORK/superset.log" ] || tail -n 30 "$WORK/superset.log"
	fi
	superset_stop
	cluster_stop bac_kan
	tally_print
}

find_chromium()
{
	CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
}

# Playwright's own browsers are for others to fetch: the system's is driven.
install_browser()
{
	local packages=() cache key
	find_chromium || packages+=(chromium)
	[ -n "$(fc-list ':lang=vi' 2>/dev/null | head -n 1)" ] || packages+=(fonts-noto-core)
	command -v node >/dev/null || packages+=(nodejs)
	command -v npm >/dev/null || packages+=(npm)
	[ "${#packages[@]}" -eq 0 ] || need_packages "${packages[@]}"
	find_chromium
	cache=$(cache_directory)
	key=$(sha256sum <"$HERE/browser/package-lock.json" | cut -c 1-12)
	NODE_MODULES=$cache/browser-$key
	if [ ! -e "$NODE_MODULES/complete" ]; then
		rm -rf "$NODE_MODULES"
		mkdir -p "$NODE_MODULES"
		cp "$HERE"/browser/{package.json,package-lock.json,.npmrc} "$NODE_MODULES"
		(cd "$NODE_MODULES" && npm ci --omit=dev --omit=optional --ignore-scripts --no-progress)
		touch "$NODE_MODULES/complete"
	fi
}

run_browser()
{
	local status=0
	mkdir "$WORK/browser"
	cp "$HERE/browser/dashboard.mjs" "$WORK/browser"
	[ "$(id -u)" -ne 0 ] || chown "$(server_user)" "$WORK/browser"
	# the password comes through the standard input: arguments are for every user of the machine to see
	as_server env -i PATH="$PATH" LC_ALL=C.UTF-8 HOME="$WORK/browser" CHROMIUM="$CHROMIUM" NODE_MODULES="$NODE_MODULES" \
		SUPERSET_URL="$SUPERSET_URL" SCREENSHOTS="$WORK/browser" \
		timeout -k 10 "$TIME_LIMIT" node "$WORK/browser/dashboard.mjs" <<<"$SUPERSET_PASSWORD" || status=$?
	[ "$status" -ne 124 ] || echo "The browser did not end within $TIME_LIMIT seconds."
	SCREENSHOTS=${SCREENSHOTS:-$(mktemp -d "${TMPDIR:-/tmp}/poverty_ext_screenshots.XXXXXX")}
	mkdir -p "$SCREENSHOTS"
	cp "$WORK"/browser/*.png "$SCREENSHOTS" || true
	tally_tap browser "$STEP_LOG" "$status" >&3 || grep -v '^ok ' "$STEP_LOG" >&3
}

steps_begin 7
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version)"
step "finding, or installing, Apache Superset"
superset_install
step "finding, or installing, Chromium and Playwright"
install_browser
say "$("$CHROMIUM" --version 2>/dev/null)"
step "building poverty_ext"
build_extension
step "starting a private cluster with the demo"
cluster_start
superset_load
step "starting Superset"
superset_start
say "after $SECONDS s"
step "the dashboard in the browser"
run_browser
steps_end
echo "whole run: $SECONDS s; screenshots: $SCREENSHOTS"
[ "$FAILED" -eq 0 ]
