-- Adds to the account of what models took for a run, unless the run is gone.
-- KEYS: 1 meta of the run, 2 usage  hash: 'task\nstage\nmodel\nfield' -> sum
-- ARGV: a name of a sum and what to add to it, in turn; all of them whole numbers.
-- Returns: 1, or 0 where there is no such run.

if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
for i = 1, #ARGV, 2 do
    redis.call('HINCRBY', KEYS[2], ARGV[i], ARGV[i + 1])
end
return 1
