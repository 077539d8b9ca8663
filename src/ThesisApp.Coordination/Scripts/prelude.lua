-- Shared by every script of the board; put in front of each when it is loaded.
--
-- KEYS, the same eleven for every script, all in the hash slot of {run:ID}:
--   1 meta        hash    title, state, reason, created, finished, traceparent, fence, done, dead, priority, weight, cap
--   2 tasks       hash    task id -> definition (JSON, opaque here)
--   3 state       hash    task id -> record (JSON, fields below)
--   4 waits       hash    task id -> number of needs that are not done; no field once there are none
--   5 dependents  hash    task id -> ids that need it, one a line; no field once it is done
--   6 ready       zset    task id by -priority
--   7 leases      zset    task id by deadline (ms)
--   8 delayed     zset    task id by time of the next attempt (ms)
--   9 artifacts   hash    name -> bytes
--  10 events      list    event (JSON); its place in the list, from 1, is its sequence number
--  11 inputs      hash    name -> bytes
-- Redis Cluster wants every key declared, and Garnet locks the declared ones only: hence always all.
--
-- ARGV[1] is the run's id; each script describes the rest.
--
-- Record: s state, o order of arrival, p priority, m attempts allowed, a leases handed out, f failures,
--   x expiries, k fencing token (string), g agent, r ready at, b begun at, e ended at (ms),
--   pr progress, ac activity, er last error, c 1 if the result came from a cache, w why it was made or taken,
--   by the task whose result added it (none for those that the run began with).
--
-- A store may crash in the middle of a script and come back with a part of what the script wrote. Hence:
--   the records are the truth, and each script writes the one that decides (waiting -> leased -> done) in one step;
--   a task that a result adds cannot be leased before the record of that result says 'done', and the repeated delivery adds it again;
--   everything else (waits, dependents, ready, leases, delayed, the counts) follows from the records: mend() rebuilds it,
--   called wherever a running run has nothing ready, leased or delayed, which cannot be otherwise.
--
-- Times come from the store's clock alone, so agents' clocks need not agree.

local META, TASKS, STATE, WAITS, DEPENDENTS, READY, LEASES, DELAYED, ARTIFACTS, EVENTS, INPUTS =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11]
local RUN = ARGV[1]

local clock = redis.call('TIME')
local NOW_US = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local NOW = math.floor(NOW_US / 1000)

-- An agent may die under a task for reasons of its own, so expiries have a larger allowance than failures.
local EXPIRIES_PER_ATTEMPT = 4
-- Bounds the work of one call; what is left over is done by the next.
local SWEEP_LIMIT = 100

local made_ready = 0
local logged = false

local function int(number)
    return string.format('%.0f', number)
end

-- Free text on its way into JSON: Garnet's cjson leaves control characters as they are, which no reader takes.
local function plain(text)
    return (string.gsub(text, '%c', ' '))
end

local function get(id)
    local text = redis.call('HGET', STATE, id)
    if not text then return nil end
    return cjson.decode(text)
end

local function put(id, record)
    redis.call('HSET', STATE, id, cjson.encode(record))
end

local function log(kind, id, agent, attempt, message)
    local event = { at = NOW, type = kind }
    if id then event.task = id end
    if agent then event.agent = agent end
    if attempt then event.attempt = attempt end
    if message and message ~= '' then event.message = plain(message) end
    redis.call('RPUSH', EVENTS, cjson.encode(event))
    logged = true
end

local function make_ready(id, record)
    record.s = 'ready'
    record.r = NOW
    record.pr = nil
    record.ac = nil
    put(id, record)
    redis.call('ZADD', READY, -record.p, id)
    made_ready = made_ready + 1
end

local function make_dead(id, record, message)
    record.s = 'dead'
    record.e = NOW
    record.er = plain(message)
    put(id, record)
    redis.call('HINCRBY', META, 'dead', 1)
    log('task-dead', id, record.g, record.a, message)
end

-- The record of a task that is leased under a token, or nil: the lease is another's, or the run has ended.
local function held(id, token)
    local record = get(id)
    if not record or record.s ~= 'leased' or record.k ~= token then return nil end
    if redis.call('HGET', META, 'state') == 'cancelled' then return nil end
    return record
end

-- True if nothing of the run can move: no task is ready, leased or to be retried.
local function is_still()
    return redis.call('ZCARD', READY) == 0 and redis.call('ZCARD', LEASES) == 0 and redis.call('ZCARD', DELAYED) == 0
end

-- Rebuilds what follows from the records. Changes nothing where all is well.
local function mend()
    local definitions = redis.call('HGETALL', TASKS)
    local records, needs, order = {}, {}, {}
    for i = 1, #definitions, 2 do
        local id = definitions[i]
        records[id] = get(id)
        needs[id] = cjson.decode(definitions[i + 1]).needs or {}
        if records[id] then order[#order + 1] = id end
    end
    local done, dead, dependents = 0, 0, {}
    redis.call('DEL', WAITS, DEPENDENTS)
    for _, id in ipairs(order) do
        local record = records[id]
        local waits = 0
        for _, need in ipairs(needs[id]) do
            if not records[need] or records[need].s ~= 'done' then
                waits = waits + 1
                dependents[need] = (dependents[need] and dependents[need] .. '\n' or '') .. id
            end
        end
        if waits > 0 then redis.call('HSET', WAITS, id, waits) end
        if record.s ~= 'ready' then redis.call('ZREM', READY, id) end
        if record.s ~= 'leased' then redis.call('ZREM', LEASES, id) end
        if record.s ~= 'delayed' then redis.call('ZREM', DELAYED, id) end
        if record.s == 'waiting' and waits == 0 and (not record.by or (records[record.by] and records[record.by].s == 'done')) then
            make_ready(id, record)
        elseif record.s == 'ready' then
            made_ready = made_ready + redis.call('ZADD', READY, -record.p, id)
        elseif record.s == 'leased' and not redis.call('ZSCORE', LEASES, id) then
            redis.call('ZADD', LEASES, NOW, id)
        elseif record.s == 'delayed' and not redis.call('ZSCORE', DELAYED, id) then
            redis.call('ZADD', DELAYED, NOW, id)
        elseif record.s == 'done' then
            done = done + 1
        elseif record.s == 'dead' then
            dead = dead + 1
        end
    end
    for need, list in pairs(dependents) do redis.call('HSET', DEPENDENTS, need, list) end
    redis.call('HSET', META, 'done', done, 'dead', dead)
    redis.call('PERSIST', INPUTS)
end

-- Settles the run's state once nothing moves any more.
local function settle()
    local state = redis.call('HGET', META, 'state')
    if state ~= 'running' and state ~= 'paused' then return end
    local total = redis.call('HLEN', TASKS)
    if is_still() and tonumber(redis.call('HGET', META, 'done')) ~= total then mend() end
    if tonumber(redis.call('HGET', META, 'done')) == total then
        redis.call('HSET', META, 'state', 'succeeded', 'finished', int(NOW))
        log('run-succeeded')
    elseif is_still() then
        local dead = redis.call('HGET', META, 'dead')
        local reason = dead .. ' dead letter(s) stand in the way of the rest. Mend the cause, then retry them.'
        redis.call('HSET', META, 'state', 'failed', 'finished', int(NOW), 'reason', reason)
        log('run-failed', nil, nil, nil, reason)
    end
end

-- Takes a lease back whose agent has gone without a word: ready again, or a dead letter if too many went so.
local function take_back(id, record, reason)
    redis.call('ZREM', LEASES, id)
    record.x = record.x + 1
    if record.x >= record.m * EXPIRIES_PER_ATTEMPT then
        make_dead(id, record, 'Given up after ' .. int(record.x) .. ' agents died or stalled with it.')
    else
        log('task-expired', id, record.g, record.a, reason)
        make_ready(id, record)
    end
end

-- Makes due retries ready and takes expired leases back.
local function sweep()
    local due = redis.call('ZRANGEBYSCORE', DELAYED, '-inf', int(NOW), 'LIMIT', 0, SWEEP_LIMIT)
    for _, id in ipairs(due) do
        redis.call('ZREM', DELAYED, id)
        make_ready(id, get(id))
    end
    local expired = redis.call('ZRANGEBYSCORE', LEASES, '-inf', int(NOW), 'LIMIT', 0, SWEEP_LIMIT)
    for _, id in ipairs(expired) do
        take_back(id, get(id))
    end
    if #expired > 0 or is_still() then settle() end
    return #expired
end

-- Milliseconds until a lease expires or a retry is due; -1 if there is nothing to wait for.
local function next_due()
    local due = -1
    for _, key in ipairs({ LEASES, DELAYED }) do
        local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
        if first[2] then
            local wait = math.max(0, tonumber(first[2]) - NOW)
            if due < 0 or wait < due then due = wait end
        end
    end
    return due
end

-- Leases the most urgent ready task; returns what the agent needs to know, or nil.
local function take(agent, duration)
    local meta = redis.call('HMGET', META, 'state', 'cap', 'fence', 'traceparent')
    if meta[1] ~= 'running' then return nil end
    local cap = tonumber(meta[2] or '0')
    if cap > 0 and redis.call('ZCARD', LEASES) >= cap then return nil end
    local first = redis.call('ZRANGE', READY, 0, 0)
    local id = first[1]
    if not id then return nil end
    redis.call('ZREM', READY, id)
    -- Taken from the clock, a token is larger than any that was handed out before, even by a store that was set back to an older state.
    local fence = math.max(tonumber(meta[3]) + 1, NOW_US)
    redis.call('HSET', META, 'fence', int(fence))
    local record = get(id)
    record.s = 'leased'
    record.k = int(fence)
    record.g = agent
    record.a = record.a + 1
    record.b = NOW
    record.e = nil
    record.er = nil
    put(id, record)
    redis.call('ZADD', LEASES, NOW + duration, id)
    log('task-leased', id, agent, record.a)
    made_ready = made_ready - 1
    return { id, redis.call('HGET', TASKS, id), record.k, int(record.a), int(NOW + duration), int(NOW - record.r), meta[4] or '' }
end

-- Adds tasks given as five arguments each: id, definition, needs (one a line), priority, attempts allowed.
-- adder is the task whose result brings them, or nil. They are waiting, all of them: the caller makes ready what the second result lists,
-- once the adder is done. Returns a message if they don't fit the graph, and then has changed nothing.
local function add_tasks(from, count, adder)
    local fresh = {}
    for i = 0, count - 1 do
        local id = ARGV[from + i * 5]
        local known = redis.call('HEXISTS', TASKS, id) == 1 and get(id)
        -- One that waits for its adder to be done is left of a delivery that the store's crash cut off.
        local cut_off = known and adder and known.by == adder and known.s == 'waiting'
        if fresh[id] or (known and not cut_off) then return 'the task ' .. id .. ' is there already' end
        fresh[id] = true
    end
    for i = 0, count - 1 do
        for need in string.gmatch(ARGV[from + i * 5 + 2], '[^\n]+') do
            if not fresh[need] and redis.call('HEXISTS', TASKS, need) == 0 then
                return 'the task ' .. ARGV[from + i * 5] .. ' needs ' .. need .. ', which is not there'
            end
        end
    end
    local order = redis.call('HLEN', TASKS)
    local dependents, free = {}, {}
    for i = 0, count - 1 do
        local base = from + i * 5
        local id = ARGV[base]
        local record = { s = 'waiting', o = order + i, p = tonumber(ARGV[base + 3]), m = tonumber(ARGV[base + 4]), a = 0, f = 0, x = 0, by = adder }
        local waits = 0
        for need in string.gmatch(ARGV[base + 2], '[^\n]+') do
            local other = nil
            if not fresh[need] and need ~= adder then other = get(need) end
            if need ~= adder and (fresh[need] or other.s ~= 'done') then
                waits = waits + 1
                local list = dependents[need]
                if not list then
                    list = {}
                    for known in string.gmatch(redis.call('HGET', DEPENDENTS, need) or '', '[^\n]+') do
                        if not fresh[known] then list[#list + 1] = known end
                    end
                    dependents[need] = list
                end
                list[#list + 1] = id
            end
        end
        redis.call('HSET', TASKS, id, ARGV[base + 1])
        put(id, record)
        if waits == 0 then free[#free + 1] = id else redis.call('HSET', WAITS, id, waits) end
    end
    for need, list in pairs(dependents) do
        redis.call('HSET', DEPENDENTS, need, table.concat(list, '\n'))
    end
    return nil, free
end

-- Tells those who wait; the last step of every script that may have changed something.
local function notify()
    if made_ready > 0 then redis.call('PUBLISH', 'thesis:wake', int(made_ready) .. ':' .. RUN) end
    if logged then redis.call('PUBLISH', EVENTS, '1') end
end
