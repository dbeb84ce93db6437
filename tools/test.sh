#!/bin/sh
# The first tier: all of Python on SQLite, what belongs on both databases again on PostgreSQL,
# and the room's own tests. Every part runs even when one before it failed.
set -u
failed=0
PATH=$(.venv/bin/python tools/node.py):$PATH

.venv/bin/python -m pytest "$@" || failed=1
.venv/bin/python -m pytest --database=postgresql "$@" || failed=1
mkdir -p var
node --test --test-timeout=120000 --test-reporter=dot --test-reporter-destination=stdout \
	--test-reporter=tap --test-reporter-destination=var/room-tests.tap \
	$(find browser/tests -name '*.test.js' | sort) || failed=1
grep -E '^# (tests|pass|fail) ' var/room-tests.tap
exit $failed
