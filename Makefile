# Two commands set everything up: `make demo` to see it work, `make test` to test it.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check lint browser bench train clean

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

.venv/installed-bench: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --group bench
	touch $@

SCITLDR ?= ../shared/data/scitldr

bench: .venv/installed-bench
	$(BIN)/python -m benchmarks

PAPERS ?= ../shared/data/weekly-picks/papers.jsonl.gz

# learns the weights of the one-line summaries and of the check anew:
# make train SCITLDR=folder PAPERS=file
train: .venv/installed
	$(BIN)/python -m pip install --quiet --group training
	$(BIN)/python -m tools.train_one_line $(SCITLDR)
	$(BIN)/python -m tools.train_faithful $(PAPERS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
