-- Tells how much work of the run waits for agents or is in their hands, and how long its tasks have taken lately; see prelude.lua.
-- ARGV: none besides the run's id.
-- Returns: number of tasks that could be leased now, number of tasks that are leased; then five a kind of task: its name, how many of both it has,
--          what they are expected to cost together, and of those that were done lately: milliseconds from lease to end, what they were expected to
--          cost. Where the run does not go on there are no kinds, and both numbers are 0.

local TASKS_READ = 50
local EVENTS_READ = 60

local meta = read_meta()
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

-- The first tell of the rest, where there are many.
local function count(index, all)
    local first = call('ZRANGE', index, 0, TASKS_READ - 1)
    if #first == 0 or all == 0 then return end
    for _, text in ipairs(call('HMGET', TASKS, unpack(first))) do
        local kind, cost = look(text)
        kind.tasks = kind.tasks + all / #first
        kind.cost = kind.cost + cost * all / #first
    end
end

local ready, leased = call('ZCARD', READY), call('ZCARD', LEASES)
local cap = tonumber(meta[2] or '0')
if cap > 0 then ready = math.max(0, math.min(ready, cap - leased)) end
count(READY, ready)
count(LEASES, leased)

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
