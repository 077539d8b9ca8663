-- Creates a run. Its inputs have been written before; they expire unless this script keeps them.
-- ARGV: 2 title, 3 traceparent or '', 4 priority, 5 weight, 6 most tasks leased at a time (0: any number), 7 number of tasks,
--       then five arguments a task (see add_tasks).
-- Returns: 'created', 'exists', or 'invalid' and a message.

if redis.call('EXISTS', META) == 1 then return { 'exists' } end
redis.call('DEL', TASKS, STATE, WAITS, DEPENDENTS, READY, LEASES, DELAYED, ARTIFACTS, EVENTS)
local problem, free = add_tasks(8, tonumber(ARGV[7]))
if problem then return { 'invalid', problem } end
index_ready(free)
redis.call('PERSIST', INPUTS)
local meta = { 'title', ARGV[2], 'state', 'running', 'created', NOW_TEXT, 'fence', '0', 'done', '0', 'dead', '0',
    'priority', ARGV[4], 'weight', ARGV[5], 'cap', ARGV[6] }
if ARGV[3] ~= '' then
    meta[#meta + 1] = 'traceparent'
    meta[#meta + 1] = ARGV[3]
end
redis.call('HSET', META, unpack(meta))
log('run-created', nil, nil, nil, ARGV[2])
notify()
return { 'created' }
