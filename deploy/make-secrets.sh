#!/usr/bin/env bash
# Makes the secrets of one deployment for docker-compose.yaml: Redis's users (deploy/redis/make-users.sh) and the connection
# strings of the services. What is there stays, but the users' rights, which are those of this version; Redis reads them when it starts.
# New passwords: delete the folder, run this, and bring everything up again.
# Usage: make-secrets.sh [FOLDER]   (deploy/secrets, unless it is named)
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$here/secrets}
sh "$here/redis/make-users.sh" "$folder"
. "$folder/users.env"
rm -f "$folder/redis-agent" "$folder/redis-orchestrator"
printf 'redis:6379,user=agent,password=%s' "$REDIS_AGENT_PASSWORD" >"$folder/redis-agent"
printf 'redis:6379,user=orchestrator,password=%s' "$REDIS_ORCHESTRATOR_PASSWORD" >"$folder/redis-orchestrator"

# Compose mounts these files as they are, and the services are other users than this one: the folder keeps others of this machine out, not the files.
chmod 700 "$folder"
chmod 444 "$folder/users.acl" "$folder/redis-agent" "$folder/redis-orchestrator"
echo "the secrets are in $folder"
