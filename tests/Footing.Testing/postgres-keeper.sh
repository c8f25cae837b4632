#!/bin/sh
# Keeps one PostgreSQL server for PostgresCluster.cs: postgres-keeper.sh PROGRAMS FOLDER
# Reads a word a line and answers each with one line, "ok ..." or "failed". When its input ends, for whatever reason
# (the tests are done, have crashed or were killed), it stops the server and deletes the folder.
#   make         makes the folder and an empty cluster in it
#   start PORT   starts the server, and answers with its process id once it takes connections
#   stop HOW     INT waits for what is under way to be rolled back, QUIT does not wait
programs=$1 folder=$2 server=

# What ends the tests must not end this first: neither a signal to their whole group, where there is setsid to leave it,
# nor Ctrl+C, nor an answer that nobody reads any more.
if [ "${3:-}" != apart ] && command -v setsid >/dev/null; then exec setsid sh "$0" "$1" "$2" apart; fi
trap '' HUP INT QUIT TERM PIPE
cd / || exit

# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=postgres --regid=postgres --init-groups"; else as=; fi
# A killed keeper takes the server with it. Only Linux knows this.
if setpriv --pdeathsig QUIT true 2>/dev/null; then tied="setpriv --pdeathsig QUIT"; else tied=; fi

make() {
  mkdir -m 700 "$folder" || return
  if [ -n "$as" ]; then chown postgres:postgres "$folder" || return; fi
  # Not flushed to disk: an empty cluster is easily made again. What the tests write is.
  $as "$programs/initdb" -D "$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync \
    >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; return 1; }
}

start() {
  $as $tied "$programs/postgres" -D "$folder/data" -p "$1" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories="$folder" \
    -c fsync=on -c synchronous_commit=on -c full_page_writes=on \
    -c shared_buffers=16MB -c max_connections=100 -c max_wal_size=128MB -c jit=off >>"$folder/server.log" 2>&1 &
  server=$!
  # A minute at most.
  for _ in $(seq 3000); do
    kill -0 "$server" 2>/dev/null || break
    if grep -qsx "$server" "$folder/data/postmaster.pid" && grep -qs '^ready' "$folder/data/postmaster.pid"; then return 0; fi
    sleep 0.02
  done
  tail -n 5 "$folder/server.log" >&2
  stop QUIT
  return 1
}

stop() {
  [ -n "$server" ] || return 0
  kill -s "$1" "$server" 2>/dev/null
  wait "$server"
  server=
}

while read -r word argument; do
  case $word in
    make) if make; then echo ok; else echo failed; fi ;;
    start) if start "$argument"; then echo "ok $server"; else echo failed; fi ;;
    stop) stop "$argument"; echo ok ;;
    *) echo failed ;;
  esac
done
stop QUIT
rm -rf "$folder"
