-- Puts a place aside while somebody looks at it, or takes it back. It keeps its number and is passed over meanwhile;
-- whoever would have been called in the meantime is called when it comes back.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  zset  the places given up: place -> place
-- KEYS[4]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[5]  hash  the admissions: place -> admission
-- KEYS[6]  zset  those called a moment ago: place -> called at, epoch ms
-- KEYS[7]  zset  those at the gate: place -> place
-- KEYS[8]  zset  the same: place -> until when they are believed to be there, epoch ms
-- KEYS[9]  list  the fairness log
-- ARGV[1]  the place
-- ARGV[2]  'begin' or 'end'
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'done', 'known' when it was so already, or the state of a place that cannot be reviewed, in upper case
-- include clock
local definition, state, left, called, admissions, log = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[9]
-- include place_state
-- include note
-- include life
local place, field = ARGV[1], 'review:' .. ARGV[1]
local queue = redis.call('HMGET', state, 'serving', 'heldAt', 'roundAt', 'issued')
if tonumber(place) > tonumber(queue[4] or 0) then return 'NO_PLACE' end
local known = state_of(place, tonumber(queue[1] or 0), turn_clock(queue[2], queue[3]))
if ARGV[2] == 'begin' then
  if known == 'REVIEW' then return 'known' end
  if known ~= 'WAITING' and known ~= 'CALLED' then return known end
  redis.call('HSET', state, field, now)
  redis.call('HINCRBY', state, 'reviewing', 1)
  for _, key in ipairs({called, KEYS[6], KEYS[7], KEYS[8]}) do redis.call('ZREM', key, place) end
else
  if known ~= 'REVIEW' then return 'known' end
  redis.call('HDEL', state, field)
  redis.call('HINCRBY', state, 'reviewing', -1)
  if tonumber(place) <= tonumber(queue[1] or 0) then
    redis.call('ZADD', called, now + redis.call('HGET', definition, 'claimSeconds') * 1000, place)
  end
end
note('review', place, ARGV[2])
return 'done'
