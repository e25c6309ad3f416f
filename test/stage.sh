# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# stage.sh (sourced; wants steps.sh's WORK and need.sh's PG_CONFIG): builds the extension and installs it into a private
# copy of the server's files under WORK, so that neither root rights nor the machine's own server are touched, and runs
# at the same time cannot disturb each other. PostgreSQL finds its files relative to its programs; so the programs are
# copied, and the rest are symbolic links.
# SANITIZE=undefined (or address,undefined) builds the extension with UBSan; ASan needs a server built with it, whose
# flags PGXS hands on: doc/contributing.md.
# VALGRIND=FILE runs the server under valgrind; FILE has its suppressions (src/tools/valgrind.supp of its source).

SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_extension()
{
	local flags=()
	# in place, unless the project cannot be written to or the objects are of a special kind
	if [ ! -w "$SOURCE" ] || [ -n "${SANITIZE:-}" ]; then
		mkdir "$WORK/source"
		cp -R "$SOURCE"/{Makefile,poverty_ext.control,src,sql,expected} "$WORK/source"
		BUILD=$WORK/source
		find "$BUILD/src" -name '*.o' -delete -o -name '*.bc' -delete
	else
		BUILD=$SOURCE
	fi
	export BUILD
	case ${SANITIZE:-} in
	*undefined*)
		flags=(with_llvm=no SHLIB_LINK=-fsanitize=undefined
			"COPT=-fsanitize=undefined,float-cast-overflow -fno-sanitize-recover=all -fno-sanitize=alignment -fno-wrapv")
		;;
	esac
	make -s -C "$BUILD" -j2 PG_CONFIG="$PG_CONFIG" "${flags[@]}" all
	stage_server
	make -s -C "$BUILD" PG_CONFIG="$PG_CONFIG" DESTDIR="$STAGE" "${flags[@]}" install
}

stage_server()
{
	local bin lib share
	bin=$("$PG_CONFIG" --bindir)
	lib=$("$PG_CONFIG" --pkglibdir)
	share=$("$PG_CONFIG" --sharedir)
	STAGE=$WORK/server
	PG_BIN=$STAGE$bin
	mkdir -p "$PG_BIN" "$STAGE$lib" "$STAGE$share"
	cp -RL "$bin/." "$PG_BIN"
	cp -Rs "$lib/." "$STAGE$lib"
	cp -Rs "$share/." "$STAGE$share"
	# an installed poverty_ext is not the one to test
	rm -rf "$STAGE$lib"/poverty_ext* "$STAGE$lib"/bitcode/poverty_ext* "$STAGE$share"/extension/poverty_ext*
	[ -z "${VALGRIND:-}" ] || wrap_in_valgrind
	export PG_BIN
}

# What valgrind finds goes to the server's log. Making a cluster's files is not watched: it runs nothing of ours.
wrap_in_valgrind()
{
	need_tools valgrind
	cp "$VALGRIND" "$WORK/valgrind.supp"
	mv "$PG_BIN/postgres" "$PG_BIN/postgres.bin"
	cat >"$PG_BIN/postgres" <<-SCRIPT
		#!/bin/bash
		case \${1:-} in
		--boot | --check | --single | -V) exec "$PG_BIN/postgres.bin" "\$@" ;;
		esac
		exec valgrind --quiet --leak-check=no --trace-children=yes \\
			--suppressions="$WORK/valgrind.supp" "$PG_BIN/postgres.bin" "\$@"
	SCRIPT
	chmod +x "$PG_BIN/postgres"
}
