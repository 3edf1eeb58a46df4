-- Announces which public value will be mixed into the draw; not any more once somebody stands in the lobby.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  list  the fairness log
-- ARGV[1]  the announcement
-- ARGV[2]  the same as the fairness log spells it: base64url
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'announced', 'known', 'too_late' or 'no_draw'
-- include clock
local definition, state, log = KEYS[1], KEYS[2], KEYS[3]
-- include note
if redis.call('HGET', definition, 'policy') ~= 'DRAW' then return 'no_draw' end
if redis.call('HGET', state, 'beaconSource') == ARGV[1] then return 'known' end
if redis.call('HEXISTS', state, 'lobby') == 1 or redis.call('HEXISTS', state, 'lobbySize') == 1 then
  return 'too_late'
end
redis.call('HSET', state, 'beaconSource', ARGV[1])
note('beacon', ARGV[2])
return 'announced'
