# sh server.sh start PORT, sh server.sh stop: a server of PostgreSQL, as anybody but root may run one.
set -eu
target=$PWD/target
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case $1 in
start)
  home=$(mktemp -d)
  if [ "$(id -u)" = 0 ]; then chown postgres "$home"; fi
  echo "$home" > "$target/server"
  cd "$home"
  as "$bin/initdb" -D "$home/data" -U its -A trust -E UTF8 --no-locale --no-sync > /dev/null
  as "$bin/pg_ctl" -D "$home/data" -w -l "$home/log" start \
    -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" > /dev/null
  ;;
stop)
  home=$(cat "$target/server")
  pid=$(head -n 1 "$home/data/postmaster.pid")
  cd "$home"
  as "$bin/pg_ctl" -D "$home/data" -m immediate -w stop > /dev/null
  rm -r "$home" "$target/server"
  echo "$pid" >> "$target/stopped"
  ;;
esac
