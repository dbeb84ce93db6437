#!/bin/sh
# How a phone finds three pages of the demo: performance, accessibility, best practices. Under 95
# it fails. Lighthouse is fetched into var/ when it is asked for; nothing else needs it.
set -eu
VERSION=12.8.2
FLOOR=95
ROOM=var/lighthouse
PATH=$(.venv/bin/python tools/node.py):$PATH
for name in "${CHROME_PATH:-}" chromium chromium-browser google-chrome; do
	if [ -n "$name" ] && CHROME_PATH=$(command -v "$name"); then break; fi
done
export CHROME_PATH
if ! grep -q "\"version\": \"$VERSION\"" $ROOM/node_modules/lighthouse/package.json 2>/dev/null; then
	echo "lighthouse ..."
	mkdir -p $ROOM
	npm install --prefix $ROOM --no-save --ignore-scripts --loglevel=error "lighthouse@$VERSION" >/dev/null
fi

PORT=${PORT:-8377}
export PORT
export ALONGSIDE_DATA="$ROOM/demo"
.venv/bin/alongside demo >$ROOM/demo.txt 2>&1 &
demo=$!
trap 'kill -INT $demo; wait $demo || true' EXIT
.venv/bin/python tools/lighthouse.py --wait "http://127.0.0.1:$PORT/" --process $demo

flags="--headless=new --disable-gpu"
if [ "$(id -u)" = 0 ]; then flags="$flags --no-sandbox"; fi
failed=0
for place in / /help-now "/app/#come-back"; do
	found=$ROOM/$(echo "$place" | tr -c 'a-z\n' '-').json
	node $ROOM/node_modules/lighthouse/cli/index.js "http://127.0.0.1:$PORT$place" \
		--quiet --output=json --output-path="$found" --form-factor=mobile \
		--only-categories=performance,accessibility,best-practices --chrome-flags="$flags"
	.venv/bin/python tools/lighthouse.py --floor $FLOOR "$found" || failed=1
done
exit $failed
