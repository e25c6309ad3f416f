# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# steps.sh (sourced): a work directory, and numbered steps whose output goes to a log each. When a step fails, the end
# of its log is printed and the script ends with its status. Every run is quiet about the caller's own settings:
# locale, psqlrc and PG* variables.
#   steps_begin N         N steps will follow; sets WORK, a directory that the server's user can enter
#   step 'what it does'   announces the step; from here to the next step or steps_end, output goes to its log
#   say 'text'            tells the user something in the middle of a step
#   steps_end             output goes to the user again
# A script may define at_exit STATUS, which runs before WORK is removed.

export LC_ALL=C.UTF-8 PGCLIENTENCODING=UTF8
for variable in "${!PG@}"; do
	case $variable in
	PG_* | PGCLIENTENCODING) ;;
	*) unset "$variable" ;;
	esac
done
unset variable MAKEFLAGS MFLAGS MAKELEVEL
umask 022

STEP=
STEP_NUMBER=0
WORK=

# Who runs the server: it refuses root.
server_user()
{
	if [ "$(id -u)" -ne 0 ]; then
		id -un
	elif id -u postgres >/dev/null 2>&1; then
		echo postgres
	else
		echo nobody
	fi
}

as_server()
{
	if [ "$(id -u)" -eq 0 ]; then
		(cd "$WORK" && exec runuser -u "$(server_user)" -- "$@")
	else
		(cd "$WORK" && exec "$@")
	fi
}

# A directory that the server's user can enter and run programs in (/tmp may be mounted noexec), with a name short
# enough for a socket's (107 bytes).
make_work_directory()
{
	local base
	for base in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
		[ "${#base}" -le 60 ] || continue
		WORK=$(mktemp -d "$base/poverty_ext.XXXXXX" 2>/dev/null) || continue
		chmod 755 "$WORK"
		cp /bin/true "$WORK/probe"
		if as_server "$WORK/probe" 2>/dev/null; then
			rm "$WORK/probe"
			return 0
		fi
		rm -rf "$WORK"
		WORK=
	done
	echo "No work directory: user $(server_user) can run programs under none of ${TMPDIR:-/tmp}, /tmp, /var/tmp; set TMPDIR to a directory where it can." >&2
	return 1
}

steps_begin()
{
	STEPS=$1
	exec 3>&1 4>&2
	trap 'steps_exit $?' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	trap 'exit 129' HUP
	make_work_directory
}

step()
{
	STEP=$1
	STEP_NUMBER=$((STEP_NUMBER + 1))
	STEP_LOG=$WORK/step$STEP_NUMBER.log
	echo "[$STEP_NUMBER/$STEPS] $STEP" >&3
	exec >"$STEP_LOG" 2>&1
}

say()
{
	echo "      $*" >&3
}

steps_end()
{
	STEP=
	exec >&3 2>&4
}

steps_exit()
{
	local status=$1
	trap '' INT TERM HUP
	trap - EXIT
	set +e
	exec >&3 2>&4
	if [ "$status" -ne 0 ] && [ -n "$STEP" ]; then
		echo
		echo "Failed in step $STEP_NUMBER of $STEPS: $STEP (exit status $status). The end of what it said:"
		tail -n 40 "$STEP_LOG" | sed 's/^/    /'
	fi
	if declare -F at_exit >/dev/null; then
		at_exit "$status" || status=$?
	fi
	if [ -n "$WORK" ] && [ -z "${KEEP_WORK:-}" ]; then
		rm -rf "$WORK"
	fi
	exit "$status"
}
