-- Records a failure: retried later, or a dead letter.
-- ARGV: 2 task id, 3 token, 4 '1' if permanent, 5 delay before the next attempt (ms), 6 message.
-- Returns: 'retried', 'dead' or 'lost'.

local id = ARGV[2]
local meta = read_meta()
local record = held(id, ARGV[3], meta[1])
if not record then return 'lost' end
call('ZREM', LEASES, id)
record.f = (record.f or 0) + 1
local outcome = 'dead'
if ARGV[4] == '1' then
    make_dead(id, record, ARGV[6])
elseif record.f >= tonumber(record.m) then
    make_dead(id, record, ARGV[6] .. ' (given up after ' .. int(record.f) .. ' attempts)')
else
    outcome = 'retried'
    record.s = 'delayed'
    record.er = plain(ARGV[6])
    record.pr = nil
    record.ac = nil
    put(id, record)
    call('ZADD', DELAYED, int(NOW + tonumber(ARGV[5])), id)
    log('task-retried', id, record.g, record.a, ARGV[6])
end
settle(meta[1], meta[5])
notify()
return outcome
