# What a developer types. `make bench` needs nothing but `make setup`; `make peers` adds the tools it compares with.
PYTHON := .venv/bin/python

.PHONY: setup test test-all lint bench bench-quick peers samples

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
