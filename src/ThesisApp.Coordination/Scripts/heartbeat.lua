-- Extends a lease and records progress.
-- ARGV: 2 task id, 3 token, 4 lease duration (ms), 5 progress (0 to 1), 6 activity or ''.
-- Returns: 'extended', 'lost', 'cancelled', or 'paused': the lease was extended, and the task is to be given back.

local state = call('HGET', META, 'state')
if state == 'cancelled' then return 'cancelled' end
local record = held(ARGV[2], ARGV[3], state)
if not record then return 'lost' end
record.pr = tonumber(ARGV[5])
if ARGV[6] ~= '' then record.ac = plain(ARGV[6]) else record.ac = nil end
put(ARGV[2], record)
call('ZADD', LEASES, int(NOW + tonumber(ARGV[4])), ARGV[2])
if state == 'paused' then return 'paused' end
return 'extended'
