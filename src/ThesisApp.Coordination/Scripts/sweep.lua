-- Upkeep: makes due retries ready and takes expired leases back, where no agent asks for work.
-- ARGV: none besides the run's id.
-- Returns: the run's state ('gone' if there is none), number of leases that expired.

local state = redis.call('HGET', META, 'state')
if not state then return { 'gone', '0' } end
if state ~= 'running' and state ~= 'paused' then return { state, '0' } end
local expired = sweep()
notify()
return { redis.call('HGET', META, 'state'), int(expired) }
