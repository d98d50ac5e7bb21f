# `make report` checks, derives and draws; `make test` proves it. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: report test lint fix lock clean
.DEFAULT_GOAL := report

report: .venv/ready
	@echo "== check"; $(BIN)/wartoll check
	@echo "== derive"; $(BIN)/wartoll build
	@echo "== draw"; $(BIN)/python scripts/draw.py
	@$(BIN)/python scripts/summarise.py

test: .venv/ready lint
	@echo "== data"; $(BIN)/wartoll check
	@echo "== freshness"
	@$(BIN)/wartoll format --check
	@$(BIN)/wartoll build --check
	@$(BIN)/python scripts/write_docs.py --check
	@$(BIN)/python scripts/draw.py --check
	@echo "== tests"; $(BIN)/python -m pytest

lint: .venv/ready
	@echo "== style"
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

# Everything that can be mended or regenerated, in the order in which it depends on each other.
fix: .venv/ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/wartoll format
	$(BIN)/wartoll build
	$(BIN)/python scripts/write_docs.py
	$(BIN)/python scripts/draw.py

.venv/ready: requirements/dev.txt pyproject.toml
	@echo "== set up (about half a minute)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

# Needs uv; the lock names no index.
lock:
	uv pip compile pyproject.toml --extra all --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet -o requirements/dev.txt

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
