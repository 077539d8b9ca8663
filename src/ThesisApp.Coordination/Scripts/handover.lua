-- Shared by the scripts that make tasks ready; see prelude.lua. Needs take.lua in front of it.
-- KEYS: those of prelude.lua and, where runs may share a key (Store/StoreTopology.cs), 12 waiting, zset: agents that wait for a task, as
--       'CHANNEL NUMBER DURATION AGENT', by the time at which they last said so (ms; wait.lua).
-- ARGV: those of the script that it is put in front of; it reads none of them.
-- Returns: nothing by itself.

-- Leases what has just become ready to agents that wait, and sends each its lease, so that none need ask. Who waited last comes first: the longer an
-- agent has been idle, the sooner it may go. One whose channel nobody hears is gone. meta is what read_meta('priority', 'weight', 'told', 'per') returns.
-- Nothing is lost with a message: its lease runs out as that of an agent that died with a task in hand. The caller writes what assign() leaves to it.
local function hand_over(meta)
    while KEYS[12] and made_ready > 0 do
        local waiting = call('ZPOPMAX', KEYS[12])
        if not waiting[1] then return end
        local channel, number, duration, agent = string.match(waiting[1], '^(%S+) (%d+) (%d+) (.+)$')
        -- A member in no such form was put there by nobody of ours.
        local id, record
        if agent then id, record = choose(meta) end
        if agent and not id then
            -- The run's share is used up, or its tasks are not what they seem, or for their chapters' sandboxes alone.
            call('ZADD', KEYS[12], waiting[2], waiting[1])
            return
        end
        if agent then
            local lease = draw_up(id, record, tonumber(duration), meta)
            if call('PUBLISH', channel, cjson.encode({ number, RUN, meta[6] or '0', meta[7] or '1', unpack(lease) })) > 0 then
                assign(lease, record, agent, meta)
            else
                call('ZADD', READY, -tonumber(record.p), id)
            end
        end
    end
end
