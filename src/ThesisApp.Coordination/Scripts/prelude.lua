-- Shared by every script of the board; put in front of each when it is loaded, with those of ending.lua, take.lua, handover.lua, leases.lua and graph.lua
-- behind it that the script calls for (Store/BoardScript.cs): each function is made anew with each call of a script, so what is not needed is not there.
--
-- KEYS, the same eleven for every script, all in the hash slot of {run:ID}:
--   1 meta        hash    title, state, reason, created, finished, traceparent, fence, done, dead, priority, weight, cap, approved, told,
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

-- '0' if nobody was ever told that the run has work, since each task went to an agent that waited for one (handover.lua): nobody need be told of its
-- end. What the run's field says, where a script reads it; what a script that reads none does not know is taken for the contrary.
local told = nil
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

-- Records that the script has changed and write_records() has yet to write, by task.
local changed = {}

local function get(id)
    if changed[id] then return changed[id] end
    local text = call('HGET', STATE, id)
    if not text then return nil end
    return cjson.decode(text)
end

local function put(id, record)
    call('HSET', STATE, id, cjson.encode(record))
end

-- Writes what is in changed.
local function write_records()
    local records = {}
    for id, record in pairs(changed) do
        records[#records + 1] = id
        records[#records + 1] = cjson.encode(record)
    end
    changed = {}
    call_with('HSET', STATE, records)
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

-- Stands among a task's needs for the user's approval of the outline: given once the run's field 'approved' is there.
local APPROVAL = '@approval'

-- Writes the events and tells those who wait; the last step of every script that may have changed something. The announcement of events says up to
-- which sequence number there are some and brings them along, one a line, so that who follows the run need not ask. One that ends the run is told to
-- those who wait for the ends of runs, too, behind the run's id. is_new: nobody can be following the run yet.
local function notify(is_new)
    if #news > 0 then
        local last
        for from = 1, #news, CALL_LIMIT do
            last = call('RPUSH', EVENTS, unpack(news, from, math.min(from + CALL_LIMIT - 1, #news)))
        end
        if not is_new then
            local announcement = int(last) .. '\n' .. table.concat(news, '\n')
            call('PUBLISH', EVENTS, announcement)
            if has_ended then call('PUBLISH', 'thesis:ended', RUN .. '\n' .. announcement) end
        end
    end
    if has_ended then
        if told ~= '0' then call('PUBLISH', 'thesis:wake', '0:' .. RUN) end
    elseif made_ready > 0 then
        if told ~= '1' then call('HSET', META, 'told', '1') end
        call('PUBLISH', 'thesis:wake', int(made_ready) .. ':' .. RUN)
    end
end
