#!/bin/sh
# Makes what one deployment's Redis needs for TLS: FOLDER/ca.crt, an authority of its own, which the services are told to trust and nothing else;
# FOLDER/redis.crt and FOLDER/redis.key, the server's. The authority's key is thrown away, so that nobody can have it make another server's.
# Usage: make-certificates.sh FOLDER [NAME...]
#
# NAME  how the server is called, besides redis, localhost and 127.0.0.1: NAME or an address.
#
# What is there stays until a month before it expires (after 825 days); then all of it is made anew, and Redis and the services must be started again.
set -eu
umask 077
folder=${1:?usage: make-certificates.sh FOLDER [NAME...]}
shift
mkdir -p "$folder"
month=2592000
if [ -s "$folder/redis.key" ] && [ -s "$folder/ca.crt" ] && openssl x509 -in "$folder/redis.crt" -noout -checkend "$month" >/dev/null 2>&1; then
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
names='DNS:redis,DNS:localhost,IP:127.0.0.1'
for name in "$@"; do
    case "$name" in
        *:*) names="$names,IP:$name" ;;
        *[!0-9.]*) names="$names,DNS:$name" ;;
        *) names="$names,IP:$name" ;;
    esac
done
cat >"$work/openssl.cnf" <<END
[req]
distinguished_name = subject
prompt = no
[subject]
CN = redis
[authority]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = $names
END
new="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config $work/openssl.cnf"
# shellcheck disable=SC2086
openssl req -x509 $new -extensions authority -days 825 -subj '/CN=ThesisApp deployment' -keyout "$work/ca.key" -out "$work/ca.crt" 2>"$work/log" &&
    openssl req $new -keyout "$work/redis.key" -out "$work/redis.csr" 2>>"$work/log" &&
    openssl x509 -req -in "$work/redis.csr" -CA "$work/ca.crt" -CAkey "$work/ca.key" -CAcreateserial -days 825 -extfile "$work/openssl.cnf" -extensions server -out "$work/redis.crt" 2>>"$work/log" ||
    { cat "$work/log" >&2; exit 1; }
rm -f "$folder/ca.crt" "$folder/redis.crt" "$folder/redis.key"
mv "$work/ca.crt" "$work/redis.crt" "$work/redis.key" "$folder/"
