-- Creates a run. Its inputs have been written before; they expire unless this script keeps them. A store that came back in between may have lost some
-- of them: then there is no run yet.
-- KEYS: those of prelude.lua and, where runs may share keys (Store/StoreTopology.cs), 12 waiting (handover.lua), 13 runs, zset: id by time of
--       creation (ms), and 14 active, set: ids of runs that may have work. Elsewhere the caller sees to these two, before and after.
-- ARGV: 2 title, 3 traceparent or '', 4 priority, 5 weight, 6 most tasks leased at a time (0: any number), 7 number of tasks, 8 number of inputs,
--       9 'chapter' if each chapter is written in a sandbox of its own (take.lua) or '', 10 digest of the inputs, which is in their field '' as long as
--       they are those of this submission (Runs/SubmittedInputs.cs), then five arguments a task (see add_tasks).
-- Returns: 'created', 'exists', 'incomplete' if there are fewer inputs or more or they are another's, or 'invalid' and a message.

-- The indexes come first: an entry that names no run does no harm, a run that no index names would be lost.
if KEYS[13] then
    call('ZADD', KEYS[13], 'NX', NOW_TEXT, RUN)
    call('SADD', KEYS[14], RUN)
end
if call('EXISTS', META) == 1 then return { 'exists' } end
if ARGV[8] ~= '0' and (call('HGET', INPUTS, '') ~= ARGV[10] or call('HLEN', INPUTS) ~= tonumber(ARGV[8]) + 1) then return { 'incomplete' } end
-- Left of a creation that the store's crash cut off; not where all that a script writes is kept or lost as one.
if not KEYS[12] then call('DEL', TASKS, STATE, WAITS, DEPENDENTS, READY, LEASES, DELAYED, ARTIFACTS, EVENTS) end
log('run-created', nil, nil, nil, ARGV[2])
local problem, free = add_tasks(11, tonumber(ARGV[7]), 0)
if problem then return { 'invalid', problem } end
if ARGV[8] ~= '0' then
    call('HDEL', INPUTS, '')
    call('PERSIST', INPUTS)
end
local meta = { 'running', ARGV[6], '0', ARGV[3], '0', ARGV[4], ARGV[5], false, ARGV[9] ~= '' and ARGV[9] }
if #free == 2 and not meta[9] then
    at_hand = free[1]
    made_ready = 1
else
    index_ready(free)
end
hand_over(meta)
if at_hand then call('ZADD', READY, -tonumber(free[2].p), at_hand) end
write_records()
told = made_ready > 0 and '1' or '0'
-- What every completion reads and writes comes first: a small hash is looked through from its beginning.
local fields = { 'state', 'running', 'fence', meta[3], 'done', '0', 'cap', ARGV[6], 'traceparent', ARGV[3],
    'priority', ARGV[4], 'weight', ARGV[5], 'told', told, 'dead', '0', 'created', NOW_TEXT, 'title', ARGV[2] }
if meta[9] then
    fields[#fields + 1] = 'per'
    fields[#fields + 1] = meta[9]
end
call('HSET', META, unpack(fields))
notify(true)
return { 'created' }
