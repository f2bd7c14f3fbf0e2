# Nahbar's verbs. `make help` lists them.

PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# One more than cores: stories wait for windows most of the time.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

# The tests start hundreds of programs: compiled anew each time, they take half as long again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check fix bench screenshots translate package soak ready ready-test

help: ## Show these verbs
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ready ## Start Nahbar; without a display do its main job and print the paths
	@$(BIN)/nahbar

test: ready-test ## Run all tests, the checks among them
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not soak" --durations 15 $(TESTS)

check: ready-test ## Lint, types, import contracts, catalogues
	@$(BIN)/python -m tests.tools.check

fix: ready-test ## Format, and repair what the linter can repair
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

bench: ready-bench ## Measure speed and memory; writes build/bench.json
	@$(BIN)/python -m tests.benchmarks

screenshots: ready-test ## Render every screen in every look below build/screenshots/
	@$(BIN)/python -m tests.screenshots

translate: ready-test ## Collect the sentences, update the .po files, compile the .mo files
	@$(BIN)/python -m tests.tools.translate

package: ready-test ## Make the wheel and a folder that installs without a network, in dist/
	@$(BIN)/python -m tests.tools.package

soak: ready-test ## Run the slow fault tests: many kills, many power losses
	@$(BIN)/pytest -m soak -o faulthandler_timeout=0 --durations 15 $(TESTS)

ready:
	@$(if $(PYTHON),,$(error Nahbar needs Python 3.11 or newer))$(PYTHON) -m tests.tools.prepare run

ready-test:
	@$(if $(PYTHON),,$(error Nahbar needs Python 3.11 or newer))$(PYTHON) -m tests.tools.prepare test

ready-bench:
	@$(if $(PYTHON),,$(error Nahbar needs Python 3.11 or newer))$(PYTHON) -m tests.tools.prepare bench
