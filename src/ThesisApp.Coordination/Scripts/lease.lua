-- Leases the most urgent ready task of the run.
-- ARGV: 2 agent, 3 lease duration (ms), 4 the chapter that the agent is bound to, left out for none (take.lua).
-- Returns: 'leased', the run's priority, its weight, task id, definition, token, attempt, deadline (ms), time it was ready (ms), traceparent;
--          or 'none', the run's state ('gone' if there is no run), ms until something is due (-1: nothing).

local meta = read_meta('priority', 'weight', 'told', 'per')
local state = meta[1]
told = meta[8]
if not state then return { 'none', 'gone', '-1' } end
if state ~= 'running' and state ~= 'paused' then return { 'none', state, '-1' } end
sweep(meta)
local lease = take(ARGV[2], tonumber(ARGV[3]), meta, ARGV[4])
if lease then
    write_records()
    call('HSET', META, 'fence', meta[3])
end
notify()
if not lease then return { 'none', call('HGET', META, 'state'), int(next_due()) } end
return { 'leased', meta[6] or '0', meta[7] or '1', unpack(lease) }
