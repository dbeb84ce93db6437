#!/bin/sh
# The first tier in five parts, two at a time, in an order that ends both halves together:
# journeys, the rest of Python on SQLite, what belongs on both databases again on PostgreSQL, what
# starts houses and attacks them, and the room's own tests. Each part runs to its end even when
# another failed. `tools/test.sh room` runs one; what each said stays in var/tests-<part>.txt.
set -u
PARTS="journeys rest postgresql houses room"
# Folders whose tests start processes of their own.
HOUSES="attacks crash deploy keeping process"
PATH=$(.venv/bin/python tools/node.py):$PATH

part() {
	case $1 in
	rest) .venv/bin/python -m pytest tests --ignore=tests/journeys $(for one in $HOUSES; do echo --ignore=tests/$one; done) --durations=25 ;;
	houses) .venv/bin/python -m pytest $(for one in $HOUSES; do echo tests/$one; done) --durations=25 ;;
	journeys) .venv/bin/python -m pytest tests/journeys --durations=25 ;;
	postgresql) .venv/bin/python -m pytest --database=postgresql ;;
	room)
		node --test --test-concurrency=2 --test-timeout=240000 --test-reporter=dot --test-reporter-destination=stdout \
			--test-reporter=tap --test-reporter-destination=var/room-tests.tap \
			$(find browser/tests -name '*.test.js' | sort)
		code=$?
		grep -E '^# (tests|pass|fail) ' var/room-tests.tap
		return $code
		;;
	*)
		echo "there is no part called $1"
		return 1
		;;
	esac
}

mkdir -p var
if [ $# = 0 ]; then
	# Whoever watches sees that it goes on.
	(while sleep 60 >/dev/null 2>&1; do echo "... after $(date +%H:%M)"; done) &
	beat=$!
	printf '%s\n' $PARTS | xargs -n 1 -P 2 "$0"
	code=$?
	kill $beat
	exit $code
fi
began=$(date +%s)
said=var/tests-$1.txt
if part "$1" >"$said" 2>&1; then how=kept; else how=BROKEN; fi
echo "$1: $how after $(($(date +%s) - began)) s"
if [ $how = BROKEN ]; then
	cat "$said"
	exit 1
fi
grep -E '^(SKIPPED|=+ [0-9]+ passed|# |seconds: )' "$said"
exit 0
