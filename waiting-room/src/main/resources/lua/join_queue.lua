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
-- KEYS[10] list  the fairness log
-- ARGV[1]  the visitor
-- ARGV[2]  what the draw made of the visitor's lobby index, like '~17 4711'; empty if the caller does not know
-- ARGV[3]  the visitor's name in the fairness log; empty to ask only whether a new place would be given
-- ARGV[4]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {'kept' or 'placed', phase, place or lobby index like '~17', state, ahead, claim by, admission, now, uncalled},
--          {'too_early', ms to wait}, {'new'} when only asked, {'closed'} or {'unknown'}
-- include clock
local definition, state, places, left, called = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local admissions, history, samples, gaps, log = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
-- include phase
-- include place_of
-- include place_state
-- include count
-- include gaps
-- include view
-- include note
-- include lobby
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn')
if not release[1] then return {'unknown'} end

local phase = phase_of(unpack(release))
local place = place_of(ARGV[1], ARGV[2])
if place then
  local known = view_of(place, phase)
  if not ({EXPIRED = 1, LEFT = 1, DONE = 1})[known[3]] then return {'kept', unpack(known)} end
end

if phase == 'SCHEDULED' then return {'too_early', tonumber(release[2]) - now} end
if phase == 'CLOSED' or release[1] == 'DRAIN' then return {'closed'} end

if ARGV[3] == '' then return {'new'} end

count('joined', 1)
if phase == 'DRAWING' then close_lobby() end
if release[5] and not redis.call('HGET', state, 'lobbySize') then
  local index = redis.call('HINCRBY', state, 'lobby', 1) - 1
  redis.call('HSET', places, ARGV[1], '~' .. index)
  note('lobby', ARGV[3], index)
  return {'placed', unpack(view_of('~' .. index, phase))}
end
place = redis.call('HINCRBY', state, 'issued', 1)
redis.call('HSET', places, ARGV[1], place)
note('join', ARGV[3], place)
if place <= 1024 or place % 64 == 0 then -- enough for percentiles of the wait, at no cost per visitor
  redis.call('ZADD', samples, now, place)
end
return {'placed', unpack(view_of(tostring(place), phase))}
