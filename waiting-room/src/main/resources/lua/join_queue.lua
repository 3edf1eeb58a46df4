-- Gives a visitor a place at the end of the queue, or tells the place it already has. The only source of order.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the places: visitor -> place
-- KEYS[4]  zset  the places given up: place -> place
-- KEYS[5]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[6]  hash  the admissions: place -> admission
-- KEYS[7]  hash  the history: minute and event -> count
-- KEYS[8]  zset  sampled places: place -> joined at, epoch ms
-- KEYS[9]  zset  gaps, places nobody holds: last of the gap -> first of it
-- ARGV[1]  the visitor
-- ARGV[2]  1 to take a place, 0 to ask only whether a new one would be given
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {'kept' or 'placed', phase, place, state, ahead, claim by, admission, now}, {'too_early', ms to wait},
--          {'new'} when only asked, {'closed'} or {'unknown'}
-- include clock
local definition, state, places, left, called = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local admissions, history, samples, gaps = KEYS[6], KEYS[7], KEYS[8], KEYS[9]
-- include phase
-- include place_state
-- include count
-- include gaps
-- include view
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt')
if not release[1] then return {'unknown'} end

local phase = phase_of(unpack(release))
local place = redis.call('HGET', places, ARGV[1])
if place then
  local known = view_of(place, phase)
  local over = known[3] == 'EXPIRED' or known[3] == 'LEFT' or known[3] == 'DONE'
  if not over then return {'kept', unpack(known)} end
end

if phase == 'SCHEDULED' then return {'too_early', tonumber(release[2]) - now} end
if phase == 'CLOSED' or phase == 'DRAINING' then return {'closed'} end

if ARGV[2] == '0' then return {'new'} end

place = redis.call('HINCRBY', state, 'issued', 1)
redis.call('HSET', places, ARGV[1], place)
count('joined', 1)
if place <= 1024 or place % 64 == 0 then -- enough for percentiles of the wait, at no cost per visitor
  redis.call('ZADD', samples, now, place)
end
return {'placed', unpack(view_of(tostring(place), phase))}
