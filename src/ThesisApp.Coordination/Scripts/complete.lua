-- Takes a result, publishes its artifacts, extends the graph, counts down the dependents and leases the next task.
-- KEYS: those of prelude.lua and, where runs may share keys, 12 waiting (handover.lua) and 13 active, set: ids of runs that may have work.
-- ARGV: 2 task id, 3 token, 4 agent, 5 lease duration (ms), 6 '1' to take the next task, 7 '1' if from a cache, 8 message or '',
--       9 why it was made or taken from a cache or '', 10 number of artifacts, 11 number of new tasks, 12 how the agent is put among those who wait
--       (handover.lua) if there is no next task, or '', then two arguments an artifact (name, bytes), then five a task (see add_tasks).
-- Returns: 'accepted' | 'refused' | 'ended' | 'invalid' and a message; after 'accepted' the fields of a lease follow where one was taken,
--          or 'ended' where the run has come to its end by this result, 'retired' where it is off the set of active ones, too.

local id, token = ARGV[2], ARGV[3]
local meta = read_meta('priority', 'weight', 'told', 'per')
if not meta[1] or meta[1] == 'cancelled' then return { 'ended' } end
told = meta[8]
local record = get(id)
if not record or record.k ~= token then return { 'refused' } end

local lease = nil
if record.s == 'leased' then
    local artifacts, added = tonumber(ARGV[10]), tonumber(ARGV[11])
    local free = {}
    if added > 0 then
        local problem
        problem, free = add_tasks(13 + artifacts * 2, added, call('HLEN', TASKS), id)
        if problem then return { 'invalid', problem } end
    end
    for i = 13, 11 + artifacts * 2, CALL_LIMIT do
        call('HSET', ARTIFACTS, unpack(ARGV, i, math.min(i + CALL_LIMIT - 1, 12 + artifacts * 2)))
    end
    record.s = 'done'
    record.e = NOW_TEXT
    record.pr = nil
    record.ac = nil
    if ARGV[7] == '1' then record.c = 1 end
    if ARGV[9] ~= '' then record.w = plain(ARGV[9]) end
    changed[id] = record
    call('ZREM', LEASES, id)
    if added > 0 then log('graph-extended', id, ARGV[4], record.a, int(added) .. ' tasks') end
    log('task-done', id, ARGV[4], record.a, ARGV[8])

    local dependents = call('HGET', DEPENDENTS, id)
    if dependents then
        -- Before the counting: a repeated delivery, after a crash in between, must not count anything down twice. What was counted too little mend() sees.
        call('HDEL', DEPENDENTS, id)
        for dependent in string.gmatch(dependents, '[^\n]+') do
            if call('HINCRBY', WAITS, dependent, -1) == 0 then
                call('HDEL', WAITS, dependent)
                local other = get(dependent)
                local adder = other and other.by and other.by ~= id and get(other.by)
                -- One whose adder is not done is left of a delivery that was cut off, and waits for the repeated one.
                if other and other.s == 'waiting' and (not adder or adder.s == 'done') then
                    free[#free + 1] = dependent
                    free[#free + 1] = other
                end
            end
        end
    end
    for i = 1, #free, 2 do
        set_ready(free[i + 1])
        changed[free[i]] = free[i + 1]
    end
    if #free > 0 then
        -- Records come before the index where a script may be torn (Garnet, which hands nothing over); elsewhere all of them are written at once.
        if not KEYS[12] then write_records() end
        index_ready(free)
    end

    if ARGV[6] == '1' then lease = take(ARGV[4], tonumber(ARGV[5]), meta) end
    hand_over(meta)
    write_records()
    local done = int(tonumber(meta[5]) + 1)
    -- After the records: a count that runs ahead of them would end the run too early.
    local unwritten = { 'fence', meta[3], 'done', done }
    -- With a task in hand again the run cannot be at its end.
    if lease then call('HSET', META, unpack(unwritten)) else settle(meta[1], done, unwritten) end
elseif record.s == 'done' then
    -- A delivery that was answered before and is repeated: the task is done with this very token.
    if ARGV[6] == '1' then lease = take(ARGV[4], tonumber(ARGV[5]), meta) end
    if lease then
        write_records()
        call('HSET', META, 'fence', meta[3])
    end
    -- It may have been put among those who wait by the first one.
    if lease and ARGV[12] ~= '' and KEYS[12] then call('ZREM', KEYS[12], ARGV[12]) end
else
    return { 'refused' }
end

if not lease and ARGV[12] ~= '' and KEYS[12] then call('ZADD', KEYS[12], NOW_TEXT, ARGV[12]) end
notify()
if lease then return { 'accepted', unpack(lease) } end
if not has_ended then return { 'accepted' } end
if not KEYS[13] then return { 'accepted', 'ended' } end
call('SREM', KEYS[13], RUN)
return { 'accepted', 'retired' }
