-- Creates or replaces the definition of a release, if its version is the one the caller saw.
--
-- KEYS[1]  hash  the definition
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[4]  list  the fairness log
-- ARGV[1]  the version the caller saw; 0: there must be none yet; -1: any
-- ARGV[2]  incarnation of a release that is created; a deleted and recreated one is another
-- ARGV[3]  the commitment of the draw, for a release that is created
-- ARGV[4]  why the mode is what it is, as the fairness log spells it: base64url; empty for no reason
-- ARGV[5..n-1]  fields and values of the definition, in turn
-- ARGV[n]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {'saved', version}, {'stale', version}, {'policy_fixed'} or {'missing'}
-- include clock
local definition, state, called, log = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
-- include note
-- include steer
local seen = tonumber(ARGV[1])
local version = tonumber(redis.call('HGET', definition, 'version') or 0)
if version == 0 and seen ~= 0 then return {'missing'} end
if seen >= 0 and seen ~= version then return {'stale', version} end

local was, wanted = redis.call('HMGET', definition, 'policy', 'mode', 'ratePerMinute', 'maxActive'), {}
for i = 5, #ARGV - 2, 2 do wanted[ARGV[i]] = ARGV[i + 1] end
local entered = redis.call('HEXISTS', state, 'issued') == 1 or redis.call('HEXISTS', state, 'lobby') == 1
if entered and was[1] ~= wanted.policy then return {'policy_fixed'} end
for i = 5, #ARGV - 2, 2 do
  redis.call('HSET', definition, ARGV[i], ARGV[i + 1])
end
if wanted.policy ~= 'DRAW' then
  redis.call('HDEL', definition, 'undrawn')
elseif redis.call('HEXISTS', state, 'drawnAt') == 0 then
  redis.call('HSET', definition, 'undrawn', 1)
end
if was[2] ~= wanted.mode then
  note('mode', wanted.mode)
  if ARGV[4] ~= '' then note('reason', ARGV[4]) end
end
if was[3] ~= wanted.ratePerMinute or was[4] ~= wanted.maxActive then
  note('cap', wanted.ratePerMinute, wanted.maxActive)
  change_pace(tonumber(wanted.ratePerMinute))
end
if version == 0 then
  redis.call('HSET', definition, 'incarnation', ARGV[2], 'createdAt', now, 'commitment', ARGV[3])
  redis.call('HSET', state, 'storeLife', redis.call('INFO', 'server'):match('run_id:(%x+)'))
end
redis.call('HSET', definition, 'version', version + 1)
hold_windows(wanted.mode == 'HOLD')
return {'saved', version + 1}
