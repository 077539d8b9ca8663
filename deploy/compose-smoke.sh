#!/usr/bin/env bash
# Brings docker-compose.yaml up for real and holds it to what it promises: builds the images, starts 5 agents, writes the sample through the published
# port, kills an agent's container in the middle of a task, compares every document with a local run, tries what agents must not reach, takes all down.
# Ends with 0 if all was as it must be, 1 if not, 2 if something is missing here.
#
# BASE_IMAGE   an image with .NET 10's ASP.NET runtime and bash. Unset: one is made on the spot of Debian (debootstrap, as root), this machine's .NET
#              and Debian's redis-server, where no registry can be reached.
# REDIS_IMAGE  Redis 7 or later; unset: BASE_IMAGE if redis-server is in it, else the default of docker-compose.yaml.
# SDK_IMAGE    an image with .NET 10's SDK: builds from the sources in it. Unset: of binaries that this machine publishes.
# SKIP_PUBLISH set: take what was published last.
# AGENTS       5
#
# Where no Docker engine answers, dockerd is started for as long as this runs (as root), with data in a temporary folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
cd "$root"
PATH=$PATH:/usr/sbin:/sbin
work=$(mktemp -d /tmp/thesis-smoke-XXXXXX)
daemon='' writer='' up='' failures=0
export DOCKER_BUILDKIT=${DOCKER_BUILDKIT:-0} COMPOSE_DOCKER_CLI_BUILD=0 COMPOSE_PROJECT_NAME=thesis-smoke-$$
export AGENTS=${AGENTS:-5} AGENT_PACE=${AGENT_PACE:-00:00:00.300} SECRETS=$work/secrets
export AGENT_IMAGE=thesis-agent:smoke-$$ ORCHESTRATOR_IMAGE=thesis-orchestrator:smoke-$$
# Any free port of this machine.
export BIND=127.0.0.1 PORT=

say() { printf '%4ds  %s\n' "$SECONDS" "$*"; }
missing() { echo "$*" >&2; exit 2; }
check() { if [ "$1" = 0 ]; then say "ok      $2"; else say "FAILED  $2"; failures=$((failures + 1)); fi; }
holds() { local what=$1 code=0; shift; "$@" >/dev/null 2>&1 || code=$?; check "$code" "$what"; }
refused() { local what=$1 code=0; shift; "$@" >/dev/null 2>&1 && code=1; check "$code" "$what"; }
compose() {
    if docker compose version >/dev/null 2>&1; then docker compose -f "$here/docker-compose.yaml" "$@"; else docker-compose -f "$here/docker-compose.yaml" "$@"; fi
}

finish() {
    local code=$?
    trap - EXIT
    if [ -n "$writer" ]; then kill "$writer" 2>/dev/null || true; fi
    if [ -n "$up" ]; then
        if [ "$code" != 0 ]; then compose logs --tail 20 2>&1 || true; fi
        compose down --volumes --remove-orphans >"$work/down.log" 2>&1 || { cat "$work/down.log"; code=1; }
        local left
        left=$(docker ps --all --quiet --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | wc -l)
        say "taken down: $left containers left"
        [ "$left" = 0 ] || code=1
        docker image rm "$AGENT_IMAGE" "$ORCHESTRATOR_IMAGE" >/dev/null 2>&1 || true
    fi
    if [ -n "$daemon" ]; then
        kill "$daemon" && wait "$daemon" || true
        say "stopped dockerd"
    fi
    rm -rf "$work"
    if [ "$code" = 0 ]; then say "all as it must be"; else say "NOT as it must be: exit code $code"; fi
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

for program in docker dotnet curl diff; do command -v "$program" >/dev/null || missing "$program is not here."; done
docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null || missing "Neither 'docker compose' nor docker-compose is here."

# --- the engine
if ! docker info >/dev/null 2>&1; then
    [ "$(id -u)" = 0 ] && command -v dockerd >/dev/null || missing "No Docker engine answers, and dockerd is not here or may not be started by this user."
    export DOCKER_HOST=unix://$work/docker.sock
    # Without the default bridge: compose makes networks of its own, and nothing is built over a network.
    dockerd --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/pid" -H "$DOCKER_HOST" --bridge none --log-level error >"$work/dockerd.log" 2>&1 &
    daemon=$!
    for _ in $(seq 100); do docker info >/dev/null 2>&1 && break; kill -0 "$daemon" 2>/dev/null || break; sleep 0.3; done
    docker info >/dev/null 2>&1 || { cat "$work/dockerd.log" >&2; missing "dockerd does not work on this machine."; }
    say "started dockerd $(docker version --format '{{.Server.Version}}')"
else
    say "a Docker engine is there: $(docker version --format '{{.Server.Version}}')"
fi

# --- the base image
if [ -z "${BASE_IMAGE:-}" ]; then
    [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null || missing "BASE_IMAGE is not set, and to make one takes debootstrap and root."
    debootstrap --variant=minbase --include=ca-certificates,libssl3,libstdc++6,zlib1g,redis-server bookworm "$work/root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/debootstrap.log" 2>&1 \
        || { tail -n 20 "$work/debootstrap.log" >&2; missing "debootstrap failed."; }
    runtime=$(dirname "$(readlink -f "$(command -v dotnet)")")
    mkdir -p "$work/root/usr/share/dotnet" "$work/root/data"
    cp -a "$runtime/dotnet" "$runtime/host" "$runtime/shared" "$work/root/usr/share/dotnet/"
    ln -sf ../share/dotnet/dotnet "$work/root/usr/bin/dotnet"
    chown 999:999 "$work/root/data"
    rm -rf "$work/root/var/cache/apt" "$work/root/var/lib/apt/lists"
    export BASE_IMAGE=thesis-base:smoke
    tar -C "$work/root" -c . | docker import --message "Debian, .NET, Redis" - "$BASE_IMAGE" >/dev/null
    rm -rf "$work/root"
    say "made a base image: $(docker image inspect --format '{{.Size}}' "$BASE_IMAGE" | awk '{printf "%d MB", $1 / 1e6}')"
fi
export BASE_IMAGE
if [ -z "${REDIS_IMAGE:-}" ] && docker run --rm --network none --entrypoint sh "$BASE_IMAGE" -c 'command -v redis-server' >/dev/null 2>&1; then
    export REDIS_IMAGE=$BASE_IMAGE
fi

# --- the images
REVISION=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
CREATED=$(date -u +%Y-%m-%dT%H:%M:%SZ)
export REVISION CREATED
if [ -n "${SDK_IMAGE:-}" ]; then
    export SDK_IMAGE PREBUILT=''
else
    export PREBUILT=-prebuilt
    if [ -z "${SKIP_PUBLISH:-}" ]; then
        bash "$here/publish.sh" >"$work/publish.log" 2>&1 || { tail -n 30 "$work/publish.log" >&2; exit 1; }
        say "done: $(head -n 1 "$work/publish.log")"
    fi
fi
compose build >"$work/build.log" 2>&1 || { tail -n 30 "$work/build.log" >&2; exit 1; }
size() { docker image inspect --format '{{.Size}}' "$1"; }
for image in "$AGENT_IMAGE" "$ORCHESTRATOR_IMAGE"; do
    say "built $image: $((($(size "$image") - $(size "$BASE_IMAGE")) / 1000000)) MB on its base image"
done

label() { docker image inspect --format "{{index .Config.Labels \"$2\"}}" "$1"; }
for image in "$AGENT_IMAGE" "$ORCHESTRATOR_IMAGE"; do
    check "$([ "$(label "$image" org.opencontainers.image.revision)" = "$REVISION" ] && [ -n "$(label "$image" org.opencontainers.image.title)" ] && [ "$(label "$image" org.opencontainers.image.licenses)" = MIT ]; echo $?)" "$image says what it is, and of which revision"
    packages=$(docker run --rm --network none --entrypoint /bin/bash "$image" -c 'cat "$1"' bash "$(label "$image" thesisapp.sbom)" 2>/dev/null | grep -c '"purl": *"pkg:nuget/') || true
    check "$([ "$packages" -gt 20 ]; echo $?)" "its bill of materials names $packages packages"
done

# --- a local run to compare with
dotnet build src/ThesisApp.Cli -c Release -v quiet --nologo >"$work/cli.log" 2>&1 || { tail -n 30 "$work/cli.log" >&2; exit 1; }
thesis() { dotnet run --no-build -c Release --project src/ThesisApp.Cli -- "$@"; }
thesis generate samples/git-storage/thesis.yaml --output "$work/local" >"$work/local.log" 2>&1 || { cat "$work/local.log" >&2; exit 1; }
say "local run: $(grep -E 'the run succeeded' "$work/local.log")"

# --- up
bash "$here/make-secrets.sh" "$SECRETS" >/dev/null
up=yes
began=$SECONDS
compose up -d >"$work/up.log" 2>&1 || { cat "$work/up.log" >&2; exit 1; }
url=http://$(compose port orchestrator 8080)
for _ in $(seq 300); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$url/health")" = 200 ] && [ "$(curl -s "$url/api/agents" | grep -o '"processId"' | wc -l)" -ge "$AGENTS" ] && break
    sleep 0.2
done
agents=$(curl -s "$url/api/agents" | grep -o '"processId"' | wc -l)
say "up after $((SECONDS - began)) s: $url answers $(curl -s "$url/health"), $agents agents"
check "$([ "$agents" = "$AGENTS" ]; echo $?)" "there are as many agents as AGENTS says"

# --- what an agent is denied
agent=$(compose ps -q agent | head -n 1)
in_agent() { docker exec "$agent" /bin/bash -c "$1"; }
holds "an agent is user 1654" in_agent '[ "$(id -u)" = 1654 ]'
holds "an agent has no capabilities and can get none" in_agent 'grep -q "^CapEff:.*0000000000000000$" /proc/1/status && grep -q "^CapBnd:.*0000000000000000$" /proc/1/status && grep -q "^NoNewPrivs:.*1$" /proc/1/status'
refused "an agent cannot write outside /tmp" in_agent 'echo x >/app/x || echo x >/var/tmp/x || echo x >/x'
holds "an agent can write to /tmp" in_agent 'echo x >/tmp/x'
holds "an agent's environment and inspection show no password" bash -c "! docker inspect $agent | grep -qi password="
holds "an agent reaches Redis" in_agent 'exec 3<>/dev/tcp/redis/6379'
refused "an agent gets no answer from Redis that is not encrypted" in_agent 'exec 3<>/dev/tcp/redis/6379; printf "PING\r\n" >&3; read -r -t 2 answer <&3; [ -n "$answer" ]'
redis=$(compose ps -q redis)
in_redis() { docker exec "$redis" redis-cli --tls --cacert /run/secrets/ca.crt "$@" 2>&1; }
holds "nobody gets anything from Redis without a name" bash -c "case '$(in_redis get x)' in NOAUTH*) ;; *) exit 1 ;; esac"
refused "Redis is not taken for another authority's" docker exec "$redis" sh -c 'redis-cli --tls --cacert /etc/ssl/certs/ca-certificates.crt ping | grep -q .'
for address in $(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$(compose ps -q orchestrator)"); do
    refused "an agent does not reach the orchestrator at $address" timeout 3 docker exec "$agent" timeout 2 /bin/bash -c "exec 3<>/dev/tcp/$address/8080"
done
refused "an agent does not reach the world" timeout 3 docker exec "$agent" timeout 2 /bin/bash -c 'exec 3<>/dev/tcp/1.1.1.1/53'

# --- the sample, and an agent that dies in the middle of a task
thesis generate samples/git-storage/thesis.yaml --output "$work/compose" --server "$url" >"$work/compose.log" 2>&1 &
writer=$!
victim=''
while [ -z "$victim" ] && kill -0 "$writer" 2>/dev/null; do
    victim=$(curl -s "$url/api/agents" | grep -oE '"host":"[0-9a-f]{12}","processId":[0-9]+,"runId":"[^"]+","taskId":"[^"]+","tasksDone":[1-9]' | head -n 1) || true
    [ -n "$victim" ] || sleep 0.05
done
[ -n "$victim" ] || { cat "$work/compose.log" >&2; say "FAILED  no agent was seen at work"; exit 1; }
host=$(expr "$victim" : '"host":"\([0-9a-f]*\)"')
docker kill --signal KILL "$host" >/dev/null
say "killed the agent in container $host at its task $(expr "$victim" : '.*"taskId":"\([^"]*\)"')"
check "$([ "$(docker inspect --format '{{.State.Running}} {{.State.ExitCode}}' "$host")" = 'false 137' ]; echo $?)" "its container is dead"
code=0
wait "$writer" || code=$?
writer=''
check "$code" "generate --server $url: $(grep -E 'the run ' "$work/compose.log" | tail -n 1)"
holds "a task was given to another agent (attempts in report.json)" grep -qE '"attempts": *[2-9]' "$work/compose/report.json"

# --- the same bytes
compared=0
while read -r file; do
    compared=$((compared + 1))
    holds "same bytes: $file ($(wc -c <"$work/local/$file") bytes)" cmp "$work/local/$file" "$work/compose/$file"
done < <(cd "$work/local" && find . -type f ! -path './.thesis/*' ! -name report.json | sort)
check "$([ "$compared" -ge 9 ]; echo $?)" "$compared documents were compared (report.json tells times and agents, and is not)"
holds "no document more or less" diff <(cd "$work/local" && find . -type f ! -path './.thesis/*' | sort) <(cd "$work/compose" && find . -type f ! -path './.thesis/*' | sort)

# --- health, as the engine sees it
for service in redis orchestrator; do
    check "$([ "$(docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$service")")" = healthy ]; echo $?)" "$service is healthy"
done
healthy=$(docker ps --quiet --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter label=com.docker.compose.service=agent --filter health=healthy | wc -l)
check "$([ "$healthy" = $((AGENTS - 1)) ]; echo $?)" "$healthy agents are healthy"
docker stats --no-stream --format '        {{.Name}}  {{.MemUsage}}  {{.PIDs}} threads' | sort

[ "$failures" = 0 ] || exit 1
