-- Puts an agent among those who wait for a task (handover.lua), and forgets those who have said nothing for long.
-- KEYS: 1 waiting, zset: 'CHANNEL NUMBER DURATION AGENT' by the time at which the agent last said that it waits (ms).
-- ARGV: 1 the agent, as above, 2 how long who says nothing stays (ms).
-- Returns: nothing.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
redis.call('ZADD', KEYS[1], string.format('%d', now), ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('(%d', now - tonumber(ARGV[2])))
return false
