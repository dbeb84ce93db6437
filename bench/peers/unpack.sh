#!/bin/sh
# Debian's Prosody and ejabberd, unpacked into the folder $1 and installed nowhere: they are
# started from there by the measurement alone.
set -eu
if ! command -v apt-get >/dev/null || ! command -v dpkg >/dev/null; then
	echo "Debian's packages cannot be had here."
	exit 3
fi
mkdir -p "$1/packages" "$1/root"
cd "$1/packages"
apt-get update -qq >/dev/null 2>&1 || true
wanted="prosody lua-dbi-sqlite3 ejabberd erlang-p1-pgsql"
missing=$(apt-get install --simulate --no-install-recommends $wanted 2>/dev/null | awk '/^Inst/ { print $2 }')
if [ -z "$missing" ] || ! apt-get download $missing >/dev/null 2>&1; then
	echo "Debian's packages cannot be had here."
	exit 3
fi
for package in *.deb; do dpkg -x "$package" "$1/root"; done
rm -rf "$1/packages"
touch "$1/unpacked"
