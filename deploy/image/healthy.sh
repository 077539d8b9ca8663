#!/usr/bin/env bash
# The images' health checks, with what is in them anyway: bash, and no curl.
#   healthy web PORT        the service answers /health with 200
#   healthy store [PORT]    a process of this container holds a connection to Redis (6379): an agent that has none cannot work
set -u
case "${1:-}" in
    web)
        exec 3<>"/dev/tcp/127.0.0.1/$2" || exit 1
        printf 'GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
        read -r -t 3 _ status _ <&3
        [ "$status" = 200 ]
        ;;
    store)
        # Columns of /proc/net/tcp: number, own address:port, the other's, state (01: established); ports are hexadecimal.
        port=$(printf ':%04X' "${2:-${REDIS_PORT:-6379}}")
        while read -r _ _ other state _; do
            case "$other" in *"$port") [ "$state" = 01 ] && exit 0 ;; esac
        done < <(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null)
        exit 1
        ;;
    *) echo "usage: healthy web PORT | store [PORT]" >&2; exit 2 ;;
esac
