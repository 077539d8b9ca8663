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
-- Record: s state, o order of arrival, p priority, m attempts allowed, a leases handed out, f failures (none: 0),
--   x expiries (none: 0), k fencing token, g agent, r ready at, b begun at, e ended at (ms),
--   pr progress, ac activity, er last error, c 1 if the result came from a cache, w why it was made or taken,
--   by the task whose result added it (none for those that the run began with).
-- Numbers are strings of digits, all but f, x and pr: a number on its way into JSON or into a command is printed as a floating point number,
-- which costs more than all the rest of a small script.
--
-- A store may crash in the middle of a script and come back with a part of what the script wrote. Hence:
--   the records are the truth, and each script writes the one that decides (waiting -> leased -> done) in one step;
--   a task that a result adds cannot be leased before the record of that result says 'done', and the repeated delivery adds it again;
--   everything else (waits, dependents, ready, leases, delayed, the counts) follows from the records: mend() rebuilds it,
--   called wherever a running run has nothing ready, leased or delayed, which cannot be otherwise.
--
-- Times come from the store's clock alone, so agents' clocks need not agree.
--
-- A call of the store costs about as much as the work that it does, so what belongs together goes in one: records in one HSET, events in one
-- RPUSH, the run's fields in one HMGET. How fast the board is depends on the number of calls that complete.lua makes for a task (docs/benchmarks.md).

local META, TASKS, STATE, WAITS, DEPENDENTS, READY, LEASES, DELAYED, ARTIFACTS, EVENTS, INPUTS =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11]
local RUN = ARGV[1]

local clock = redis.call('TIME')
local NOW_US = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local NOW = math.floor(NOW_US / 1000)
local NOW_TEXT = string.format('%d', NOW)

-- An agent may die under a task for reasons of its own, so expiries have a larger allowance than failures.
local EXPIRIES_PER_ATTEMPT = 4
-- Bounds the work of one call; what is left over is done by the next.
local SWEEP_LIMIT = 100
-- Arguments of one call of the store: Lua's stack has an end.
local CALL_LIMIT = 2000

local made_ready = 0
local news = {}

local function int(number)
    return string.format('%d', number)
end

-- A command whose arguments come as a list of pairs, in as many calls as it takes.
local function call_with(command, key, pairs_list)
    for from = 1, #pairs_list, CALL_LIMIT do
        redis.call(command, key, unpack(pairs_list, from, math.min(from + CALL_LIMIT - 1, #pairs_list)))
    end
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

-- Notes an event; notify() writes them all.
local function log(kind, id, agent, attempt, message)
    local event = { at = NOW_TEXT, type = kind, task = id, agent = agent, attempt = attempt }
    if message and message ~= '' then event.message = plain(message) end
    news[#news + 1] = cjson.encode(event)
end

local function set_ready(record)
    record.s = 'ready'
    record.r = NOW_TEXT
    record.pr = nil
    record.ac = nil
end

local function make_ready(id, record)
    set_ready(record)
    put(id, record)
    redis.call('ZADD', READY, -tonumber(record.p), id)
    made_ready = made_ready + 1
end

local function make_dead(id, record, message)
    record.s = 'dead'
    record.e = NOW_TEXT
    record.er = plain(message)
    put(id, record)
    redis.call('HINCRBY', META, 'dead', 1)
    log('task-dead', id, record.g, record.a, message)
end

-- What the scripts want to know of the run: 1 state, 2 cap, 3 fence, 4 traceparent, 5 done, then what else is named.
local function read_meta(...)
    return redis.call('HMGET', META, 'state', 'cap', 'fence', 'traceparent', 'done', ...)
end

-- The record of a task that is leased under a token, or nil: the lease is another's, or the run has ended.
local function held(id, token, state)
    local record = get(id)
    if not record or record.s ~= 'leased' or record.k ~= token or state == 'cancelled' then return nil end
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
            made_ready = made_ready + redis.call('ZADD', READY, -tonumber(record.p), id)
        elseif record.s == 'leased' and not redis.call('ZSCORE', LEASES, id) then
            redis.call('ZADD', LEASES, NOW_TEXT, id)
        elseif record.s == 'delayed' and not redis.call('ZSCORE', DELAYED, id) then
            redis.call('ZADD', DELAYED, NOW_TEXT, id)
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

-- Settles the run's state once nothing moves any more. state and done are what the run's fields say.
local function settle(state, done)
    if state ~= 'running' and state ~= 'paused' then return end
    local total = redis.call('HLEN', TASKS)
    local still = is_still()
    if still == (tonumber(done) == total) then
        if not still then return end
    else
        -- Either everything is counted as done while something moves, or nothing moves while something is not done.
        mend()
        still = is_still()
        done = redis.call('HGET', META, 'done')
    end
    if not still then return end
    if tonumber(done) == total then
        redis.call('HSET', META, 'state', 'succeeded', 'finished', NOW_TEXT)
        log('run-succeeded')
    else
        local dead = redis.call('HGET', META, 'dead')
        local reason = dead .. ' dead letter(s) stand in the way of the rest. Mend the cause, then retry them.'
        redis.call('HSET', META, 'state', 'failed', 'finished', NOW_TEXT, 'reason', reason)
        log('run-failed', nil, nil, nil, reason)
    end
end

-- Takes a lease back whose agent has gone without a word: ready again, or a dead letter if too many went so.
local function take_back(id, record, reason)
    redis.call('ZREM', LEASES, id)
    record.x = (record.x or 0) + 1
    if record.x >= tonumber(record.m) * EXPIRIES_PER_ATTEMPT then
        make_dead(id, record, 'Given up after ' .. int(record.x) .. ' agents died or stalled with it.')
    else
        log('task-expired', id, record.g, record.a, reason)
        make_ready(id, record)
    end
end

-- Makes due retries ready and takes expired leases back.
local function sweep(meta)
    local due = redis.call('ZRANGEBYSCORE', DELAYED, '-inf', NOW_TEXT, 'LIMIT', 0, SWEEP_LIMIT)
    for _, id in ipairs(due) do
        redis.call('ZREM', DELAYED, id)
        make_ready(id, get(id))
    end
    local expired = redis.call('ZRANGEBYSCORE', LEASES, '-inf', NOW_TEXT, 'LIMIT', 0, SWEEP_LIMIT)
    for _, id in ipairs(expired) do
        take_back(id, get(id))
    end
    if #expired > 0 or is_still() then settle(meta[1], meta[5]) end
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

-- Leases the most urgent ready task; returns what the agent needs to know, or nil. With a task, done and the records in states (ids and
-- texts in turn) are written along, if they are given.
local function take(agent, duration, meta, done, states)
    if meta[1] ~= 'running' then return nil end
    local cap = tonumber(meta[2] or '0')
    if cap > 0 and redis.call('ZCARD', LEASES) >= cap then return nil end
    local id, record
    repeat
        id = redis.call('ZPOPMIN', READY)[1]
        if not id then return nil end
        record = get(id)
        -- An index that a crash left ahead of its record; mend() sees to the task.
    until record and record.s == 'ready'
    -- Taken from the clock, a token is larger than any that was handed out before, even by a store that was set back to an older state.
    local token = int(math.max(tonumber(meta[3]) + 1, NOW_US))
    if done then
        redis.call('HSET', META, 'fence', token, 'done', done)
    else
        redis.call('HSET', META, 'fence', token)
    end
    local waited = int(NOW - tonumber(record.r))
    local deadline = int(NOW + duration)
    record.s = 'leased'
    record.k = token
    record.g = agent
    record.a = int(tonumber(record.a) + 1)
    record.b = NOW_TEXT
    record.e = nil
    record.er = nil
    states = states or {}
    states[#states + 1] = id
    states[#states + 1] = cjson.encode(record)
    redis.call('HSET', STATE, unpack(states))
    redis.call('ZADD', LEASES, deadline, id)
    log('task-leased', id, agent, record.a)
    made_ready = made_ready - 1
    return { id, redis.call('HGET', TASKS, id), token, record.a, deadline, waited, meta[4] or '' }
end

-- Adds tasks given as five arguments each: id, definition, needs (one a line), priority, attempts allowed.
-- adder is the task whose result brings them, or nil. With an adder they are waiting, all of them: the caller makes ready what the second result
-- lists (ids and records in turn), once the adder is done. Returns a message if they don't fit the graph, and then has changed nothing.
local function add_tasks(from, count, adder)
    local order = redis.call('HLEN', TASKS)
    local fresh, known = {}, {}
    local function find(id)
        if order == 0 then return nil end
        if known[id] == nil then known[id] = get(id) or false end
        return known[id]
    end
    for i = 0, count - 1 do
        local id = ARGV[from + i * 5]
        local there = find(id)
        -- One that waits for its adder to be done is left of a delivery that the store's crash cut off.
        local cut_off = there and adder and there.by == adder and there.s == 'waiting'
        if fresh[id] or (there and not cut_off) then return 'the task ' .. id .. ' is there already' end
        fresh[id] = true
    end
    for i = 0, count - 1 do
        for need in string.gmatch(ARGV[from + i * 5 + 2], '[^\n]+') do
            if not fresh[need] and not find(need) then
                return 'the task ' .. ARGV[from + i * 5] .. ' needs ' .. need .. ', which is not there'
            end
        end
    end
    local definitions, states, waiting, free, dependents = {}, {}, {}, {}, {}
    for i = 0, count - 1 do
        local base = from + i * 5
        local id = ARGV[base]
        local record = { s = 'waiting', o = int(order + i), p = ARGV[base + 3], m = ARGV[base + 4], a = '0', by = adder }
        local waits = 0
        for need in string.gmatch(ARGV[base + 2], '[^\n]+') do
            if need ~= adder and (fresh[need] or find(need).s ~= 'done') then
                waits = waits + 1
                local list = dependents[need]
                if not list then
                    list = {}
                    if not fresh[need] then
                        for dependent in string.gmatch(redis.call('HGET', DEPENDENTS, need) or '', '[^\n]+') do
                            if not fresh[dependent] then list[#list + 1] = dependent end
                        end
                    end
                    dependents[need] = list
                end
                list[#list + 1] = id
            end
        end
        if waits > 0 then
            waiting[#waiting + 1] = id
            waiting[#waiting + 1] = waits
        else
            free[#free + 1] = id
            free[#free + 1] = record
            if not adder then set_ready(record) end
        end
        definitions[#definitions + 1] = id
        definitions[#definitions + 1] = ARGV[base + 1]
        states[#states + 1] = id
        states[#states + 1] = cjson.encode(record)
    end
    call_with('HSET', TASKS, definitions)
    call_with('HSET', STATE, states)
    call_with('HSET', WAITS, waiting)
    local lists = {}
    for need, list in pairs(dependents) do
        lists[#lists + 1] = need
        lists[#lists + 1] = table.concat(list, '\n')
    end
    call_with('HSET', DEPENDENTS, lists)
    return nil, free
end

-- Puts tasks whose records say that they are ready into the index, given as ids and records in turn.
local function index_ready(list)
    local scores = {}
    for i = 1, #list, 2 do
        scores[#scores + 1] = -tonumber(list[i + 1].p)
        scores[#scores + 1] = list[i]
    end
    call_with('ZADD', READY, scores)
    made_ready = made_ready + #list / 2
end

-- Writes the events and tells those who wait; the last step of every script that may have changed something. The announcement of events says up to
-- which sequence number there are some and brings them along, one a line, so that who follows the run need not ask.
local function notify()
    if #news > 0 then
        local last
        for from = 1, #news, CALL_LIMIT do
            last = redis.call('RPUSH', EVENTS, unpack(news, from, math.min(from + CALL_LIMIT - 1, #news)))
        end
        redis.call('PUBLISH', EVENTS, int(last) .. '\n' .. table.concat(news, '\n'))
    end
    if made_ready > 0 then redis.call('PUBLISH', 'thesis:wake', int(made_ready) .. ':' .. RUN) end
end
