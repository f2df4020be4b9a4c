# What contributors and CI run. `make` alone lists it.

PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo format lint test bench docs data lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(READY)  ## Create .venv with everything; does nothing when nothing changed

$(READY): pyproject.toml requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Bartizan needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -c 'import platform; print(platform.python_version())' 2>/dev/null || echo missing)." >&2; \
	  echo "Install one and name it: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || $(PYTHON) -m venv --clear $(VENV) || { \
	  echo "The virtual environment could not be made; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Installing what requirements/dev.txt pins into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src/bartizan     # so that the first scan is as quick as the second
	@touch $@
	@echo "Ready: $(BIN)/bartizan"

demo: setup  ## Scan examples/shop, a shop with chained weaknesses
	@$(BIN)/bartizan scan examples/shop; code=$$?; \
	if [ $$code -eq 1 ]; then \
	  echo "Exit code 1: there are findings, as there should be; examples/shop is weak on purpose."; \
	else \
	  echo "Exit code $$code, where 1 (findings) was expected." >&2; exit 1; \
	fi

format: setup  ## Format the code and apply the safe fixes
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint: setup  ## Style, types, layers and docstrings; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/interrogate --quiet src/bartizan tools
	$(BIN)/mypy
	$(BIN)/pyright

test: setup lint  ## Everything CI runs: lint, then all tests
	$(BIN)/pytest -n $(JOBS)

bench: setup  ## Measure speed and memory beside other scanners, where those can be installed
	$(BIN)/python -m bench

docs: setup  ## Generate the reference of kinds, rules and sources, and build the site
	$(BIN)/python -m tools.docs

data: setup  ## Refresh the lists of cloud permissions; DATASET=CLONE of iann0036/iam-dataset for policies and roles
	$(BIN)/python -m tools.aws_actions
	$(if $(DATASET),$(BIN)/python -m tools.aws_policies $(DATASET) && $(BIN)/python -m tools.azure_roles $(DATASET) && $(BIN)/python -m tools.gcp_roles $(DATASET)/gcp/roles)

lock: setup  ## Pin and hash the dependencies anew; `make lock ARGS=--upgrade` takes the newest
	$(BIN)/python -m tools.lock $(ARGS)

clean:  ## Remove what was built, and .venv
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
