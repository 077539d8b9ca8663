-- Holds all calls to an endpoint that has asked for a pause (429 with Retry-After). Grants that are waited for become void; after the pause
-- calls start one by one, without a burst.
-- KEYS: 1 bucket, see admit.lua
-- ARGV: 1 pause (ms), 2 burst (ms).
-- Returns: milliseconds until the pause ends; a longer one that was asked for before stands.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local bucket = redis.call('HMGET', KEYS[1], 'blocked', 'epoch')
-- What an agent may have put there that is no number counts as nothing.
local blocked = math.max(tonumber(bucket[1] or '0') or 0, now + tonumber(ARGV[1]) * 1000)
local arrival = string.format('%.0f', blocked + tonumber(ARGV[2]) * 1000)
local epoch = string.format('%.0f', (tonumber(bucket[2] or '0') or 0) + 1)
redis.call('HSET', KEYS[1], 'blocked', string.format('%.0f', blocked), 'requests', arrival, 'tokens', arrival, 'epoch', epoch)
redis.call('PEXPIRE', KEYS[1], 3600000 + math.ceil((blocked - now) / 1000))
return string.format('%.0f', math.ceil((blocked - now) / 1000))
