#!/bin/sh
# Format, lint, types, floors and folder rules; says all that is wrong, not only the first.
set -u
failed=0
step() {
	name=$1
	shift
	if said=$("$@" 2>&1); then echo "ok    $name"; else
		echo "WRONG $name"
		echo "$said"
		failed=1
	fi
}
PATH=$(.venv/bin/python tools/node.py):$PATH
export ALONGSIDE_DATA="${TMPDIR:-/tmp}/alongside-check"
step "format"       .venv/bin/ruff format --check --quiet .
step "lint"         .venv/bin/ruff check --quiet .
step "types"        .venv/bin/mypy
step "floors"       .venv/bin/lint-imports --no-cache
step "templates"    .venv/bin/python tools/templates.py
step "room: lint"   node_modules/.bin/biome ci --colors=off
step "room: types"  node_modules/.bin/tsc --project tsconfig.json
exit $failed
