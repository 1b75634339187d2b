# make demo: a working centre at http://127.0.0.1:8000/    make test: the quick tests    make check: all of it
PYTHON ?= python3
BIN := .venv/bin
# A PostgreSQL for the tests, e.g. postgres://user:password@127.0.0.1:5432/manumit
MANUMIT_TEST_DATABASE ?=
# The nodes of an OpenSearch for the tests, e.g. 127.0.0.1:9201; tests/services/opensearch/nodes.py
# fetches and starts one: python3 -m tests.services.opensearch.nodes make test
export MANUMIT_TEST_OPENSEARCH ?=
# Set to 1 where a missing service must fail the tests (CI does).
MANUMIT_REQUIRE_SERVICES ?=

# What Python and pytest compile is kept: each process and each database would compile it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install demo test long postgresql check lint types contracts bench lock

install: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet uv==0.13.9
	$(BIN)/uv pip install --quiet --python $(BIN)/python --requirement requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@

demo: install
	$(BIN)/manumit serve

# All that is quick; what takes minutes with its neighbours (journeys in a browser above all) is in "long".
test: install
	$(BIN)/python -m pytest -n auto -m "not long"

long: install
	$(BIN)/python -m pytest -n auto -m long

postgresql: install
ifneq ($(MANUMIT_TEST_DATABASE),)
	DATABASE_URL=$(MANUMIT_TEST_DATABASE) $(BIN)/python -m pytest -n auto -m database
else ifneq ($(MANUMIT_REQUIRE_SERVICES),)
	@echo "PostgreSQL is required here: set MANUMIT_TEST_DATABASE" && exit 1
else
	@echo "Skipped: the database tests on PostgreSQL (set MANUMIT_TEST_DATABASE to run them)."
endif

check: lint types contracts test long postgresql

lint: install
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: install
	$(BIN)/mypy

contracts: install
	$(BIN)/lint-imports
	$(BIN)/manumit check collection
	MANUMIT_HOME=$$(mktemp -d) DJANGO_SETTINGS_MODULE=manumit.config.settings $(BIN)/python -m django makemigrations --check --dry-run

# The files that imports are measured on, e.g. BENCH_OVER=../laws; without them only citations are.
BENCH_OVER ?=

bench: install
	$(BIN)/manumit bench citations
ifneq ($(BENCH_OVER),)
	$(BIN)/manumit bench import --over $(BENCH_OVER)
else
	@echo "Skipped: the benchmark of imports (set BENCH_OVER to a folder of judgments and laws)."
endif

# For the oldest Python that pyproject.toml allows, 3.11.0, not for the one that happens to be here.
lock:
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-find-links --upgrade --python-version 3.11 \
		--extra bench --extra dev --extra postgresql --output-file requirements.lock pyproject.toml
