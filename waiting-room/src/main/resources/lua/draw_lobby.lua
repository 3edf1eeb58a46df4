-- Reveals the draw of a closed lobby: the one write that places everybody in it. The second time it changes nothing,
-- except that a store which has lost the draw, or even the closing, is told all of it again.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  list  the fairness log
-- ARGV[1]  the size of the lobby
-- ARGV[2]  how many entries the fairness log had when the lobby closed
-- ARGV[3]  the root of the log with these entries, hex
-- ARGV[4]  the seed, hex
-- ARGV[5]  the beacon mixed in; empty without one
-- ARGV[6]  the same as the fairness log spells it: base64url, a dash without one
-- ARGV[7]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'drawn' or 'known'
-- include clock
local definition, state, log = KEYS[1], KEYS[2], KEYS[3]
-- include note
-- include life
if redis.call('HDEL', definition, 'undrawn') == 0 then return 'known' end
redis.call('HSET', state, 'lobbySize', ARGV[1], 'lobbyTreeSize', ARGV[2], 'lobbyRoot', ARGV[3], 'seed', ARGV[4],
  'drawnAt', now)
if ARGV[5] ~= '' then redis.call('HSET', state, 'beacon', ARGV[5]) end
if tonumber(redis.call('HGET', state, 'issued') or 0) < tonumber(ARGV[1]) then
  redis.call('HSET', state, 'issued', ARGV[1])
end
note('draw', ARGV[1], ARGV[3], ARGV[4], ARGV[6])
return 'drawn'
