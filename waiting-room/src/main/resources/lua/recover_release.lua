-- Makes a queue safe after the store was restarted or failed over: its last moments may be lost, and with them places,
-- calls and admissions. Numbering and calling go on beyond what anybody has seen, so that no place is given twice and
-- nobody is un-called; who was in between comes back by cookie. For a while nobody new is called or admitted, until
-- every instance has told what it remembers: each runs this once, and tells the admissions it issued. No queue moves
-- before the first did.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the history: minute and event -> count
-- KEYS[4]  zset  gaps, places nobody holds: last of the gap -> first of it
-- KEYS[5]  zset  the places given up: place -> place
-- KEYS[6]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[7]  zset  those of them called a moment ago: place -> called at, epoch ms
-- KEYS[8]  zset  sampled places: place -> joined at, epoch ms
-- KEYS[9]  list  waits of sampled places, ms
-- KEYS[10] zset  admissions not exchanged yet: place -> last moment to do so, epoch ms
-- KEYS[11] list  the fairness log
-- ARGV[1]  the highest place the caller remembers having seen
-- ARGV[2]  the highest place the caller remembers as called
-- ARGV[3]  how long nobody new is called or admitted, ms
-- ARGV[4]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  how many places were left out, or -1 if the queue was safe already
-- include clock
local definition, state, history, gaps, left, called = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local fresh, samples, waits, log = KEYS[7], KEYS[8], KEYS[9], KEYS[11]
-- include count
-- include note
-- include gaps
-- include call_next
-- include recover
local before, life = redis.call('HGET', state, 'storeLife'), redis.call('INFO', 'server'):match('run_id:(%x+)')
local window_ms = ARGV[3] + tonumber(redis.call('HGET', definition, 'claimSeconds') or 0) * 1000
local joined = 0
if before ~= life then
  local round_at = redis.call('HGET', state, 'roundAt')
  if before and round_at then note('stop', round_at) end
  redis.call('HSET', state, 'storeLife', life, 'unsafeUntil', now + ARGV[3], 'roundAt', now)
  redis.call('HINCRBY', state, 'lives', 1)
  -- Whether these were exchanged may have been told and forgotten: their slots stay taken until their sessions end.
  redis.call('DEL', KEYS[10])
  give_time(window_ms)
  if before then joined = joined_lately() end -- without a known life there is nothing to have been lost
end
local left_out = leave_out(tonumber(ARGV[1]), joined)
call_again(tonumber(ARGV[2]), window_ms)
return before == life and -1 or left_out
