-- Gives a dead letter new attempts; a failed run goes on.
-- ARGV: 2 task id.
-- Returns: 'applied', 'missing' or 'conflict'.

local state = call('HGET', META, 'state')
local record = state and get(ARGV[2])
if not record then return 'missing' end
if record.s ~= 'dead' or state == 'cancelled' then return 'conflict' end
record.f = nil
record.x = nil
record.e = nil
record.er = nil
call('HINCRBY', META, 'dead', -1)
if state == 'failed' then
    call('HSET', META, 'state', 'running')
    call('HDEL', META, 'finished', 'reason')
end
log('task-revived', ARGV[2])
make_ready(ARGV[2], record)
notify()
return 'applied'
