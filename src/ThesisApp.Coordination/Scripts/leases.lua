-- Shared by the scripts that end or extend leases otherwise than by a result; see prelude.lua.
-- ARGV: those of the script that it is put in front of; it reads none of them.
-- Returns: nothing by itself.

-- An agent may die under a task for reasons of its own, so expiries have a larger allowance than failures.
local EXPIRIES_PER_ATTEMPT = 4
-- Bounds the work of one call; what is left over is done by the next.
local SWEEP_LIMIT = 100

-- The record of a task that is leased under a token, or nil: the lease is another's, or the run has ended.
local function held(id, token, state)
    local record = get(id)
    if not record or record.s ~= 'leased' or record.k ~= token or state == 'cancelled' then return nil end
    return record
end

local function make_dead(id, record, message)
    record.s = 'dead'
    record.e = NOW_TEXT
    record.er = plain(message)
    put(id, record)
    call('HINCRBY', META, 'dead', 1)
    log('task-dead', id, record.g, record.a, message)
end

-- Takes a lease back whose agent has gone without a word: ready again, or a dead letter if too many went so.
local function take_back(id, record, reason)
    call('ZREM', LEASES, id)
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
    local due = call('ZRANGEBYSCORE', DELAYED, '-inf', NOW_TEXT, 'LIMIT', 0, SWEEP_LIMIT)
    for _, id in ipairs(due) do
        call('ZREM', DELAYED, id)
        make_ready(id, get(id))
    end
    local expired = call('ZRANGEBYSCORE', LEASES, '-inf', NOW_TEXT, 'LIMIT', 0, SWEEP_LIMIT)
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
        local first = call('ZRANGE', key, 0, 0, 'WITHSCORES')
        if first[2] then
            local wait = math.max(0, tonumber(first[2]) - NOW)
            if due < 0 or wait < due then due = wait end
        end
    end
    return due
end
