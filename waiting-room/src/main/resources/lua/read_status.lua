-- Reads what everybody may know of a release, and numbers the change: whoever reads the same version read the same.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the number of the last change and what it was about
-- KEYS[4]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[5]  zset  admissions alive: place -> end, epoch ms
-- ARGV[1]  digest of what is told beside this: the prices and how much of each is left
-- ARGV[2]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {phase, version, now, serving, issued, called, alive, 1 if a draw waits for its beacon, version of the
--           definition}, or {'unknown'}
-- include clock
local definition, state, told, called, alive = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
-- include phase
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn', 'version')
if not release[1] then return {'unknown'} end
local phase = phase_of(unpack(release, 1, 5))
local queue = redis.call('HMGET', state, 'serving', 'issued', 'beaconSource', 'beacon')
local serving, issued = queue[1] or '0', queue[2] or '0'
local awaited = phase == 'DRAWING' and queue[3] and not queue[4] and 1 or 0
local content = table.concat({phase, release[6], serving, issued, awaited, ARGV[1]}, '|')
local version = redis.call('HGET', told, 'version')
if redis.call('HGET', told, 'content') ~= content then
  version = redis.call('HINCRBY', told, 'version', 1)
  redis.call('HSET', told, 'content', content)
end
return {phase, tonumber(version), now, tonumber(serving), tonumber(issued),
  redis.call('ZCARD', called), redis.call('ZCOUNT', alive, '(' .. string.format('%.0f', now), '+inf'), awaited,
  tonumber(release[6])}
