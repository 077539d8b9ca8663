-- Shared by every script of the board; put in front of each when it is loaded, with those of take.lua, leases.lua and graph.lua behind it that the
-- script calls for (Store/BoardScript.cs): each function is made anew with each call of a script, so what is not needed is not there.
--
-- KEYS, the same eleven for every script, all in the hash slot of {run:ID}:
--   1 meta        hash    title, state, reason, created, finished, traceparent, fence, done, dead, priority, weight, cap, approved,
--                       per (what has sandboxes of its own: chapter)
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
-- Numbers are strings of digits, all but f, x, c and pr: a number on its way into JSON or into a command is printed as a floating point number,
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

local call = redis.call

local clock = call('TIME')
local NOW_US = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local NOW = math.floor(NOW_US / 1000)
local NOW_TEXT = string.format('%d', NOW)

-- Arguments of one call of the store: Lua's stack has an end.
local CALL_LIMIT = 2000

local made_ready = 0
local has_ended = false
local news = {}

local function int(number)
    return string.format('%d', number)
end

-- A command whose arguments come as a list of pairs, in as many calls as it takes.
local function call_with(command, key, pairs_list)
    for from = 1, #pairs_list, CALL_LIMIT do
        call(command, key, unpack(pairs_list, from, math.min(from + CALL_LIMIT - 1, #pairs_list)))
    end
end

-- Free text on its way into JSON: Garnet's cjson leaves control characters as they are, which no reader takes.
local function plain(text)
    return (string.gsub(text, '%c', ' '))
end

local function get(id)
    local text = call('HGET', STATE, id)
    if not text then return nil end
    return cjson.decode(text)
end

local function put(id, record)
    call('HSET', STATE, id, cjson.encode(record))
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
    call('ZADD', READY, -tonumber(record.p), id)
    made_ready = made_ready + 1
end

-- What the scripts want to know of the run: 1 state, 2 cap, 3 fence, 4 traceparent, 5 done, then what else is named.
local function read_meta(...)
    return call('HMGET', META, 'state', 'cap', 'fence', 'traceparent', 'done', ...)
end

-- True if nothing of the run can move: no task is ready, leased or to be retried.
local function is_still()
    return call('ZCARD', LEASES) == 0 and call('ZCARD', READY) == 0 and call('ZCARD', DELAYED) == 0
end

-- Stands among a task's needs for the user's approval of the outline: given once the run's field 'approved' is there.
local APPROVAL = '@approval'

-- Rebuilds what follows from the records. Changes nothing where all is well. Returns whether a task waits for the user's approval and nothing else.
local function mend()
    local definitions = call('HGETALL', TASKS)
    local records, needs, order = {}, {}, {}
    for i = 1, #definitions, 2 do
        local id = definitions[i]
        records[id] = get(id)
        needs[id] = cjson.decode(definitions[i + 1]).needs or {}
        if records[id] then order[#order + 1] = id end
    end
    local done, dead, dependents, awaits = 0, 0, {}, false
    if call('HEXISTS', META, 'approved') == 1 then records[APPROVAL] = { s = 'done' } end
    call('DEL', WAITS, DEPENDENTS)
    for _, id in ipairs(order) do
        local record = records[id]
        local waits, unapproved = 0, false
        for _, need in ipairs(needs[id]) do
            if not records[need] or records[need].s ~= 'done' then
                waits = waits + 1
                unapproved = unapproved or need == APPROVAL
                dependents[need] = (dependents[need] and dependents[need] .. '\n' or '') .. id
            end
        end
        if unapproved and waits == 1 then awaits = true end
        if waits > 0 then call('HSET', WAITS, id, waits) end
        if record.s ~= 'ready' then call('ZREM', READY, id) end
        if record.s ~= 'leased' then call('ZREM', LEASES, id) end
        if record.s ~= 'delayed' then call('ZREM', DELAYED, id) end
        if record.s == 'waiting' and waits == 0 and (not record.by or (records[record.by] and records[record.by].s == 'done')) then
            make_ready(id, record)
        elseif record.s == 'ready' then
            made_ready = made_ready + call('ZADD', READY, -tonumber(record.p), id)
        elseif record.s == 'leased' and not call('ZSCORE', LEASES, id) then
            call('ZADD', LEASES, NOW_TEXT, id)
        elseif record.s == 'delayed' and not call('ZSCORE', DELAYED, id) then
            call('ZADD', DELAYED, NOW_TEXT, id)
        elseif record.s == 'done' then
            done = done + 1
        elseif record.s == 'dead' then
            dead = dead + 1
        end
    end
    for need, list in pairs(dependents) do call('HSET', DEPENDENTS, need, list) end
    call('HSET', META, 'done', done, 'dead', dead)
    call('PERSIST', INPUTS)
    return awaits
end

-- Settles the run's state once nothing moves any more. state and done are what the run's fields say.
local function settle(state, done)
    if state ~= 'running' and state ~= 'paused' then return end
    local total = call('HLEN', TASKS)
    local still, awaits = is_still(), false
    if still == (tonumber(done) == total) then
        if not still then return end
    else
        -- Either everything is counted as done while something moves, or nothing moves while something is not done.
        awaits = mend()
        still = is_still()
        done = call('HGET', META, 'done')
    end
    if not still then return end
    if awaits then
        -- Not an end: it goes on with approve.lua, and until then there is nothing that an agent could ask it for. A paused one gets there once it is resumed.
        if state == 'paused' then return end
        call('HSET', META, 'state', 'awaiting-approval')
        log('run-awaiting-approval')
        return
    end
    has_ended = true
    if tonumber(done) == total then
        call('HSET', META, 'state', 'succeeded', 'finished', NOW_TEXT)
        log('run-succeeded')
    else
        local dead = call('HGET', META, 'dead')
        local reason = dead .. ' dead letter(s) stand in the way of the rest. Mend the cause, then retry them.'
        call('HSET', META, 'state', 'failed', 'finished', NOW_TEXT, 'reason', reason)
        log('run-failed', nil, nil, nil, reason)
    end
end

-- Writes the events and tells those who wait; the last step of every script that may have changed something. The announcement of events says up to
-- which sequence number there are some and brings them along, one a line, so that who follows the run need not ask. One that ends the run is told to
-- those who wait for the ends of runs, too, behind the run's id.
local function notify()
    if #news > 0 then
        local last
        for from = 1, #news, CALL_LIMIT do
            last = call('RPUSH', EVENTS, unpack(news, from, math.min(from + CALL_LIMIT - 1, #news)))
        end
        local announcement = int(last) .. '\n' .. table.concat(news, '\n')
        call('PUBLISH', EVENTS, announcement)
        if has_ended then call('PUBLISH', 'thesis:ended', RUN .. '\n' .. announcement) end
    end
    if has_ended then
        call('PUBLISH', 'thesis:wake', '0:' .. RUN)
    elseif made_ready > 0 then
        call('PUBLISH', 'thesis:wake', int(made_ready) .. ':' .. RUN)
    end
end
