-- Takes a result, publishes its artifacts, extends the graph, counts down the dependents and leases the next task.
-- ARGV: 2 task id, 3 token, 4 agent, 5 lease duration (ms), 6 '1' to take the next task, 7 '1' if from a cache, 8 message or '',
--       9 why it was made or taken from a cache or '', 10 number of artifacts, 11 number of new tasks, then two arguments an artifact (name, bytes), then five a task (see add_tasks).
-- Returns: 'accepted' | 'refused' | 'ended' | 'invalid' and a message; after 'accepted' the fields of a lease follow where one was taken.

local id, token = ARGV[2], ARGV[3]
local state = redis.call('HGET', META, 'state')
if not state or state == 'cancelled' then return { 'ended' } end
local record = get(id)
if not record or record.k ~= token then return { 'refused' } end

if record.s == 'leased' then
    local artifacts, added = tonumber(ARGV[10]), tonumber(ARGV[11])
    local problem, free = add_tasks(12 + artifacts * 2, added, id)
    if problem then return { 'invalid', problem } end
    for i = 0, artifacts - 1 do
        redis.call('HSET', ARTIFACTS, ARGV[12 + i * 2], ARGV[13 + i * 2])
    end
    record.s = 'done'
    record.e = NOW
    record.pr = nil
    record.ac = nil
    if ARGV[7] == '1' then record.c = 1 end
    if ARGV[9] ~= '' then record.w = plain(ARGV[9]) end
    put(id, record)
    redis.call('ZREM', LEASES, id)
    redis.call('HINCRBY', META, 'done', 1)
    if added > 0 then log('graph-extended', id, ARGV[4], record.a, int(added) .. ' tasks') end
    for _, task in ipairs(free) do make_ready(task, get(task)) end
    log('task-done', id, ARGV[4], record.a, ARGV[8])
    local dependents = redis.call('HGET', DEPENDENTS, id)
    if dependents then
        for dependent in string.gmatch(dependents, '[^\n]+') do
            if redis.call('HINCRBY', WAITS, dependent, -1) == 0 then
                redis.call('HDEL', WAITS, dependent)
                make_ready(dependent, get(dependent))
            end
        end
        redis.call('HDEL', DEPENDENTS, id)
    end
    settle()
elseif record.s ~= 'done' then
    return { 'refused' }
end
-- A delivery that was answered before and is repeated ends up here: the task is done with this very token.

local lease = nil
if ARGV[6] == '1' then lease = take(ARGV[4], tonumber(ARGV[5])) end
notify()
if lease then return { 'accepted', unpack(lease) } end
return { 'accepted' }
