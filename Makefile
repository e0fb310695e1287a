# `make` alone lists the targets.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help install demo run test check format lint types imports cover bench docs clean

help: ## list these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: $(STAMP) ## prepare .venv with exactly the locked packages

$(STAMP): requirements/dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $(STAMP)

demo: install ## try the bot in the browser: no token, no account
	@$(BIN)/python -m simulator demo $(if $(PROVIDER),--provider $(PROVIDER)) $(DEMO)

run: install ## run the bot for real, with the settings from .env
	@$(BIN)/python -OO -m bot

test: install ## all tests, the browser tests included
	$(BIN)/python -m pytest -n auto --dist loadfile

check: format lint types imports test ## format, lint, types, architecture, tests

format: install
	$(BIN)/ruff format --check .

lint: install
	$(BIN)/ruff check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports

cover: install ## what the unit tests do not reach
	$(BIN)/python -m coverage run -m pytest -q tests/unit
	$(BIN)/python -m coverage report

bench: install ## measure speed and memory beside a floor and the usual stack
	$(BIN)/python -m tests.bench

docs: install ## write the generated pages of docs/ anew
	$(BIN)/python -m tests.generate_docs

clean: ## forget .venv and the demo's data
	rm -rf $(VENV) demo-data .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
