# Tadmor needs Python 3.11 or newer and make. `make read` and `make test` install the rest into .venv, once.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SAMPLE := .build/sample.sqlite

.DEFAULT_GOAL := help
.PHONY: help install read test test-long check hooks format lock clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED) ## Install everything into .venv

# The stamp is newer than the lock and the project file once all of it is in place, so that a second call does nothing.
$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Tadmor needs Python 3.11 or newer: none was found. Name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment (Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Installing into $(VENV); this takes a minute or two the first time."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q reader
	@touch $@

read: $(INSTALLED) ## Open the reader on the sample articles, in a library of their own
	@mkdir -p $(dir $(SAMPLE))
	@$(BIN)/tadmor --library $(SAMPLE) read corpus/

test: $(INSTALLED) ## Run the tests
	@$(BIN)/python -m pytest -n auto

test-long: $(INSTALLED) ## Run the tests with many more examples of every property, and a hail of keys on the desk
	@$(BIN)/python -m pytest -n auto --hypothesis-profile=long

check: $(INSTALLED) ## Check style, types and the floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

hooks: $(INSTALLED) ## Have git run the checks before every commit
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check pre-commit
	@$(BIN)/pre-commit install

format: $(INSTALLED) ## Put the code in its style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: $(INSTALLED) ## Resolve the dependencies anew, for every platform, with hashes
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-header --no-annotate --quiet --output-file requirements.lock

clean: ## Remove what was built; the environment stays
	rm -rf .build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
