-- Tells what models took for a run since its budget was granted last.
-- KEYS: 1 meta of the run, 2 usage, see charge.lua; its fields 'granted\n...' hold the sums and the time of the last grant
-- ARGV: none.
-- Returns: tokens sent, tokens received, money (in the ledger's unit), milliseconds.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
local sums = { input = 0, output = 0, cost = 0 }
local granted = { input = 0, output = 0, cost = 0, at = tonumber(redis.call('HGET', KEYS[1], 'created') or now) }
local fields = redis.call('HGETALL', KEYS[2])
for i = 1, #fields, 2 do
    local given, name = string.match(fields[i], '^(granted)\n(%a+)$')
    if given then
        granted[name] = tonumber(fields[i + 1])
    else
        name = string.match(fields[i], '\n(%a+)$')
        if sums[name] then sums[name] = sums[name] + tonumber(fields[i + 1]) end
    end
end
local function text(number) return string.format('%.0f', number) end
return { text(sums.input - granted.input), text(sums.output - granted.output), text(sums.cost - granted.cost), text(now - granted.at) }
