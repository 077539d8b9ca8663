-- Tells how much work of the run waits for agents or is in their hands, and how long its tasks have taken lately; see prelude.lua.
-- Tasks of chapters that have sandboxes of their own are no work for others, and do not count.
-- ARGV: none besides the run's id.
-- Returns: number of tasks that could be leased now, number of tasks that are leased; then five a kind of task: its name, how many of both it has,
--          what they are expected to cost together, and of those that were done lately: milliseconds from lease to end, what they were expected to
--          cost. Where the run does not go on there are no kinds, and both numbers are 0.

local TASKS_READ = 50
local EVENTS_READ = 60

local meta = read_meta('per')
if meta[1] ~= 'running' then return { '0', '0' } end

local kinds, names = {}, {}

-- The counts of a task's kind, and what it is expected to cost.
local function look(text)
    local task = text and cjson.decode(text) or {}
    local name = task.kind or ''
    if not kinds[name] then
        kinds[name] = { tasks = 0, cost = 0, took = 0, worth = 0 }
        names[#names + 1] = name
    end
    return kinds[name], tonumber(task.cost or 1)
end

-- The first tasks of an index tell of the rest, where there are many.
local function count(first, all)
    if #first == 0 or all == 0 then return end
    for _, text in ipairs(call('HMGET', TASKS, unpack(first))) do
        local kind, cost = look(text)
        kind.tasks = kind.tasks + all / #first
        kind.cost = kind.cost + cost * all / #first
    end
end

-- The first tasks of an index that are for everybody, and the number of all that are.
local function open_to_all(index)
    if not meta[6] then return call('ZRANGE', index, 0, TASKS_READ - 1), call('ZCARD', index) end
    local first, all = {}, 0
    for _, id in ipairs(call('ZRANGE', index, 0, -1)) do
        if not cjson.decode(call('HGET', TASKS, id)).chapter then
            all = all + 1
            if all <= TASKS_READ then first[all] = id end
        end
    end
    return first, all
end

local first_ready, ready = open_to_all(READY)
local first_leased, leased = open_to_all(LEASES)
local cap = tonumber(meta[2] or '0')
if cap > 0 then ready = math.max(0, math.min(ready, cap - leased)) end
count(first_ready, ready)
count(first_leased, leased)

for _, text in ipairs(call('LRANGE', EVENTS, -EVENTS_READ, -1)) do
    local event = cjson.decode(text)
    if event.type == 'task-done' then
        local record = get(event.task)
        if record and record.b and record.e and not record.c then
            local kind, cost = look(call('HGET', TASKS, event.task))
            kind.took = kind.took + tonumber(record.e) - tonumber(record.b)
            kind.worth = kind.worth + cost
        end
    end
end

local answer = { int(ready), int(leased) }
for _, name in ipairs(names) do
    local kind = kinds[name]
    for _, field in ipairs({ name, string.format('%.3f', kind.tasks), string.format('%.3f', kind.cost), int(kind.took), string.format('%.3f', kind.worth) }) do
        answer[#answer + 1] = field
    end
end
return answer
