-- Upkeep: makes due retries ready and takes expired leases back, where no agent asks for work.
-- ARGV: none besides the run's id.
-- Returns: the run's state ('gone' if there is none), number of leases that expired, then where the run goes on
--          its tasks: total, waiting, ready, delayed, leased, done, dead.

local meta = read_meta()
if not meta[1] then return { 'gone', '0' } end
if meta[1] ~= 'running' and meta[1] ~= 'paused' then return { meta[1], '0' } end
local expired = sweep(meta)
notify()
meta = call('HMGET', META, 'state', 'done', 'dead')
return { meta[1], int(expired), int(call('HLEN', TASKS)), int(call('HLEN', WAITS)), int(call('ZCARD', READY)),
    int(call('ZCARD', DELAYED)), int(call('ZCARD', LEASES)), meta[2], meta[3] }
