-- Takes note of an admission that was issued while the store was away, under the operator's fail-open switch. It counts
-- for both caps from now on, and its place is not called any more.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  zset  the places given up: place -> place
-- KEYS[4]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[5]  hash  the admissions: place -> admission
-- KEYS[6]  hash  the history: minute and event -> count
-- KEYS[7]  zset  those called a moment ago: place -> called at, epoch ms
-- KEYS[8]  zset  those at the gate: place -> place
-- KEYS[9]  zset  the same: place -> until when they are believed to be there, epoch ms
-- KEYS[10] zset  admissions alive: place -> end, epoch ms
-- KEYS[11] zset  admissions of the last 60 s: place -> issued at, epoch ms
-- KEYS[12] zset  admissions not exchanged yet: place -> last moment to do so, epoch ms
-- KEYS[13] list  the fairness log
-- ARGV[1]  the incarnation of the release it was issued for
-- ARGV[2]  the place
-- ARGV[3]  the admission
-- ARGV[4]  issued at, epoch ms
-- ARGV[5]  last moment to exchange it, epoch ms
-- ARGV[6]  end, epoch ms
-- ARGV[7]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'recorded', 'known' or 'unknown'
-- include clock
local state, history, log, place = KEYS[2], KEYS[6], KEYS[13], ARGV[2]
-- include count
-- include note
if redis.call('HGET', KEYS[1], 'incarnation') ~= ARGV[1] then return 'unknown' end
if redis.call('HSETNX', KEYS[5], place, ARGV[3]) == 0 then return 'known' end
redis.call('ZADD', KEYS[10], ARGV[6], place)
redis.call('ZADD', KEYS[11], ARGV[4], place)
redis.call('ZADD', KEYS[12], ARGV[5], place)
for _, key in ipairs({KEYS[4], KEYS[7], KEYS[8], KEYS[9]}) do
  redis.call('ZREM', key, place)
end
if tonumber(place) > tonumber(redis.call('HGET', state, 'serving') or 0) then
  redis.call('ZADD', KEYS[3], place, place)
end
count('admitted', 1)
note('bypass', place)
return 'recorded'
