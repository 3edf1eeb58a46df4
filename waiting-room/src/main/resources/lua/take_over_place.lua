-- Moves a place to another device of the same fan: whoever brings the code that was offered. A code works once; asked
-- again by the device that used it, it tells the same. Calls, admissions and order go by the place, and stay as they are.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  hash  the places: visitor -> place
-- KEYS[3]  zset  the places given up: place -> place
-- KEYS[4]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[5]  hash  the admissions: place -> admission
-- KEYS[6]  list  the fairness log
-- KEYS[7]  hash  places restored or moved: place -> index of the entry that says so
-- KEYS[8]  string the offer of who holds the place: digest of the code, then whoever used it
-- ARGV[1]  the visitor who offers the place
-- ARGV[2]  the visitor who takes it
-- ARGV[3]  digest of the code
-- ARGV[4]  what the draw made of the lobby index of who offers, like '~17 4711'; empty if the caller does not know
-- ARGV[5]  the same of who takes
-- ARGV[6]  the name in the fairness log of who takes
-- ARGV[7]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {'moved', place or lobby index like '~17'}, {'no_offer'}, {'has_place'} or {'over'}
-- include clock
local state, places, left, called, admissions, log = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
-- include life
-- include place_of
-- include place_state
-- include note
local digest, taker = (redis.call('GET', KEYS[8]) or ''):match('^(%x+) ?(.*)$')
if digest ~= ARGV[3] or ARGV[1] == ARGV[2] then return {'no_offer'} end
local held, own = redis.call('HGET', places, ARGV[1]), redis.call('HGET', places, ARGV[2])
if taker ~= '' then
  if taker ~= ARGV[2] or not own or own:sub(1, 1) == '>' then return {'no_offer'} end
  return {'moved', own}
end

local queue = redis.call('HMGET', state, 'serving', 'heldAt', 'roundAt')
local turns = turn_clock(queue[2], queue[3])
local movable = {LOBBY = 1, WAITING = 1, CALLED = 1}
local function is(what, visitor, drawn)
  return what[state_of(place_of(visitor, drawn), tonumber(queue[1] or 0), turns)]
end
if own and is({LOBBY = 1, WAITING = 1, CALLED = 1, ADMITTED = 1, REVIEW = 1}, ARGV[2], ARGV[5]) then
  return {'has_place'}
end
if not held or not is(movable, ARGV[1], ARGV[4]) then return {'over'} end

redis.call('HSET', places, ARGV[2], held, ARGV[1], '>' .. held)
redis.call('HSET', KEYS[7], held, note('move', ARGV[6], held) - 1)
redis.call('SET', KEYS[8], ARGV[3] .. ' ' .. ARGV[2], 'PX', math.max(1, redis.call('PTTL', KEYS[8])))
return {'moved', held}
