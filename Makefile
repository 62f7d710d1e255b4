# Two commands set everything up: `make demo` to see it work, `make test` to test it.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check lint browser bench clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q akira_cli
	touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

demo: .venv/installed
	$(BIN)/python docs/demo.py

test: .venv/installed-dev
	$(BIN)/python -m pytest

lint: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

# the tests of the preview need a browser; this installs Debian's when there is none
browser:
	@command -v chromium || command -v chromium-browser || command -v google-chrome || { \
	  root=$$([ "$$(id -u)" = 0 ] || command -v sudo || true); \
	  $$root apt-get update && \
	  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; }

bench: .venv/installed-dev
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
