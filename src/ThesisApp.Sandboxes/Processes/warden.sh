#!/bin/sh
# Keeps one sandbox of this machine: starts the command within its limits, notes how it ended, and ends it when nobody keeps the sandbox any more.
# Arguments: 1 the sandbox's folder, 2 seconds that it may be without a keeper, 3 its control groups, colons between them; then the command.
# Files in the folder: warden (process id of this script), child (process id and start time of the command), exit (how it ended), stdout, stderr, scratch/; read: keeper (process id and start time).
# Standard input is a pipe that only the launcher which started this script writes to: it ends with the launcher, however that ends. From then on
# the file keeper tells who keeps the sandbox: a later orchestrator puts itself there.
# Standard output: one line, the process id of the command.
set -u
folder=$1 patience=$2 groups=$3
shift 3
echo $$ >"$folder/warden"

# A Ctrl+C in the terminal is for the orchestrator, which ends its sandboxes in order. Handled, not ignored: the command would inherit that.
trap : INT TERM HUP QUIT

exec 3<&0 </dev/null
(
    IFS=:
    for group in $groups; do echo 0 >"$group/cgroup.procs" || exit 125; done
    exec "$@" 3<&- >"$folder/stdout" 2>"$folder/stderr"
) &
child=$!
echo "$child $(sed 's/.*) //' "/proc/$child/stat" | cut -d ' ' -f 20)" >"$folder/child"
echo "$child"
exec >/dev/null 2>&1

# True while the process that the file names lives; a process id alone may be another's by now.
is_kept() {
    read -r keeper start <"$folder/keeper" && [ "$(sed 's/.*) //' "/proc/$keeper/stat" | cut -d ' ' -f 20)" = "$start" ]
}

{
    while read -r _; do :; done
    alone=0
    while [ "$alone" -lt "$patience" ]; do
        if is_kept; then alone=0; else alone=$((alone + 1)); fi
        sleep 1
    done
    kill -KILL "-$child"
    kill -KILL "$child"
} <&3 &
lifeline=$!
exec 3<&-

while :; do
    wait "$child"
    code=$?
    kill -0 "$child" || break
done
kill "$lifeline"

# Whatever it left behind ends with it.
kill -KILL "-$child"
IFS=:
for group in $groups; do
    tries=0
    while [ "$tries" -lt 50 ] && IFS=' ' read -r pid <"$group/cgroup.procs"; do
        while IFS=' ' read -r pid; do kill -KILL "$pid"; done <"$group/cgroup.procs"
        tries=$((tries + 1))
    done
done
echo "$code" >"$folder/exit.new" && mv -f "$folder/exit.new" "$folder/exit"
