-- Shared by the scripts that add tasks; see prelude.lua. Needs take.lua in front of it.
-- ARGV: those of the script that it is put in front of, from where add_tasks is told five arguments a task: id, definition, needs, priority, attempts allowed.
-- Returns: nothing by itself.

-- Adds tasks given as five arguments each: id, definition, needs (one a line), priority, attempts allowed.
-- adder is the task whose result brings them, or nil. With an adder they are waiting, all of them: the caller makes ready what the second result
-- lists (ids and records in turn), once the adder is done; without one those are ready, and left to write_records(). order is the number of tasks
-- that are there. Returns a message if they don't fit the graph, and then has changed nothing.
local function add_tasks(from, count, order, adder)
    local fresh, known = {}, {}
    local function find(id)
        if order == 0 then return nil end
        if known[id] == nil then known[id] = get(id) or false end
        return known[id]
    end
    for i = 0, count - 1 do
        local id = ARGV[from + i * 5]
        local there = find(id)
        -- One that waits for its adder to be done is left of a delivery that the store's crash cut off.
        local cut_off = there and adder and there.by == adder and there.s == 'waiting'
        if fresh[id] or (there and not cut_off) then return 'the task ' .. id .. ' is there already' end
        fresh[id] = true
    end
    for i = 0, count - 1 do
        for need in string.gmatch(ARGV[from + i * 5 + 2], '[^\n]+') do
            if not fresh[need] and need ~= APPROVAL and not find(need) then
                return 'the task ' .. ARGV[from + i * 5] .. ' needs ' .. need .. ', which is not there'
            end
        end
    end
    local definitions, states, waiting, free, dependents = {}, {}, {}, {}, {}
    for i = 0, count - 1 do
        local base = from + i * 5
        local id = ARGV[base]
        local record = { s = 'waiting', o = int(order + i), p = ARGV[base + 3], m = ARGV[base + 4], a = '0', by = adder }
        local waits = 0
        for need in string.gmatch(ARGV[base + 2], '[^\n]+') do
            if need ~= adder and (fresh[need] or need == APPROVAL or find(need).s ~= 'done') then
                waits = waits + 1
                local list = dependents[need]
                if not list then
                    list = {}
                    if not fresh[need] then
                        for dependent in string.gmatch(call('HGET', DEPENDENTS, need) or '', '[^\n]+') do
                            if not fresh[dependent] then list[#list + 1] = dependent end
                        end
                    end
                    dependents[need] = list
                end
                list[#list + 1] = id
            end
        end
        if waits > 0 then
            waiting[#waiting + 1] = id
            waiting[#waiting + 1] = waits
        else
            free[#free + 1] = id
            free[#free + 1] = record
            defined[id] = ARGV[base + 1]
        end
        definitions[#definitions + 1] = id
        definitions[#definitions + 1] = ARGV[base + 1]
        if waits > 0 or adder then
            states[#states + 1] = id
            states[#states + 1] = cjson.encode(record)
        else
            set_ready(record)
            changed[id] = record
        end
    end
    call_with('HSET', TASKS, definitions)
    call_with('HSET', STATE, states)
    call_with('HSET', WAITS, waiting)
    local lists = {}
    for need, list in pairs(dependents) do
        lists[#lists + 1] = need
        lists[#lists + 1] = table.concat(list, '\n')
    end
    call_with('HSET', DEPENDENTS, lists)
    return nil, free
end

-- Puts tasks whose records say that they are ready, or will once they are written, into the index, given as ids and records in turn.
local function index_ready(list)
    local scores = {}
    for i = 1, #list, 2 do
        scores[#scores + 1] = -tonumber(list[i + 1].p)
        scores[#scores + 1] = list[i]
    end
    call_with('ZADD', READY, scores)
    made_ready = made_ready + #list / 2
end
