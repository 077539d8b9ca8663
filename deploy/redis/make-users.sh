#!/bin/sh
# Makes the users of one deployment's Redis, each with a password of its own: FOLDER/users.acl for redis-server's option aclfile, and
# FOLDER/users.env with the passwords, for the secrets of the services. Passwords are in users.env only; users.acl has their digests.
# Usage: make-users.sh FOLDER
#
# agent         reads and writes runs, the cache, the budgets of models and the list of agents. It cannot list or flush keys, configure the server,
#               stop it, look at other clients, load modules, or touch what orchestrators share about pools. What a script does is held to the same
#               rules as what is asked for directly, so EVAL gives no more than they do.
# orchestrator  that, and the list of runs, pools, and the look at which agents are connected.
# steward       makes and removes users, where runs are kept apart (Pool:KeepRunsApart): one for each run, which may touch that run alone. Who can make
#               users can make one that may do anything, so this password belongs to orchestrators of such a pool and to nobody else.
# default       off: nobody gets in without a name. It has all rights, which nobody can use, since a server that starts reads its append-only file as it, and
#               holds what stands there in a transaction (whatever a script has written to more than one key) to its rights: what it may not do would be lost
#               (redis/redis#14541, valkey-io/valkey#3983).
set -eu
umask 077
folder=${1:?usage: make-users.sh FOLDER}
mkdir -p "$folder"

password() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
digest() { printf %s "$1" | sha256sum | cut -d ' ' -f 1; }

# A new version may want other rights: those are written anew each time, the passwords stay.
if [ -e "$folder/users.env" ]; then
    . "$folder/users.env"
fi
agent=${REDIS_AGENT_PASSWORD:-$(password)}
orchestrator=${REDIS_ORCHESTRATOR_PASSWORD:-$(password)}
steward=${REDIS_STEWARD_PASSWORD:-$(password)}
rm -f "$folder/users.acl"

# What the client needs to connect at all.
connect='+hello +auth +ping +echo +client|setname +client|id +client|reply +info +time +command +quit +reset +multi +exec +discard +watch +unwatch +select +cluster|nodes +cluster|slots'
scripts='+eval +evalsha +script|load +script|exists'
hashes='+hget +hmget +hgetall +hkeys +hset +hdel +hexists +hincrby +hlen'
lists='+lrange +llen +rpush'
# What the users of single runs may do is in src/ThesisApp.Coordination/RunUsers/RunUserRules.cs: a part of this.
sets='+smembers +sadd +srem +zadd +zcard +zpopmax +zpopmin +zrange +zrangebyscore +zrem +zremrangebyscore +zscore +zmscore'
strings='+get +set +setex +psetex +del +unlink +exists +expire +pexpire +persist +pttl +ttl +getex'
channels='+publish +pubsub|numsub +subscribe +unsubscribe'

cat >"$folder/users.acl" <<END
user default off resetpass ~* &* +@all
user agent on #$(digest "$agent") resetkeys resetchannels ~{run:*}:* ~thesis:active ~thesis:waiting %R~thesis:runs ~{thesis:agents}:* ~thesis:cache:* ~thesis:rate:* &thesis:wake &thesis:ended &thesis:handover:* &thesis:agent:* &{run:*}:events &__Booksleeve_MasterChanged -@all $connect $scripts $hashes $lists $sets $strings $channels
user orchestrator on #$(digest "$orchestrator") resetkeys resetchannels ~{run:*}:* ~thesis:* ~{thesis:*}:* &thesis:* &{run:*}:events &__Booksleeve_MasterChanged -@all $connect $scripts $hashes $lists $sets $strings $channels +pubsub|channels
user steward on #$(digest "$steward") resetkeys resetchannels &__Booksleeve_MasterChanged -@all $connect +subscribe +unsubscribe +acl|setuser +acl|deluser +acl|users
END
cat >"$folder/users.env" <<END
REDIS_AGENT_PASSWORD=$agent
REDIS_ORCHESTRATOR_PASSWORD=$orchestrator
REDIS_STEWARD_PASSWORD=$steward
END
