-- Tells how much work of the run waits for agents, and how long its tasks have taken lately; see prelude.lua.
-- ARGV: none besides the run's id.
-- Tasks of chapters that have sandboxes of their own are no work for others, and do not count.
-- Returns: number of tasks that could be leased now, number of tasks that are leased, what the former are expected to cost, and of tasks that were
--          done lately: milliseconds from lease to end, what they were expected to cost. All are 0 where the run does not go on.

local COSTS_READ = 50
local EVENTS_READ = 60

local meta = read_meta('per')
if meta[1] ~= 'running' then return { '0', '0', '0', '0', '0' } end

local function cost_of(text)
    return text and tonumber(cjson.decode(text).cost) or 1
end

local ready, leased, cost = call('ZCARD', READY), call('ZCARD', LEASES), 0
local first = call('ZRANGE', READY, 0, COSTS_READ - 1)
if meta[6] then
    local function unbound(ids)
        local list = {}
        for _, id in ipairs(ids) do
            if not cjson.decode(call('HGET', TASKS, id)).chapter then list[#list + 1] = id end
        end
        return list
    end
    first = unbound(call('ZRANGE', READY, 0, -1))
    ready, leased = #first, #unbound(call('ZRANGE', LEASES, 0, -1))
end
if #first > 0 then
    for _, text in ipairs(call('HMGET', TASKS, unpack(first))) do cost = cost + cost_of(text) end
    cost = cost / #first
end
local cap = tonumber(meta[2] or '0')
if cap > 0 then ready = math.max(0, math.min(ready, cap - leased)) end

local took, worth = 0, 0
for _, text in ipairs(call('LRANGE', EVENTS, -EVENTS_READ, -1)) do
    local event = cjson.decode(text)
    if event.type == 'task-done' then
        local record = get(event.task)
        if record and record.b and record.e and not record.c then
            took = took + tonumber(record.e) - tonumber(record.b)
            worth = worth + cost_of(call('HGET', TASKS, event.task))
        end
    end
end
return { int(ready), int(leased), string.format('%.3f', cost * ready), int(took), string.format('%.3f', worth) }
