-- Reads the figures of a release at one moment. Changes nothing.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  zset  the places given up: place -> place
-- KEYS[3]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[4]  zset  admissions alive: place -> end, epoch ms
-- KEYS[5]  zset  admissions of the last 60 s: place -> issued at, epoch ms
-- KEYS[6]  zset  those at the gate: place -> place
-- ARGV[1]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {waiting, called, alive, admitted in the last 60 s, at the gate,
--          joined, called in all, admitted in all, done, no-shows, left, over, unused}
-- include clock
local state, left, called, alive, window, gate = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local queue = redis.call('HMGET', state, 'serving', 'issued', 'joined', 'called', 'admitted', 'done', 'noShows',
  'left', 'over', 'unused', 'lobby', 'lobbySize')
local serving, issued = tonumber(queue[1] or 0), tonumber(queue[2] or 0)
local waiting = issued - serving - redis.call('ZCOUNT', left, serving + 1, '+inf')
if queue[11] and not queue[12] then waiting = queue[11] - redis.call('ZCOUNT', left, '-inf', '(0') end -- not drawn yet
local reply = {
  waiting,
  redis.call('ZCOUNT', called, string.format('(%.0f', now), '+inf'),
  redis.call('ZCOUNT', alive, string.format('(%.0f', now), '+inf'),
  redis.call('ZCOUNT', window, string.format('(%.0f', now - 60000), '+inf'),
  redis.call('ZCARD', gate),
}
for i = 3, 10 do reply[#reply + 1] = tonumber(queue[i] or 0) end
return reply
