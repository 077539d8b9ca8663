-- Grants calls to a model endpoint so that all agents together keep its limits: the generic cell rate algorithm (ITU-T I.371, virtual scheduling)
-- for requests and for tokens. Whoever has to wait is given a time of its own, so that nobody asks twice and waiters do not come at once.
-- KEYS: 1 bucket  hash: requests, tokens (theoretical arrival times, microseconds), epoch, blocked (until when, microseconds)
-- ARGV: 1 requests a minute (0: any number), 2 tokens a minute (0: any number), 3 burst (ms: how much of the limits may be used at once),
--       4 tokens that the call is estimated to take, 5 the epoch of a grant that was waited for, or '' to ask for a new one.
-- Returns: milliseconds to wait (0: go now), the epoch of the grant. A grant of an older epoch than the bucket's is void, since the endpoint
--          has asked for a pause meanwhile: it is replaced by a new one.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local bucket = redis.call('HMGET', KEYS[1], 'requests', 'tokens', 'epoch', 'blocked')
local epoch = bucket[3] or '0'
-- What an agent may have put there that is no number counts as nothing.
for i = 1, 4 do if bucket[i] and not tonumber(bucket[i]) then bucket[i] = nil end end
if ARGV[5] ~= '' and ARGV[5] == epoch then return { '0', epoch } end

local burst = tonumber(ARGV[3]) * 1000
local at = math.max(now, tonumber(bucket[4] or '0'))

-- First when the call may go, by every limit; then what it costs is charged from that time, so that a wait for one limit is not a claim on the other.
local function cost(limit, amount) return amount * 60000000 / limit end
local function look(arrival, price)
    -- A call that is larger than the burst has to fit all the same, once everything before it is paid off.
    at = math.max(at, math.max(now, tonumber(arrival or '0')) + price - math.max(burst, price))
end
local function charge(field, arrival, price)
    redis.call('HSET', KEYS[1], field, string.format('%.0f', math.max(at, tonumber(arrival or '0')) + price))
end

local requests, tokens = tonumber(ARGV[1]), tonumber(ARGV[2])
if requests > 0 then look(bucket[1], cost(requests, 1)) end
if tokens > 0 then look(bucket[2], cost(tokens, tonumber(ARGV[4]))) end
if requests > 0 then charge('requests', bucket[1], cost(requests, 1)) end
if tokens > 0 then charge('tokens', bucket[2], cost(tokens, tonumber(ARGV[4]))) end
redis.call('HSET', KEYS[1], 'epoch', epoch)
-- Kept until nothing of it matters any more, a pause that was asked for included.
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.max(3600000, redis.call('PTTL', KEYS[1]), math.ceil((at - now) / 1000) + 3600000)))
return { string.format('%.0f', math.ceil((at - now) / 1000)), epoch }
