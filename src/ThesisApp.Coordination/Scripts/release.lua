-- Gives a task back unharmed: ready at once, the attempt not counted.
-- ARGV: 2 task id, 3 token.
-- Returns: 'released' or 'lost'.

local id = ARGV[2]
local record = held(id, ARGV[3], call('HGET', META, 'state'))
if not record then return 'lost' end
call('ZREM', LEASES, id)
log('task-released', id, record.g, record.a)
record.a = int(tonumber(record.a) - 1)
make_ready(id, record)
notify()
return 'released'
