-- Grants a run its budget once more: what was taken so far does not count any longer.
-- KEYS: 1 meta of the run, 2 usage, see spent.lua
-- ARGV: none.
-- Returns: 1, or 0 where there is no such run or it is not paused.

if redis.call('HGET', KEYS[1], 'state') ~= 'paused' then return 0 end
local clock = redis.call('TIME')
local sums = { input = 0, output = 0, cost = 0 }
local fields = redis.call('HGETALL', KEYS[2])
for i = 1, #fields, 2 do
    local name = string.match(fields[i], '\n(%a+)$')
    if sums[name] and not string.match(fields[i], '^granted\n') then sums[name] = sums[name] + tonumber(fields[i + 1]) end
end
for name, sum in pairs(sums) do
    redis.call('HSET', KEYS[2], 'granted\n' .. name, string.format('%.0f', sum))
end
redis.call('HSET', KEYS[2], 'granted\nat', string.format('%.0f', tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)))
return 1
