-- Shared by the scripts that lease tasks; see prelude.lua.
-- ARGV: those of the script that it is put in front of; it reads none of them.
-- Returns: nothing by itself.

-- Definitions of tasks that the script itself has brought, by task: they need not be read.
local defined = {}

-- Takes the most urgent ready task that the agent may have off the index. Where chapters have sandboxes of their own (the run's field 'per'), a chapter's
-- tasks are for its sandbox alone, and that takes no others: chapter is the agent's, nil for one that is bound to none.
local function pop(per, chapter)
    if not per then return call('ZPOPMIN', READY)[1] end
    for _, id in ipairs(call('ZRANGE', READY, 0, -1)) do
        local record = get(id)
        if not record or record.s ~= 'ready' then
            -- Whosever it is: left in the index, it would keep the run from being seen to stand still.
            call('ZREM', READY, id)
        elseif cjson.decode(defined[id] or call('HGET', TASKS, id)).chapter == chapter then
            call('ZREM', READY, id)
            return id
        end
    end
end

-- Leases the most urgent ready task; returns what the agent needs to know, or nil. meta is what read_meta('priority', 'weight', 'told', 'per') returns, and has the
-- new fencing token afterwards; chapter: see pop. The caller writes both, in this order: the record, by write_records(), and the run's field 'fence'.
local function take(agent, duration, meta, chapter)
    if meta[1] ~= 'running' then return nil end
    local cap = tonumber(meta[2] or '0')
    if cap > 0 and call('ZCARD', LEASES) >= cap then return nil end
    local id, record
    repeat
        id = pop(meta[9], chapter)
        if not id then return nil end
        record = get(id)
        -- An index that a crash left ahead of its record; mend() sees to the task.
    until record and record.s == 'ready'
    -- Taken from the clock, a token is larger than any that was handed out before, even by a store that was set back to an older state.
    local token = int(math.max(tonumber(meta[3]) + 1, NOW_US))
    local waited = int(NOW - tonumber(record.r))
    local deadline = int(NOW + duration)
    record.s = 'leased'
    record.k = token
    record.g = agent
    record.a = int(tonumber(record.a) + 1)
    record.b = NOW_TEXT
    record.e = nil
    record.er = nil
    changed[id] = record
    call('ZADD', LEASES, deadline, id)
    meta[3] = token
    log('task-leased', id, agent, record.a)
    made_ready = made_ready - 1
    return { id, defined[id] or call('HGET', TASKS, id), token, record.a, deadline, waited, meta[4] or '' }
end
