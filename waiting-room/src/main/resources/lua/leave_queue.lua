-- Gives up a visitor's place or admission; a slot it held is free at once.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  hash  the places: visitor -> place
-- KEYS[3]  zset  the places given up: place -> place
-- KEYS[4]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[5]  hash  the admissions: place -> admission
-- KEYS[6]  hash  the history: minute and event -> count
-- KEYS[7]  zset  those called a moment ago: place -> called at, epoch ms
-- KEYS[8]  zset  those at the gate: place -> place
-- KEYS[9]  zset  the same: place -> until when they are believed to be there, epoch ms
-- KEYS[10] zset  admissions alive: place -> end, epoch ms
-- KEYS[11] zset  admissions not exchanged yet: place -> last moment to do so, epoch ms
-- KEYS[12] hash  the tokens: place -> token
-- KEYS[13] list  the fairness log
-- KEYS[14] hash  the definition of the release
-- ARGV[1]  the visitor
-- ARGV[2]  what the draw made of the visitor's lobby index, like '~17 4711'; empty if the caller does not know
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'left', 'over' when there was nothing left to give up, 'drawn' when the draw must be known, or 'no_place'
-- include clock
local state, places, left, called, admissions, history = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local log = KEYS[13]
-- include place_of
-- include place_state
-- include count
-- include note
local place = place_of(ARGV[1], ARGV[2])
if not place then return 'no_place' end
local queue = redis.call('HMGET', state, 'serving', 'heldAt', 'roundAt')
local known = state_of(place, tonumber(queue[1] or 0), turn_clock(queue[2], queue[3]))
if known ~= 'LOBBY' and known ~= 'WAITING' and known ~= 'CALLED' and known ~= 'ADMITTED'
    and known ~= 'REVIEW' then return 'over' end
if known == 'LOBBY' and not redis.call('HGET', KEYS[14], 'undrawn') then return 'drawn' end

if known == 'ADMITTED' then
  redis.call('HSET', admissions, place, redis.call('HGET', admissions, place) .. 'LEFT')
else
  -- Lobby indexes are kept below zero, where no place is, until the draw tells which place they leave.
  redis.call('ZADD', left, tonumber(place) or -1 - place:sub(2), place)
end
for _, key in ipairs({called, KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11]}) do
  redis.call('ZREM', key, place)
end
redis.call('HDEL', KEYS[12], place)
if redis.call('HDEL', state, 'review:' .. place) == 1 then redis.call('HINCRBY', state, 'reviewing', -1) end
count('left', 1)
note('leave', place)
return 'left'
