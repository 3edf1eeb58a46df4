-- Puts back a place that the store has lost and the visitor's cookie has kept. Whoever would have been called in the
-- meantime is called now. Numbering goes on beyond it, so that nobody else is given the same place.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the places: visitor -> place
-- KEYS[4]  zset  the places given up: place -> place
-- KEYS[5]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[6]  zset  gaps, places nobody holds: last of the gap -> first of it
-- KEYS[7]  list  the fairness log
-- KEYS[8]  hash  places restored: place -> index of the entry that says so
-- KEYS[9]  hash  the admissions: place -> admission
-- ARGV[1]  the visitor
-- ARGV[2]  the place the cookie tells, or the lobby index, like '~17'
-- ARGV[3]  the incarnation of the release the cookie tells
-- ARGV[4]  time to claim, ms
-- ARGV[5]  the visitor's name in the fairness log
-- ARGV[6]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  1 if the place was put back, 0 if there was nothing to do
-- include clock
local definition, state, places, left, called, gaps = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local log, place = KEYS[7], tonumber(ARGV[2])
-- include note
if redis.call('HGET', definition, 'incarnation') ~= ARGV[3] then return 0 end
-- include life
local index = ARGV[2]:match('^~(%d+)$')
local lobby = redis.call('HMGET', state, 'lobby', 'lobbySize')
if index and lobby[2] and tonumber(index) >= tonumber(lobby[2]) then return 0 end
-- Whoever had an earlier place and came back is known by that one; places only grow, so the later one is theirs.
local known = redis.call('HGET', places, ARGV[1])
if known and not (tonumber(known) and place and place > tonumber(known)) then return 0 end
redis.call('HSET', places, ARGV[1], ARGV[2])
redis.call('HSET', KEYS[8], ARGV[2], note('restore', ARGV[5], ARGV[2]) - 1)
if index then
  if tonumber(index) >= tonumber(lobby[1] or 0) then redis.call('HSET', state, 'lobby', index + 1) end
  return 1
end

local queue = redis.call('HMGET', state, 'issued', 'serving')
local issued, serving = tonumber(queue[1] or 0), tonumber(queue[2] or 0)
if place > issued then
  redis.call('HSET', state, 'issued', place)
  if place > issued + 1 then redis.call('ZADD', gaps, issued + 1, place - 1) end
end
-- A place inside a gap is somebody's after all: the gap falls in two around it.
for _, last in ipairs(redis.call('ZRANGEBYSCORE', gaps, '-inf', place)) do
  local first = tonumber(redis.call('ZSCORE', gaps, last))
  if tonumber(last) >= place then
    redis.call('ZREM', gaps, last)
    if first < place then redis.call('ZADD', gaps, first, place - 1) end
    if tonumber(last) > place then redis.call('ZADD', gaps, place + 1, last) end
  end
end
if place <= serving and not redis.call('ZSCORE', left, place) and redis.call('HEXISTS', KEYS[9], place) == 0 then
  redis.call('ZADD', called, now + ARGV[4], place)
end
return 1
