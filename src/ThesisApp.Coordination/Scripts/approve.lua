-- Lets a run go on that waits for the user's approval of its outline.
-- ARGV: 2 name of the outline's artifact, 3 the outline as the user was shown it, 4 the outline to go on with,
--       5 name of the artifact that says that it is another than the one that was made.
-- Returns: 'applied'; 'unchanged' where it was approved before with this very outline; 'stale' where the outline is another by now;
--          'missing', or 'conflict' where the run does not wait for an approval.

local meta = call('HMGET', META, 'state', 'approved')
local state = meta[1]
if not state then return 'missing' end
local current = call('HGET', ARTIFACTS, ARGV[2])
if state ~= 'awaiting-approval' then
    if meta[2] and current == ARGV[4] then return 'unchanged' end
    return 'conflict'
end
-- What is there already is a repeated delivery's, cut off before the run's state was written.
if current ~= ARGV[3] and current ~= ARGV[4] then return 'stale' end
if current ~= ARGV[4] then call('HSET', ARTIFACTS, ARGV[2], ARGV[4]) end
if ARGV[3] ~= ARGV[4] then call('HSET', ARTIFACTS, ARGV[5], '["edited"]') end
call('HSET', META, 'approved', '1', 'state', 'running')
if ARGV[3] == ARGV[4] then
    log('outline-approved')
else
    log('outline-approved', nil, nil, nil, 'as a user has edited it')
end
mend()
notify()
return 'applied'
