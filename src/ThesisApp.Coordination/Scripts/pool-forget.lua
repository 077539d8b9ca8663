-- Takes a sandbox that has ended, or never came to be, out of a pool.
-- KEYS: 1 leader, hash: holder, token, until (ms), 2 members, hash: sandbox id -> token of the term in which it was entered.
-- ARGV: 1 token of the term, 2 sandbox id.
-- Returns: 1, or 0 if another orchestrator looks after the pool by now.

if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
redis.call('HDEL', KEYS[2], ARGV[2])
return 1
