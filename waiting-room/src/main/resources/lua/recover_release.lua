-- Makes a queue safe after the store was restarted or failed over: its last moments may be lost, and with them places
-- that were given. Numbering goes on so far beyond that no place is given twice; who was in the gap comes back by
-- cookie. Run once per life of the store, before any other script can run in it.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  hash  the history: minute and event -> count
-- KEYS[3]  zset  gaps, places nobody holds: last of the gap -> first of it
-- ARGV[1]  the life of the store: its run id
-- ARGV[2]  the highest place the caller remembers having seen
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  how many places were left out
-- include clock
local state, history, gaps = KEYS[1], KEYS[2], KEYS[3]
local life = redis.call('HGET', state, 'storeLife')
if life == ARGV[1] then return 0 end
redis.call('HSET', state, 'storeLife', ARGV[1])

-- As many as joined in the last two minutes that were kept: far more than one lost second can have held.
local minute, recent = now - now % 60000, 0
for i = 0, 1 do
  recent = recent + tonumber(redis.call('HGET', history, string.format('%.0f:joined', minute - i * 60000)) or 0)
end
if not life then recent = 0 end -- this queue is younger than what remembers lives; nothing was lost before it
if redis.call('HEXISTS', state, 'lobby') == 1 and redis.call('HEXISTS', state, 'lobbySize') == 0 then
  -- Nobody has a place before the draw; it is lobby indexes that must not be given twice.
  redis.call('HINCRBY', state, 'lobby', math.min(recent, 100000))
  return recent
end
local issued = tonumber(redis.call('HGET', state, 'issued') or 0)
local last = math.max(issued + math.min(recent, 100000), tonumber(ARGV[2]))
if last > issued then
  redis.call('HSET', state, 'issued', last)
  redis.call('ZADD', gaps, issued + 1, last)
end
return last - issued
