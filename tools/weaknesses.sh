#!/bin/sh
# Asks the public lists about every version in our lock files. It needs a network, and fails when a
# list does not answer: nothing found and nothing asked are not the same.
set -u
PATH=$(.venv/bin/python tools/node.py):$PATH
code=0
for lock in requirements*.lock; do
	echo "$lock"
	.venv/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner=off -r "$lock" || code=1
done
echo "package-lock.json"
npm audit || code=1
exit $code
