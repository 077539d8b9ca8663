-- Extends a lease and records progress.
-- ARGV: 2 task id, 3 token, 4 lease duration (ms), 5 progress (0 to 1), 6 activity or ''.
-- Returns: 'extended', 'lost' or 'cancelled'.

local state = redis.call('HGET', META, 'state')
if not state then return 'lost' end
if state == 'cancelled' then return 'cancelled' end
local record = get(ARGV[2])
if not record or record.s ~= 'leased' or record.k ~= ARGV[3] then return 'lost' end
record.pr = tonumber(ARGV[5])
if ARGV[6] ~= '' then record.ac = ARGV[6] else record.ac = nil end
put(ARGV[2], record)
redis.call('ZADD', LEASES, NOW + tonumber(ARGV[4]), ARGV[2])
return 'extended'
