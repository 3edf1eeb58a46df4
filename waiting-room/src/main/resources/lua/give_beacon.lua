-- Takes the public value that was announced, once, after the lobby has closed: nobody may have known it before.
--
-- KEYS[1]  hash  the state of the queue
-- ARGV[1]  the value
-- ARGV[2]  now, epoch ms; not used
-- returns  'given', 'known', 'other', 'too_early' or 'not_announced'
local state = KEYS[1]
local known = redis.call('HMGET', state, 'beaconSource', 'lobbySize', 'beacon')
if not known[1] then return 'not_announced' end
if not known[2] then return 'too_early' end
if known[3] then return known[3] == ARGV[1] and 'known' or 'other' end
redis.call('HSET', state, 'beacon', ARGV[1])
return 'given'
