-- Takes note of what the ticketing core says about one admission. The same news twice, or late, changes nothing.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  hash  the admissions: place -> admission
-- KEYS[3]  hash  the history: minute and event -> count
-- KEYS[4]  zset  admissions alive: place -> end, epoch ms
-- KEYS[5]  zset  admissions not exchanged yet: place -> last moment to do so, epoch ms
-- KEYS[6]  hash  the tokens: place -> token
-- KEYS[7]  list  the fairness log
-- ARGV[1]  the admission's jti
-- ARGV[2]  'exchanged', or its outcome: 'DONE', 'LEFT' or 'EXPIRED'
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'noted', 'known' or 'unknown'
-- include clock
local state, admissions, history, alive, unexchanged = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local log = KEYS[7]
-- include count
-- include note
local place = ARGV[1]:match('^(%d+)%.')
local admission = place and redis.call('HGET', admissions, place)
if not admission or admission:match('^[^|]*') ~= ARGV[1] then return 'unknown' end
if admission:sub(-1) ~= '|' then return 'known' end

if ARGV[2] == 'exchanged' then
  return redis.call('ZREM', unexchanged, place) == 1 and 'noted' or 'known'
end
redis.call('HSET', admissions, place, admission .. ARGV[2])
redis.call('ZREM', alive, place)
redis.call('ZREM', unexchanged, place)
redis.call('HDEL', KEYS[6], place)
count(({DONE = 'done', LEFT = 'left', EXPIRED = 'over'})[ARGV[2]], 1)
note('leave', place)
return 'noted'
