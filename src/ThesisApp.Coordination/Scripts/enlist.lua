-- Puts a run on the list of all runs, by the store's time, unless it is there.
-- KEYS: 1 runs, zset: id by time of creation (ms).
-- ARGV: 1 run id.
-- Returns: 1 if it was put there, 0 if it was there before.

local clock = redis.call('TIME')
return redis.call('ZADD', KEYS[1], 'NX', string.format('%d', tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)), ARGV[1])
