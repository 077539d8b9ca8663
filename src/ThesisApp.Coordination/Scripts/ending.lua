-- Shared by the scripts that may bring a run to its end or put it in order again; see prelude.lua.
-- ARGV: those of the script that it is put in front of; it reads none of them.
-- Returns: nothing by itself.

-- True if nothing of the run can move: no task is ready, leased or to be retried.
local function is_still()
    return call('EXISTS', LEASES, READY, DELAYED) == 0
end

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

-- The run has come to its end with every task done; unwritten: see settle().
local function succeed(unwritten)
    has_ended = true
    call('HSET', META, 'state', 'succeeded', 'finished', NOW_TEXT, unpack(unwritten))
    log('run-succeeded')
end

-- Settles the run's state once nothing moves any more. state and done are what the run's fields say, or will once unwritten is, a list of fields and
-- values that this function writes: with the run's end in one call, if this is its end.
local function settle(state, done, unwritten)
    local open = state == 'running' or state == 'paused'
    local total = open and call('HLEN', TASKS)
    local still = open and is_still()
    if still and tonumber(done) == total then return succeed(unwritten or {}) end
    if unwritten then call('HSET', META, unpack(unwritten)) end
    if not open then return end
    if not still and tonumber(done) ~= total then return end
    -- Either everything is counted as done while something moves, or nothing moves while something is not done.
    local awaits = mend()
    if not is_still() then return end
    done = call('HGET', META, 'done')
    if awaits then
        -- Not an end: it goes on with approve.lua, and until then there is nothing that an agent could ask it for. A paused one gets there once it is resumed.
        if state == 'paused' then return end
        call('HSET', META, 'state', 'awaiting-approval')
        log('run-awaiting-approval')
        return
    end
    if tonumber(done) == total then return succeed({}) end
    has_ended = true
    local dead = call('HGET', META, 'dead')
    local reason = dead .. ' dead letter(s) stand in the way of the rest. Mend the cause, then retry them.'
    call('HSET', META, 'state', 'failed', 'finished', NOW_TEXT, 'reason', reason)
    log('run-failed', nil, nil, nil, reason)
end
