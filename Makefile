# How Reader is set up, tested and installed; `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?= seeds
FILTER ?=
DATA ?=
COUNT ?= 20000
SECONDS ?= 60
SANITIZERS ?= address thread
GENERATOR ?=

PROGRAM = .build/program/release/reader
SWIFT_FILES = Package.swift Sources Tests Tools Benchmarks Fuzz

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build test try install uninstall lint format docs check-install bench bench-bidi bench-feeds \
  train eval eval-linking fuzz sanitize clean
MAKEFLAGS += --no-print-directory

help: ## List the targets
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) \
	  | while IFS='|' read -r name text; do printf '%-16s %s\n' "$$name" "$$text"; done

run: build ## Install what is missing, build, and open seeds/ (or ARGS="PATH ...")
	@$(PROGRAM) $(ARGS)

build: ## Build the program in release
	@Tools/setup/prepare build
	@Tools/setup/build

test: ## Check the formatting and run all tests (or FILTER=PATTERN)
	@Tools/setup/prepare build test
	@Tools/setup/test "$(FILTER)"

try: ## Build in debug mode, and run the tests that match FILTER=PATTERN
	@Tools/setup/prepare build test
	@swift test --scratch-path .build/try -Xcxx -DNDEBUG --disable-xctest --filter "$(FILTER)"

install: ## Build and install to PREFIX (default /usr/local), under DESTDIR if given
	@Tools/setup/install "$(PREFIX)" "$(DESTDIR)"

uninstall: ## Remove what install put under PREFIX
	@Tools/setup/uninstall "$(PREFIX)" "$(DESTDIR)"

lint: ## Check the formatting of every Swift source
	@Tools/setup/prepare
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## Bring every Swift source into the project's formatting
	@Tools/setup/prepare
	@swift format format --in-place --parallel --recursive $(SWIFT_FILES)

docs: ## Build the documentation of the source code in .build/docs
	@Tools/setup/prepare build
	@Tools/setup/docs

check-install: ## Install to a temporary folder and try the installed program
	@Tools/setup/prepare build check
	@Tools/setup/check-install

bench: build ## Measure import, start, keys and searches on COUNT articles, against other programs
	@Tools/setup/prepare peers
	@Tools/bench/bench.py $(PROGRAM) $(COUNT) $(GENERATOR)

bench-feeds: build ## Fetch 1,000 feeds of a server of its own, twice, beside newsboat
	@Tools/setup/prepare peers
	@Tools/bench/feeds.py $(PROGRAM)

bench-bidi: ## Lay out 10 MB of Arabic, against FriBidi in the same run
	@Tools/setup/prepare build bench
	@swift run -c release --package-path Benchmarks BidiBenchmark

train: ## Train the models that find names on DATA (a folder of corpora)
	@Tools/setup/prepare build
	@Tools/tagger/train.sh "$(DATA)"
	@Tools/names/train.sh "$(DATA)"

eval: ## Score the models that find names on DATA (a folder of corpora)
	@Tools/setup/prepare build
	@Tools/tagger/evaluate.sh "$(DATA)"

eval-linking: ## Train the edit costs on DATA/linking again, and print how often they find a name
	@Tools/setup/prepare
	@Tools/linking/evaluate.sh "$(DATA)"

fuzz: ## Fuzz what reads foreign bytes, each target for SECONDS (60 by default)
	@Tools/setup/prepare build
	@Tools/setup/fuzz "$(SECONDS)"

sanitize: ## Run the tests (or FILTER=PATTERN) under the address and thread sanitizers
	@Tools/setup/prepare build test
	@Tools/setup/sanitize "$(FILTER)" $(SANITIZERS)

clean: ## Remove everything that was built
	@rm -rf .build
