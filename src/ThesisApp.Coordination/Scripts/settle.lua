-- Corrects what a grant has taken from the limits, once it is known what the call took.
-- KEYS: 1 bucket, see admit.lua
-- ARGV: 1 requests a minute (0: any number), 2 tokens a minute (0: any number), 3 requests to add (negative: to give back),
--       4 tokens to add (negative: to give back), 5 the grant's epoch.
-- Returns: 'settled', or 'void' where the endpoint has asked for a pause since: all grants before it were forgotten.

local bucket = redis.call('HMGET', KEYS[1], 'requests', 'tokens', 'epoch')
if bucket[3] ~= ARGV[5] then return 'void' end
local function add(field, arrival, limit, amount)
    if limit > 0 and amount ~= 0 and tonumber(arrival or '') then
        redis.call('HSET', KEYS[1], field, string.format('%.0f', tonumber(arrival) + amount * 60000000 / limit))
    end
end
add('requests', bucket[1], tonumber(ARGV[1]), tonumber(ARGV[3]))
add('tokens', bucket[2], tonumber(ARGV[2]), tonumber(ARGV[4]))
return 'settled'
