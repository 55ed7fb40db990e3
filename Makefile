# What a developer types. `make bench` needs nothing but `make setup`; `make peers` adds the tools it compares with.
PYTHON := .venv/bin/python

.PHONY: setup test test-all lint lock bench bench-quick peers samples

setup:
	bin/setup --dev

test:
	bin/test

test-all: setup
	.venv/bin/pytest -n 2 -m ""

lint:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

bench:
	$(PYTHON) -m corpus bench $(ARGS)

bench-quick:
	$(PYTHON) -m corpus bench --quick --no-peers --out build/bench-quick $(ARGS)

peers:
	$(PYTHON) corpus/peers/set_up.py build/bench/work/peers

samples:
	$(PYTHON) -m corpus samples

# The lock files, from pyproject.toml; needs uv.
lock:
	uv pip compile -q pyproject.toml --all-extras --group dev --universal --generate-hashes --no-emit-index-url \
	    --no-annotate --no-header -o requirements-dev.lock
	uv pip compile -q pyproject.toml --extra fast-ocr --universal --generate-hashes --no-emit-index-url \
	    --no-annotate --no-header -c requirements-dev.lock -o requirements.lock
