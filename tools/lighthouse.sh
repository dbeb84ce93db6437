#!/bin/sh
# How a phone finds three pages: performance, accessibility, best practices, first from the demo
# itself, then behind nginx with TLS and HTTP/2 as docs/self-hosting.md has it. There it fails under
# 95; the demo speaks HTTP/1.1, over which seventy small files take a slow phone a second more.
# Lighthouse is fetched into var/ when it is asked for; nothing else needs it.
set -eu
VERSION=12.8.2
FLOOR=95
FLOOR_OF_THE_DEMO=85
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
failed=0
flags="--headless=new --disable-gpu --ignore-certificate-errors"
if [ "$(id -u)" = 0 ]; then flags="$flags --no-sandbox"; fi

# On a busy machine a trace may miss its own beginning: then once more.
once() {
	node $ROOM/node_modules/lighthouse/cli/index.js "$1" \
		--quiet --output=json --output-path="$2" --form-factor=mobile \
		--only-categories=performance,accessibility,best-practices --chrome-flags="$flags"
}

# $1: where it is served, $2: what its findings are called, $3: the least it may find
look() {
	for place in / /help-now "/app/#come-back"; do
		found=$ROOM/$2$(echo "$place" | tr -c 'a-z\n' '-').json
		once "$1$place" "$found" || once "$1$place" "$found"
		.venv/bin/python tools/lighthouse.py --floor "$3" "$found" || failed=1
	done
}

PORT=${PORT:-8377}
export PORT
ALONGSIDE_DATA="$ROOM/demo" .venv/bin/alongside demo >$ROOM/demo.txt 2>&1 &
serving=$!
trap 'kill -INT $serving; wait $serving || true' EXIT
.venv/bin/python tools/lighthouse.py --wait "http://127.0.0.1:$PORT/" --process $serving
look "http://127.0.0.1:$PORT" demo $FLOOR_OF_THE_DEMO
kill -INT $serving
wait $serving || true

if ! PATH=$PATH:/usr/sbin command -v nginx >/dev/null; then
	trap - EXIT
	echo "nginx is not here: not measured behind it"
	exit $failed
fi
.venv/bin/python tools/front.py $ROOM/front >$ROOM/front.txt 2>&1 &
serving=$!
.venv/bin/python tools/lighthouse.py --said $ROOM/front.txt --process $serving
look "$(cat $ROOM/front.txt)" nginx $FLOOR
exit $failed
