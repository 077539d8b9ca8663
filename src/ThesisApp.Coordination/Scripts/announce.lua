-- Records that an agent is alive, and forgets those who have not been heard of for long.
-- KEYS: 1 agents, hash: id -> JSON, 2 seen, zset: id by last heartbeat (ms).
-- ARGV: 1 agent id, 2 description (JSON), 3 retention (ms).
-- Returns: nothing.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], now, ARGV[1])
local gone = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', string.format('(%.0f', now - tonumber(ARGV[3])), 'LIMIT', 0, 100)
for _, id in ipairs(gone) do
    redis.call('HDEL', KEYS[1], id)
    redis.call('ZREM', KEYS[2], id)
end
return false
