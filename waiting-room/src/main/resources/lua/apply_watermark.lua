-- Frees the slots of tokens that ran out unused. The core has told of every exchange it made before the watermark,
-- so a token whose last moment lies before it, and of whose exchange nobody spoke, was not exchanged and never will be.
--
-- KEYS[1]  hash  the state of the queue
-- KEYS[2]  hash  the admissions: place -> admission
-- KEYS[3]  hash  the history: minute and event -> count
-- KEYS[4]  zset  admissions alive: place -> end, epoch ms
-- KEYS[5]  zset  admissions not exchanged yet: place -> last moment to do so, epoch ms
-- KEYS[6]  hash  the tokens: place -> token
-- KEYS[7]  list  the fairness log
-- ARGV[1]  the watermark, epoch ms
-- ARGV[2]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  how many slots were freed
-- include clock
local state, admissions, history, alive, unexchanged = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local log = KEYS[7]
-- include count
-- include note
-- include life
local unused = redis.call('ZRANGEBYSCORE', unexchanged, '-inf', '(' .. ARGV[1], 'LIMIT', 0, 1000)
for _, place in ipairs(unused) do
  redis.call('HSET', admissions, place, redis.call('HGET', admissions, place) .. 'EXPIRED')
  redis.call('ZREM', alive, place)
  redis.call('ZREM', unexchanged, place)
  redis.call('HDEL', KEYS[6], place)
  count('unused', 1)
  note('expire', place)
end
return #unused
