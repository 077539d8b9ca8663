#!/usr/bin/env bash
# Makes the secrets of one deployment for docker-compose.yaml: Redis's users (deploy/redis/make-users.sh), its certificate (deploy/redis/make-certificates.sh)
# and the connection strings of the services. What is there stays, but the users' rights, which are those of this version, and certificates that are about
# to expire; Redis reads both when it starts.
# New passwords: delete the folder, run this, and bring everything up again.
# Usage: make-secrets.sh [FOLDER]   (deploy/secrets, unless it is named)
#
# TLS  on (default), or off for a Redis that does not encrypt, such as that of the Kubernetes overlays: no certificates, and no ssl=true.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$here/secrets}
sh "$here/redis/make-users.sh" "$folder"
. "$folder/users.env"
rm -f "$folder/redis-agent" "$folder/redis-orchestrator" "$folder/redis-steward"
address=redis:6379,ssl=true
case "${TLS:-on}" in
    on) sh "$here/redis/make-certificates.sh" "$folder" ;;
    off) address=redis:6379 ;;
    *) echo "TLS is '$TLS'; write on or off." >&2; exit 2 ;;
esac
printf '%s,user=agent,password=%s' "$address" "$REDIS_AGENT_PASSWORD" >"$folder/redis-agent"
printf '%s,user=orchestrator,password=%s' "$address" "$REDIS_ORCHESTRATOR_PASSWORD" >"$folder/redis-orchestrator"
# For a pool that keeps runs apart (ConnectionStrings:redisUsers); docker-compose.yaml has none, and does not hand it out.
printf '%s,user=steward,password=%s' "$address" "$REDIS_STEWARD_PASSWORD" >"$folder/redis-steward"

# Compose mounts these files as they are, and the services are other users than this one: the folder keeps others of this machine out, not the files.
chmod 700 "$folder"
chmod 444 "$folder/users.acl" "$folder/redis-agent" "$folder/redis-orchestrator" "$folder/redis-steward"
if [ "$address" != redis:6379 ]; then chmod 444 "$folder/ca.crt" "$folder/redis.crt" "$folder/redis.key"; fi
echo "the secrets are in $folder"
