-- Shared by the scripts that lease tasks; see prelude.lua.
-- ARGV: those of the script that it is put in front of; it reads none of them.
-- Returns: nothing by itself.

-- Definitions of tasks that the script itself has brought, by task: they need not be read.
local defined = {}

-- A task that is ready and in no index, the only one of its run: it need not be put there to be taken.
local at_hand = nil

-- Takes the most urgent ready task that the agent may have off the index. Where chapters have sandboxes of their own (the run's field 'per'), a chapter's
-- tasks are for its sandbox alone, and that takes no others: chapter is the agent's, nil for one that is bound to none.
local function pop(per, chapter)
    if at_hand then
        local id = at_hand
        at_hand = nil
        return id
    end
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

-- The most urgent ready task that an agent may have and its record, or nil; it is in the index no longer. meta is what
-- read_meta('priority', 'weight', 'told', 'per') returns; chapter: see pop.
local function choose(meta, chapter)
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
    return id, record
end

-- What an agent needs to know of the lease of a chosen task: 1 id, 2 definition, 3 token, 4 attempt, 5 deadline, 6 how long it waited (ms), 7 traceparent.
local function draw_up(id, record, duration, meta)
    -- Taken from the clock, a token is larger than any that was handed out before, even by a store that was set back to an older state.
    local token = int(math.max(tonumber(meta[3]) + 1, NOW_US))
    return { id, defined[id] or call('HGET', TASKS, id), token, int(tonumber(record.a) + 1), int(NOW + duration), int(NOW - tonumber(record.r)), meta[4] or '' }
end

-- Makes a lease that was drawn up the agent's. meta has the new fencing token afterwards. The caller writes both, in this order: the record, by
-- write_records(), and the run's field 'fence'.
local function assign(lease, record, agent, meta)
    local id = lease[1]
    record.s = 'leased'
    record.k = lease[3]
    record.g = agent
    record.a = lease[4]
    record.b = NOW_TEXT
    record.e = nil
    record.er = nil
    changed[id] = record
    call('ZADD', LEASES, lease[5], id)
    meta[3] = lease[3]
    log('task-leased', id, agent, record.a)
    made_ready = made_ready - 1
end

-- Leases the most urgent ready task to an agent; returns what it needs to know, or nil. What is left to the caller: see assign().
local function take(agent, duration, meta, chapter)
    local id, record = choose(meta, chapter)
    if not id then return nil end
    local lease = draw_up(id, record, duration, meta)
    assign(lease, record, agent, meta)
    return lease
end
