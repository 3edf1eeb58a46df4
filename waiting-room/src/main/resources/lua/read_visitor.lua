-- Reads one visitor's place and what has become of it. Changes nothing.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the places: visitor -> place
-- KEYS[4]  zset  the places given up: place -> place
-- KEYS[5]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[6]  hash  the admissions: place -> admission
-- KEYS[7]  zset  gaps, places nobody holds: last of the gap -> first of it
-- ARGV[1]  the visitor
-- ARGV[2]  what the draw made of the visitor's lobby index, like '~17 4711'; empty if the caller does not know
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {phase, place or lobby index like '~17', state, ahead, claim by, admission, now, uncalled},
--          {'no_place'} or {'unknown'}
-- include clock
local definition, state, places, left, called = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local admissions, gaps = KEYS[6], KEYS[7]
-- include phase
-- include place_of
-- include place_state
-- include gaps
-- include view
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn')
if not release[1] then return {'unknown'} end
local place = place_of(ARGV[1], ARGV[2])
if not place then return {'no_place'} end

return view_of(place, phase_of(unpack(release)))
