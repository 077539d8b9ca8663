-- Makes an orchestrator the one that looks after a pool of sandboxes, or lets it go on as that.
-- KEYS: 1 leader, hash: holder, token, until (ms).
-- ARGV: 1 the orchestrator, 2 how long it may be silent (ms).
-- Returns: the token of its term, which grows from holder to holder; or nothing if another is at it.

local clock = redis.call('TIME')
local now_us = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local now = math.floor(now_us / 1000)
local leader = redis.call('HMGET', KEYS[1], 'holder', 'token', 'until')
local is_over = tonumber(leader[3] or '0') <= now
if not is_over and leader[1] ~= ARGV[1] then return false end
local token = leader[2]
if is_over then token = string.format('%d', math.max(now_us, tonumber(token or '0') + 1)) end
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'token', token, 'until', string.format('%d', now + tonumber(ARGV[2])))
return token
