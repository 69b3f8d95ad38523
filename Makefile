# The commands of this repository. `make site` and `make test` set up what they need (.ci/setup).

PYTHON ?= python3
UV := uv==0.13.9
TOOLS := tests/tools

export PYTHON
.NOTPARALLEL:
.PHONY: help site serve check test test-long lock clean

help: ## show these lines
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile

site: ## make the handbook: pages in site/, sheets in site/print/
	@.ci/setup site
	.venv/bin/handbook build

serve: ## make the handbook, show it in the browser, and follow every change
	@.ci/setup site
	.venv/bin/handbook serve

check: ## look for mistakes in content/ without making anything
	@.ci/setup site
	.venv/bin/handbook check

test: ## run the tests of the generator
	@.ci/setup test
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/pytest -n logical --dist loadfile --no-loadscope-reorder

test-long: ## run what takes longer: thousands of drawn examples, commands ended in their midst
	@.ci/setup test
	.venv/bin/pytest -m long -n logical --dist worksteal

# uv reads no pip settings, so the hashes are those of the public releases, for every platform.
# One version of each package for all Pythons ("fewest"): all machines make the same pages.
LOCK := .cache/lock/bin/uv pip compile --quiet --no-config --generate-hashes \
	--universal --python-version 3.11 --fork-strategy fewest \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

# Appeals for money, with their addresses, are no part of what is pinned.
WITHOUT_FUNDING = const [file] = process.argv.slice(1), fs = require("fs"); \
	const lock = JSON.parse(fs.readFileSync(file)); \
	for (const name in lock.packages) delete lock.packages[name].funding; \
	fs.writeFileSync(file, JSON.stringify(lock, null, 2) + "\n")

lock: ## pin every package that pyproject.toml asks for (UPGRADE=1: newer releases)
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/pip install --quiet $(UV)
	$(LOCK) --group build --output-file requirements/build.txt
	$(LOCK) pyproject.toml --output-file requirements/site.txt
	$(LOCK) pyproject.toml --extra test --constraint requirements/site.txt \
		--output-file requirements/test.txt
	@.ci/setup test
	.venv/bin/npm install --prefix $(TOOLS) --package-lock-only --omit-lockfile-registry-resolved \
		--no-audit --no-fund $(if $(UPGRADE),--save-exact $(addsuffix @latest,yaml-language-server eslint @eslint/js))
	.venv/bin/node -e '$(WITHOUT_FUNDING)' $(TOOLS)/package-lock.json

clean: ## remove everything that was made here, the environment too
	rm -rf .venv .cache .schema .pytest_cache .ruff_cache .mypy_cache .hypothesis $(TOOLS)/node_modules
	find . -name __pycache__ -prune -exec rm -rf {} +
	find site -mindepth 1 ! -name .gitignore -delete
