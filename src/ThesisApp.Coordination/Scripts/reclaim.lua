-- Takes back the leases of agents that have gone, without waiting for their deadlines.
-- ARGV: after the run's id two arguments an agent: id, and the time (ms) up to which a lease of it must have begun.
-- Returns: number of leases that were taken back.

local meta = read_meta()
if meta[1] ~= 'running' and meta[1] ~= 'paused' then return 0 end
local begun_up_to = {}
for i = 2, #ARGV, 2 do begun_up_to[ARGV[i]] = tonumber(ARGV[i + 1]) end
local count = 0
for _, id in ipairs(call('ZRANGE', LEASES, 0, -1)) do
    local record = get(id)
    local limit = record and record.s == 'leased' and begun_up_to[record.g]
    if limit and tonumber(record.b) <= limit then
        take_back(id, record, 'its agent is no longer connected')
        count = count + 1
    end
end
if count > 0 then settle(meta[1], meta[5]) end
notify()
return count
