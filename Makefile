# One door for people and for CI. Every step leaves a stamp in var/ and is not done twice.
.DEFAULT_GOAL := help
.PHONY: help setup demo serve test check format journeys proof bench lighthouse lock weaknesses wheel

BIN    := .venv/bin
MADE   := var/made
export ALONGSIDE_PUBLIC ?= $(CURDIR)/var/public

help: ## Show what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: $(MADE)/installed $(MADE)/libraries ## Fetch and assemble everything that serving needs
	@$(BIN)/python tools/assemble.py

demo: setup ## Make a demo programme, say who is in it, and serve it
	@ALONGSIDE_DATA=$${ALONGSIDE_DATA:-var/demo} exec $(BIN)/alongside demo

serve: setup ## Serve the programme in ALONGSIDE_DATA
	@exec $(BIN)/alongside serve

test: setup $(MADE)/tested-with $(MADE)/chromium $(MADE)/nginx ## Run every promise of the first tier
	@tools/test.sh

check: setup $(MADE)/tested-with ## Format, lint, types, floors and folder rules
	@tools/check.sh

format: setup $(MADE)/tested-with ## Bring our own code into shape
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix . && node_modules/.bin/biome format --write

journeys: setup $(MADE)/tested-with $(MADE)/chromium ## Walk every screen in each language and width, with pictures in var/journeys
	@$(BIN)/python -m pytest tests/journeys --pictures
	@$(BIN)/python -m pytest tests/journeys --pictures -m walked --language=es
	@$(BIN)/python -m pytest tests/journeys -m walked --width=1280
	@$(BIN)/python -m pytest tests/journeys -m walked --width=1280 --language=es

proof: setup $(MADE)/tested-with $(MADE)/chromium ## The third tier: faults, soak, the other database
	@$(BIN)/python -m pytest --proof -m proof
	@$(BIN)/python -m pytest --proof -m proof --database=postgresql

bench: setup $(MADE)/tested-with $(MADE)/chromium ## Measure the room and its listening coach in a real browser, then the live wire; the last line is JSON
	@$(BIN)/python -m bench.room
	@$(BIN)/python -m bench.listening
	@$(BIN)/python -m bench.ripple
	@$(BIN)/python -m bench.circles; circles=$$?; $(BIN)/python -m bench && exit $$circles

lighthouse: setup $(MADE)/chromium ## See how a phone finds the demo: speed, access, good practice
	@tools/lighthouse.sh

lock: $(MADE)/tested-with ## Write the lock files anew, after a change of dependencies
	@tools/lock.sh

weaknesses: $(MADE)/tested-with ## Ask the public lists whether a library we use has a known weakness
	@tools/weaknesses.sh

wheel: setup ## Build the package that needs neither this folder nor Node
	@rm -rf build
	@$(BIN)/python -m pip wheel -qq --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir var/wheel .
	@ls -sh var/wheel/*.whl

$(MADE)/venv:
	@mkdir -p $(MADE)
	@tools/venv.sh
	@touch $@

$(MADE)/installed: requirements.lock pyproject.toml $(MADE)/venv
	@echo "python packages ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(MADE)/libraries: package-lock.json tools/vendor.json tools/libraries.py $(MADE)/installed
	@echo "browser libraries ..."
	@$(BIN)/python tools/assemble.py --libraries
	@touch $@

# Compiling every file of every tool beforehand would take as long as fetching them.
$(MADE)/tested-with: requirements-dev.lock $(MADE)/installed
	@echo "tools for testing ..."
	@$(BIN)/python -m pip install -qq --no-compile --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(MADE)/nginx: $(MADE)/tested-with
	@tools/nginx.sh
	@touch $@

$(MADE)/chromium: $(MADE)/tested-with
	@tools/chromium.sh
	@touch $@
