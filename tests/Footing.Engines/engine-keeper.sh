#!/bin/sh
# Keeps one browser engine for Keeper.cs: engine-keeper.sh FOLDER SCREEN PROGRAM ARGUMENT...
# Starts the program with the folder as its home; with SCREEN=virtual on a screen of its own that nobody sees. Answers with one line, "ok" or "failed". When its input ends, for whatever reason (the test is done, has
# failed, has crashed or was killed), it ends all that it started and deletes the folder.

# What ends the tests must not end this first: neither a signal to their whole group nor Ctrl+C, nor an answer that nobody
# reads any more.
if [ "${FOOTING_KEEPER:-}" != apart ]; then FOOTING_KEEPER=apart exec setsid sh "$0" "$@"; fi
trap '' HUP INT QUIT TERM PIPE
folder=$1 screen=$2 program= display=
shift 2

# A killed keeper takes them with it.
if setpriv --pdeathsig KILL true 2>/dev/null; then tied="setpriv --pdeathsig KILL"; else tied=; fi

# Runs a program in a group of its own, so that it can be ended with all that it has started.
run() { (trap - HUP INT QUIT TERM PIPE && exec $tied setsid "$@") </dev/null >>"$folder/log" 2>&1 & }

end() {
  for signal in TERM KILL; do
    for group in $program $display; do kill -s "$signal" -- "-$group" 2>/dev/null; done
    for _ in $(seq 50); do
      alive=
      for group in $program $display; do kill -0 -- "-$group" 2>/dev/null && alive=1; done
      [ -n "$alive" ] || break 2
      sleep 0.1
    done
  done
  wait
  rm -rf "$folder"
}

start() {
  cd "$folder" || return
  # Nothing of the person's own who tests is read or written.
  export HOME="$folder" XDG_RUNTIME_DIR="$folder" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache" XDG_DATA_HOME="$folder/data"
  # No bus and no settings of a desktop.
  export DBUS_SESSION_BUS_ADDRESS=disabled: GSETTINGS_BACKEND=memory GIO_USE_VFS=local NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1
  unset WAYLAND_DISPLAY
  if [ "$screen" = virtual ]; then
    # It takes the first port that is free and prints it.
    run Xvfb -displayfd 3 -screen 0 800x900x24 -nolisten tcp 3>number
    display=$!
    for _ in $(seq 300); do [ ! -s number ] || break; sleep 0.1; done
    [ -s number ] || return
    export DISPLAY=":$(cat number)" GDK_BACKEND=x11
  fi
  run "$@"
  program=$!
}

if start "$@"; then echo ok; else echo failed; fi
while read -r _; do :; done
end
