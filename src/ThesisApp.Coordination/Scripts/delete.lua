-- Deletes every key of a run. A late result finds no run and is turned away.
-- KEYS: those of prelude.lua, then what the run has published (publish.lua).
-- ARGV: none besides the run's id.
-- Returns: 'deleted' or 'missing'.

local there = call('EXISTS', META)
call('DEL', META, TASKS, STATE, WAITS, DEPENDENTS, READY, LEASES, DELAYED, ARTIFACTS, EVENTS, INPUTS, unpack(KEYS, 12))
call('PUBLISH', EVENTS, '0')
if there == 1 then return 'deleted' end
return 'missing'
