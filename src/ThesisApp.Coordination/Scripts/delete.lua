-- Deletes every key of a run. A late result finds no run and is turned away.
-- ARGV: none besides the run's id.
-- Returns: 'deleted' or 'missing'.

local there = redis.call('EXISTS', META)
redis.call('DEL', META, TASKS, STATE, WAITS, DEPENDENTS, READY, LEASES, DELAYED, ARTIFACTS, EVENTS, INPUTS)
redis.call('PUBLISH', EVENTS, '0')
if there == 1 then return 'deleted' end
return 'missing'
