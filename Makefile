# Two commands: `make run` and `make test`. Each sets up what it needs, once.

# The first Python that is new enough; name another with `make run PYTHON=…`.
PYTHON = $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
BIN := .venv/bin

.PHONY: run test lint lock soak
.DEFAULT_GOAL := run

run: .venv/prepared-run
	@$(BIN)/python -m focalpoint_app.demonstration --window-if-possible

test: lint
	@$(BIN)/python -m pytest --numprocesses=2 --quiet

lint: .venv/prepared-test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

soak: .venv/prepared-test
	@$(BIN)/python -m pytest -m slow --quiet

# Pins every library with the hashes of its files for all systems and Pythons.
lock: .venv/prepared-test
	@$(BIN)/python tools/lock.py

.venv/prepared-run: requirements.lock tools/prepare.py
.venv/prepared-test: requirements-dev.lock tools/prepare.py
.venv/prepared-%:
	@test -n "$(PYTHON)" || { echo "Focal point needs Python 3.11 or newer. On\
	 Debian: sudo apt install python3 python3-venv. Elsewhere: python.org." >&2; exit 1; }
	@"$(PYTHON)" tools/prepare.py $*
