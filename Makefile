# SPDX-License-Identifier: PostgreSQL
# poverty_ext: build with PGXS. `make help` lists what there is to do.
# An existing server: make && sudo make install && make installcheck   (PG_CONFIG=... picks the server)

EXTENSION = poverty_ext
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(EXTENSION).control)

# The rooms, in the order in which their SQL enters the install script: a room may use what stands before it. A room
# whose subjects fill several files has one name for each, which begins with its own.
ROOMS = sums rate line summary deprivation distribution inequality area change change_panel change_forms change_breaks change_target change_why survey survey_indices survey_replicates report report_source report_rate report_flow report_table report_refresh
# Tests that cross the rooms: sql/NAME.sql, expected/NAME.out.
CROSS_TESTS = sorting

MODULE_big = $(EXTENSION)
OBJS := $(patsubst %.c,%.o,$(sort $(wildcard src/*.c src/math/*.c)))
C_HEADERS := $(sort $(wildcard src/*.h src/math/*.h))
SQL_SCRIPT = $(EXTENSION)--$(EXTVERSION).sql
DATA_built = $(SQL_SCRIPT)
REGRESS = $(ROOMS) $(CROSS_TESTS)
# names and figures are written in UTF-8, whatever the encoding that the server takes for new databases
REGRESS_OPTS = --load-extension=$(EXTENSION) --encoding=UTF8
EXTRA_CLEAN = .build-flags

# Rates are the same to the last bit on every machine: no fused multiply-add, no -march.
# The server's headers are a system directory, so that only our own code is warned about;
# gcc's flags in the server's CFLAGS say nothing to clang.
PG_CPPFLAGS = -isystem $(includedir_server)
PG_CFLAGS = -std=gnu11 -ffp-contract=off -Wall -Wextra -Wshadow -Wvla -Wno-unused-parameter
PG_CFLAGS += $(if $(findstring clang,$(shell $(CC) --version)),-Wno-unknown-warning-option -Wno-ignored-optimization-argument)
PG_CFLAGS += $(if $(filter 1,$(WERROR)),-Werror)
# PostgreSQL 15 exports every symbol: our calls reach our own functions, whatever another extension calls its own.
SHLIB_LINK += -Wl,-Bsymbolic

# The scripts look for a server themselves when nobody named one, so PG_CONFIG's default stays out of their environment.
PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)

ifneq ($(wildcard $(PGXS)),)
include $(PGXS)

# After the include: before it, `override` would drop the flags that Makefile.global gives.
override BITCODE_CFLAGS += -ffp-contract=off

# Everything is built again when the server, the compiler or a flag changes.
BUILD_FLAGS = $(VERSION) $(CC) $(CPPFLAGS) $(CFLAGS) $(BITCODE_CFLAGS)
.build-flags: always
	@echo '$(BUILD_FLAGS)' | cmp -s - $@ || echo '$(BUILD_FLAGS)' >$@
$(OBJS) $(OBJS:.o=.bc): $(C_HEADERS) .build-flags Makefile
else
all install installcheck:
	@echo '$(PG_CONFIG) leads to no PGXS: install postgresql-server-dev-NN (apt), or name another server with PG_CONFIG=/path/to/pg_config; `make demo` and `make test` install what they need.' >&2; exit 1
clean:
	rm -f $(OBJS) $(OBJS:.o=.bc) $(EXTENSION).so $(SQL_SCRIPT) $(EXTRA_CLEAN)
endif

$(SQL_SCRIPT): $(ROOMS:%=src/%.sql) Makefile $(EXTENSION).control
	{ printf '%s\n' '\echo Use "CREATE EXTENSION $(EXTENSION)" to load this file. \quit'; cat $(ROOMS:%=src/%.sql); } >$@

demo:
	@bash examples/bac_kan/demo.sh

dashboard:
	@bash examples/superset/dashboard.sh

plots:
	@bash examples/plots/plot.sh

test:
	@bash test/run.sh

browser-test:
	@bash test/browser.sh

unit:
	@bash test/unit.sh

lint:
	@bash test/lint.sh

fuzz:
	@bash test/fuzz.sh

coverage:
	@bash test/coverage.sh

bench:
	@bash test/bench.sh

peers:
	@bash test/peers.sh

clients:
	@bash test/clients.sh

agreement:
	@bash test/agreement.sh

reference:
	@bash doc/reference/make.sh

signatures:
	@bash test/signatures.sh

# The archive that PGXN takes: the last commit, under the distribution's name and version.
DISTVERSION = $(shell sed -n 's/^   "version": "\(.*\)",$$/\1/p' META.json)
dist:
	git archive --format=zip --prefix=$(EXTENSION)-$(DISTVERSION)/ -o $(EXTENSION)-$(DISTVERSION).zip HEAD

deb:
	@bash test/package.sh

upgrade-test:
	@bash test/upgrade.sh

list-regress:
	@echo $(REGRESS)

help:
	@echo 'make demo          install what is missing, build, and print the Bac Kan report from a throw-away cluster (KEEP=1 leaves it running)'
	@echo 'make dashboard     the same data as a dashboard in Apache Superset, which it installs from PyPI; prints its address and login (KEEP=1, DASHBOARD_PORT)'
	@echo 'make plots         draw the Lorenz curve and the growth incidence curve of the demo again (examples/plots/*.svg)'
	@echo 'make test          install what is missing, build, and run every test; ends in "N passed, N failed"'
	@echo 'make browser-test  the dashboard in a headless Chromium: charts, figures, filters; keeps screenshots'
	@echo 'make               build for an installed server (PG_CONFIG=/path/to/pg_config picks one; WERROR=1 stops at warnings)'
	@echo 'make install       copy the extension into that server (as root, or with sudo)'
	@echo 'make installcheck  run pg_regress against that server while it runs (PGHOST, PGPORT, PGUSER)'
	@echo 'make unit          the unit tests of src/math alone (SANITIZE=address,undefined adds the sanitizers)'
	@echo 'make lint          warnings as errors on gcc and clang, clang-tidy, clang-format, shellcheck, licence lines'
	@echo 'make fuzz          inputs that nobody means well, 60 seconds a target (SECONDS, SEED, PARTS); ends in "N passed, N failed"'
	@echo 'make coverage      which branches the tests take, by file, and those that none takes, with the reason (PARTS, TAP, MATH_LEAST, GLUE_LEAST)'
	@echo 'make bench         times beside plain SQL for the same answer (ROWS, RUNS)'
	@echo 'make peers         installs R with laeken and survey, and holds our measures and indices against theirs'
	@echo 'make agreement     the same for standard errors, with R and survey; writes doc/agreement.md'
	@echo 'make clients       installs psycopg, SQLAlchemy, node-postgres, JDBC, ODBC, R and LibreOffice, and tests what each sees (CLIENTS picks some)'
	@echo 'make reference    writes doc/reference.md again, from the comments of the catalog and the examples in doc/reference'
	@echo 'make signatures    writes down every SQL signature of the version that is being made (test/signatures)'
	@echo 'make dist          the archive of the last commit for PGXN: $(EXTENSION)-$(DISTVERSION).zip'
	@echo 'make deb           builds, checks and installs the Debian package of the last commit in a new Debian (as root)'
	@echo 'make upgrade-test  pg_upgrade of stored values from PostgreSQL 15 to 17 to 18, in chroots (as root)'
	@echo 'make clean         remove what the build made'

always:
.PHONY: all install installcheck clean demo dashboard plots test browser-test unit lint fuzz coverage bench peers clients agreement reference signatures dist deb upgrade-test list-regress help always
