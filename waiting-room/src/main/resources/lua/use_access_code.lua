-- Lets a visitor use an access code for one new place. Asked again before the place is taken, or after a place that
-- never became an admission, it takes no second use. Wrong codes are counted, so that nobody guesses for long.
--
-- KEYS[1]  hash  the access codes: digest -> uses left
-- KEYS[2]  hash  who has used one: visitor -> what stood under the visitor in the places then
-- KEYS[3]  hash  the places: visitor -> place
-- KEYS[4]  hash  the admissions: place -> admission
-- KEYS[5]  hash  the state of the queue
-- KEYS[6]  string  wrong codes of this visitor lately
-- KEYS[7]  string  wrong codes from this address lately
-- ARGV[1]  the visitor
-- ARGV[2]  what the draw made of the visitor's lobby index, like '~17 4711'; empty if the caller does not know
-- ARGV[3]  digest of the code; empty when the visitor brought none
-- ARGV[4]  most wrong codes of a visitor
-- ARGV[5]  most wrong codes from an address
-- ARGV[6]  how long wrong codes are remembered, ms
-- ARGV[7]  now, epoch ms; not used
-- returns  {'granted'}, {'required'}, {'unknown'}, {'used_up'} or {'slow_down', ms to wait}
local codes, users, places, admissions, state = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local limits = {[KEYS[6]] = tonumber(ARGV[4]), [KEYS[7]] = tonumber(ARGV[5])}
-- include place_of
local used_for, held = redis.call('HGET', users, ARGV[1]), redis.call('HGET', places, ARGV[1]) or ''
local place = place_of(ARGV[1], ARGV[2])
local admitted = place and redis.call('HEXISTS', admissions, place) == 1
if used_for and (used_for == held or not admitted) then return {'granted'} end
if ARGV[3] == '' then return {'required'} end

for guesses, most in pairs(limits) do
  if tonumber(redis.call('GET', guesses) or 0) >= most then
    return {'slow_down', math.max(1, redis.call('PTTL', guesses))}
  end
end
local left = tonumber(redis.call('HGET', codes, ARGV[3]))
if not left then
  for guesses in pairs(limits) do
    if redis.call('INCR', guesses) == 1 then redis.call('PEXPIRE', guesses, ARGV[6]) end
  end
  return {'unknown'}
end
if left < 1 then return {'used_up'} end
redis.call('HINCRBY', codes, ARGV[3], -1)
redis.call('HINCRBY', state, 'codeUsesTaken', 1)
redis.call('HSET', users, ARGV[1], held)
return {'granted'}
