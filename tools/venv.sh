#!/bin/sh
# Makes .venv with the first Python that is new enough; PYTHON=... chooses another.
set -eu
test -x .venv/bin/python && exit 0
for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
	if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
		python=$name
		break
	fi
done
if [ -z "${python:-}" ]; then
	echo "Python 3.11 or newer is needed; name it like this: make PYTHON=/path/to/python3.12" >&2
	exit 1
fi
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		apt-get update -qq >/dev/null
		DEBIAN_FRONTEND=noninteractive apt-get install -qq -y python3-venv >/dev/null
	else
		echo "Python's venv module is missing; on Debian and Ubuntu: sudo apt install python3-venv" >&2
		exit 1
	fi
fi
"$python" -m venv .venv
