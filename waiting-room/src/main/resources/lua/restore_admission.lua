-- Puts back an admission that the store has lost and an instance remembers having issued, so that its slot is counted
-- and it is not issued once more. Whether it was exchanged nobody knows: it counts until its session would be over.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[3]  hash  the admissions: place -> admission
-- KEYS[4]  hash  the history: minute and event -> count
-- KEYS[5]  zset  those called a moment ago: place -> called at, epoch ms
-- KEYS[6]  zset  those at the gate: place -> place
-- KEYS[7]  zset  the same: place -> until when they are believed to be there, epoch ms
-- KEYS[8]  zset  admissions alive: place -> end, epoch ms
-- KEYS[9]  zset  admissions of the last 60 s: place -> issued at, epoch ms
-- KEYS[10] list  the fairness log
-- ARGV[1]  the place
-- ARGV[2]  the admission as it was written
-- ARGV[3]  when it was issued, epoch ms
-- ARGV[4]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  1 if it was put back, 0 if it was not lost
-- include clock
local state, history, log = KEYS[1], KEYS[4], KEYS[10]
-- include count
-- include note
if redis.call('HEXISTS', state, 'storeLife') == 0 or redis.call('HSETNX', KEYS[3], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('ZADD', KEYS[8], ARGV[2]:match('^[^|]*|%d+|%d+|(%d+)|'), ARGV[1])
redis.call('ZADD', KEYS[9], ARGV[3], ARGV[1])
for _, key in ipairs({KEYS[2], KEYS[5], KEYS[6], KEYS[7]}) do redis.call('ZREM', key, ARGV[1]) end
count('admitted', 1)
note('admit', ARGV[1])
return 1
