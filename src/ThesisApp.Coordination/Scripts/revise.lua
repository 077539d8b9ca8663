-- Notes what a user has done to a section, and has done again what depends on it. Agents at work on any of that are fenced off: their results come late.
-- ARGV: 2 name of the user's artifact, 3 that artifact as the user's change is based on it ('' none), 4 as it is to be,
--       5 name of the section's text ('' whatever it says), 6 that text as it was shown ('' none), 7 what has been done, for the log,
--       8 '1' to refuse it while an agent writes, reviews or revises the section, 9 the task that writes it, 10 the task that reviews it,
--       11 the task that revises it (there where a chat model writes), 12 the task from which on everything is done again ('' nothing).
-- Returns: 'applied', 'missing', 'unknown' (no such section), 'stale', 'busy', or 'conflict' where the run's state does not allow it.

local state = call('HGET', META, 'state')
if not state then return 'missing' end
if state == 'cancelled' then return 'conflict' end
local writing, reviewing, revising = get(ARGV[9]), get(ARGV[10]), get(ARGV[11])
if not reviewing then return 'unknown' end
local current = call('HGET', ARTIFACTS, ARGV[2]) or ''
-- What is there already is a repeated delivery's: done again to its end, since a crash may have cut the first one off.
if current ~= ARGV[4] then
    if current ~= ARGV[3] then return 'stale' end
    if ARGV[5] ~= '' and (call('HGET', ARTIFACTS, ARGV[5]) or '') ~= ARGV[6] then return 'stale' end
end
if ARGV[8] == '1' and (reviewing.s == 'leased' or (writing and writing.s == 'leased') or (revising and revising.s == 'leased')) then return 'busy' end

call('HSET', ARTIFACTS, ARGV[2], ARGV[4])
log('section-revised', ARGV[10], nil, nil, ARGV[7])
if ARGV[12] ~= '' then
    local dependents = {}
    local definitions = call('HGETALL', TASKS)
    for i = 1, #definitions, 2 do
        for _, need in ipairs(cjson.decode(definitions[i + 1]).needs or {}) do
            local list = dependents[need]
            if not list then
                list = {}
                dependents[need] = list
            end
            list[#list + 1] = definitions[i]
        end
    end
    local reached, order, states = { [ARGV[12]] = true }, { ARGV[12] }, {}
    local at = 1
    while order[at] do
        local record = get(order[at])
        if record and record.s ~= 'waiting' then
            record.s = 'waiting'
            record.a = '0'
            record.f, record.x, record.e, record.er, record.c, record.w, record.pr, record.ac = nil, nil, nil, nil, nil, nil, nil, nil
            states[#states + 1] = order[at]
            states[#states + 1] = cjson.encode(record)
        end
        for _, dependent in ipairs(dependents[order[at]] or {}) do
            if not reached[dependent] then
                reached[dependent] = true
                order[#order + 1] = dependent
            end
        end
        at = at + 1
    end
    call_with('HSET', STATE, states)
    if state == 'succeeded' or state == 'failed' then
        call('HSET', META, 'state', 'running')
        call('HDEL', META, 'finished', 'reason')
        log('run-reopened')
    end
    mend()
end
notify()
return 'applied'
