# Two commands: `make run` and `make test`. Each sets up what it needs, once.

# The first Python that is new enough; name another with `make run PYTHON=…`.
PYTHON = $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
BIN := .venv/bin

.PHONY: run test lint soak fuzz lock sbom bundle screenshots bench security-figures
.DEFAULT_GOAL := run
.NOTPARALLEL:

# Started hundreds of times by its own tests, the program is compiled once.
unexport PYTHONDONTWRITEBYTECODE

run: .venv/prepared-run .venv/translated
	@$(BIN)/python -m focalpoint_app.demonstration --window-if-possible

test: lint .venv/translated
	@$(BIN)/python -m compileall -q focalpoint_app tests
	@$(BIN)/python -m pytest --numprocesses=2 --dist=loadfile --no-loadscope-reorder --quiet

lint: .venv/prepared-test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

# The long forms, laws tried on fresh examples, the readers fuzzed, and a sum at the end;
# goes on where it was broken off. `make soak SOAK=--short` tries the way.
soak: .venv/prepared-test .venv/translated .venv-soak/prepared-soak
	@$(BIN)/python tools/soak.py $(SOAK)

SECONDS = 300
fuzz: .venv-soak/prepared-soak
	@.venv-soak/bin/python tools/fuzz.py --seconds $(SECONDS)

# What docs/security.md says in figures: trials, faults, inputs, losses.
security-figures: .venv/prepared-test .venv/translated
	@$(BIN)/python tools/security_figures.py

bundle: .venv-bundle/prepared-bundle
	@.venv-bundle/bin/python -m focalpoint_app.language.compile >/dev/null
	@.venv-bundle/bin/pyinstaller --noconfirm --clean --log-level WARN build.spec
	@.venv-bundle/bin/python tools/try_bundle.py dist/focalpoint

# The pictures of docs/, drawn anew; look at them before they are committed.
screenshots: .venv/prepared-test .venv/translated
	@PYTHONPATH=. $(BIN)/python tools/screenshots.py docs questionnaire place-submission \
	  --language ar --scheme light
	@PYTHONPATH=. $(BIN)/python tools/screenshots.py docs questionnaire place-overview \
	  --language en --scheme dark

bench: .venv/prepared-test .venv/translated
	@$(BIN)/python benchmarks/window.py
	@$(BIN)/python benchmarks/pages.py

# What the program ships with, for whoever must know (CycloneDX).
sbom: .venv/prepared-test
	@$(BIN)/python tools/sbom.py

# Pins every library with the hashes of its files for all systems and Pythons.
lock: .venv/prepared-test
	@$(BIN)/python tools/lock.py

.venv/translated: $(shell find forms resources -name '*.po')
	@$(BIN)/python -m focalpoint_app.language.compile >/dev/null
	@touch $@

.venv/prepared-run: requirements.lock tools/prepare.py
.venv/prepared-test: requirements-dev.lock tools/prepare.py
.venv-bundle/prepared-bundle: requirements-bundle.lock tools/prepare.py
.venv-soak/prepared-soak: requirements-soak.lock tools/prepare.py
.venv/prepared-% .venv-bundle/prepared-% .venv-soak/prepared-%:
	@test -n "$(PYTHON)" || { echo "Focal point needs Python 3.11 or newer. On\
	 Debian: sudo apt install python3 python3-venv. Elsewhere: python.org." >&2; exit 1; }
	@"$(PYTHON)" tools/prepare.py $*
