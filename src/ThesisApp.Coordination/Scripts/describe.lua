-- Reads what a list shows of a run. Changes nothing.
-- ARGV: none besides the run's id.
-- Returns: title, state, reason, created, finished, traceparent ('' where missing), then tasks: total, waiting, ready, delayed, leased, done, dead,
--          then priority, weight, cap; or nothing.

local meta = call('HMGET', META, 'title', 'state', 'reason', 'created', 'finished', 'traceparent', 'done', 'dead', 'priority', 'weight', 'cap')
if not meta[2] then return {} end
local function text(value) return value or '' end
return { text(meta[1]), meta[2], text(meta[3]), text(meta[4]), text(meta[5]), text(meta[6]),
    int(call('HLEN', TASKS)), int(call('HLEN', WAITS)), int(call('ZCARD', READY)), int(call('ZCARD', DELAYED)),
    int(call('ZCARD', LEASES)), text(meta[7]), text(meta[8]), meta[9] or '0', meta[10] or '1', meta[11] or '0' }
