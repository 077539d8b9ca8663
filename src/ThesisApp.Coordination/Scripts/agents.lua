-- Lists the agents that were heard of within the retention time, and forgets the others: those that are bound to a run cannot (announce.lua).
-- KEYS: 1 agents, hash: id -> JSON, 2 seen, zset: id by last heartbeat (ms).
-- ARGV: 1 retention (ms).
-- Returns: id, JSON and last heartbeat (ms) of each, in turn.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
local since = string.format('%.0f', now - tonumber(ARGV[1]))
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. since, 'LIMIT', 0, 100)) do
    redis.call('HDEL', KEYS[1], id)
    redis.call('ZREM', KEYS[2], id)
end
local seen = redis.call('ZRANGEBYSCORE', KEYS[2], since, '+inf', 'WITHSCORES')
local list = {}
for i = 1, #seen, 2 do
    local text = redis.call('HGET', KEYS[1], seen[i])
    if text then
        list[#list + 1] = seen[i]
        list[#list + 1] = text
        list[#list + 1] = string.format('%.0f', tonumber(seen[i + 1]) or -1)
    end
end
return list
