#!/bin/sh
# A real browser for the tests: the machine's own, Debian's where we may install it, or Playwright's.
set -eu
for name in chromium chromium-browser google-chrome; do
	if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "chromium ..."
	apt-get update -qq >/dev/null
	if DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1 &&
		chromium --version >/dev/null 2>&1; then exit 0; fi
fi
echo "chromium (from Playwright) ..."
.venv/bin/python -m playwright install chromium >/dev/null
