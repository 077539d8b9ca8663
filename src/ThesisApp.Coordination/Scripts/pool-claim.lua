-- Enters a sandbox into a pool before it is started; and once more after, to learn whether that still was right.
-- KEYS: 1 leader, hash: holder, token, until (ms), 2 members, hash: sandbox id -> token of the term in which it was entered.
-- ARGV: 1 token of the term, 2 sandbox id, 3 most members.
-- Returns: 'in'; or 'full', or 'over' if the term is over: whoever has started it by now must end it.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
local leader = redis.call('HMGET', KEYS[1], 'token', 'until')
if leader[1] ~= ARGV[1] or tonumber(leader[2]) <= now then return 'over' end
if redis.call('HEXISTS', KEYS[2], ARGV[2]) == 1 then return 'in' end
if redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[3]) then return 'full' end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
return 'in'
