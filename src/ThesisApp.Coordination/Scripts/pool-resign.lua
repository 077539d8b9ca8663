-- Ends an orchestrator's term at a pool, so that another need not wait for it.
-- KEYS: 1 leader, hash: holder, token, until (ms).
-- ARGV: 1 token of the term.
-- Returns: 1 if the term went on until now, else 0.

if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'until', '0')
return 1
