-- Cancels, pauses or resumes a run.
-- ARGV: 2 'cancel', 'pause' or 'resume', 3 reason or ''.
-- Returns: 'applied', 'unchanged', 'missing' or 'conflict'.

local state = call('HGET', META, 'state')
if not state then return 'missing' end
local action = ARGV[2]
local final = state == 'succeeded' or state == 'failed' or state == 'cancelled'

if action == 'cancel' then
    if state == 'cancelled' then return 'unchanged' end
    if state == 'succeeded' then return 'conflict' end
    local reason = ARGV[3]
    if reason == '' then reason = 'Cancelled by a user.' end
    call('HSET', META, 'state', 'cancelled', 'finished', NOW_TEXT, 'reason', reason)
    call('DEL', READY, LEASES, DELAYED)
    has_ended = true
    log('run-cancelled', nil, nil, nil, reason)
elseif action == 'pause' then
    if state == 'paused' then return 'unchanged' end
    if final or state == 'awaiting-approval' then return 'conflict' end
    call('HSET', META, 'state', 'paused')
    if ARGV[3] ~= '' then call('HSET', META, 'reason', ARGV[3]) end
    log('run-paused', nil, nil, nil, ARGV[3])
else
    if state == 'running' then return 'unchanged' end
    if final or state == 'awaiting-approval' then return 'conflict' end
    call('HSET', META, 'state', 'running')
    call('HDEL', META, 'reason')
    log('run-resumed')
    made_ready = call('ZCARD', READY)
end
notify()
return 'applied'
