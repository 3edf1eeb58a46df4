-- Calls the next in line while there is room for them, and takes the turn from those who did not come in time.
-- Any instance may run it at any moment. Calls may run ahead of admissions by as many as are expected not to come;
-- the gate at the claim keeps the caps.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  zset  the places given up: place -> place
-- KEYS[4]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[5]  zset  those of them called a moment ago: place -> called at, epoch ms
-- KEYS[6]  zset  those of them who stand at the gate: place -> place
-- KEYS[7]  zset  the same: place -> until when they are believed to be there, epoch ms
-- KEYS[8]  zset  admissions alive: place -> end, epoch ms
-- KEYS[9]  hash  the history: minute and event -> count
-- KEYS[10] zset  sampled places: place -> joined at, epoch ms
-- KEYS[11] list  waits of sampled places, ms
-- KEYS[12] zset  gaps, places nobody holds: last of the gap -> first of it
-- KEYS[13] list  the fairness log
-- ARGV[1]  after how long at most a call not followed counts as a likely no-show, ms
-- ARGV[2]  most calls in one run
-- ARGV[3]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {calls made, highest place called, how many new lives of the store this queue has seen}
-- include clock
local definition, state, left, called, fresh = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local gate, gate_seen, alive, history = KEYS[6], KEYS[7], KEYS[8], KEYS[9]
local samples, waits, gaps, log = KEYS[10], KEYS[11], KEYS[12], KEYS[13]
-- include phase
-- include count
-- include note
-- include pace
-- include call_next
-- include round
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn')
local queue = redis.call('HMGET', state, 'issued', 'serving', 'callsSpentUntil', 'noShow', 'late', 'delay',
  'roundAt', 'unsafeUntil', 'lives')
local issued, serving = tonumber(queue[1] or 0), tonumber(queue[2] or 0)
local phase = release[1] and phase_of(unpack(release))
local lives = tonumber(queue[9] or 0)
if phase ~= 'OPEN' and phase ~= 'DRAINING' then return {0, serving, lives} end
-- include life
begin_round(queue[7])
if now < tonumber(queue[8] or 0) then return {0, serving, lives} end

-- Whoever takes three times as long as people here usually take will most likely not come.
local settle = math.min(tonumber(ARGV[1]), math.max(3000, 3 * tonumber(queue[6] or ARGV[1])))
local no_show, late = expire_calls(tonumber(queue[4] or 0), tonumber(queue[5] or 0.25), settle)
local caps = redis.call('HMGET', definition, 'ratePerMinute', 'maxActive', 'claimSeconds')
local rate, most = tonumber(caps[1]), tonumber(caps[2])
local standing = redis.call('ZCARD', gate)
local calls = 0
if serving < issued and standing < math.max(1, rate / 60) then
  -- 5 % more calls than admissions keep somebody at the gate, so that no credit there is lost to a slow click.
  local paced, base, interval = credit(queue[3], rate * math.min(2, 1.05 / (1 - no_show)), 1000)
  local room = room_for_calls(most, standing, no_show, late)
  local before = serving
  calls, serving = call_next(math.min(paced, room, tonumber(ARGV[2])), serving, issued, tonumber(caps[3]) * 1000)
  if calls > 0 then redis.call('HSET', state, 'callsSpentUntil', base + calls * interval) end
  if serving > before then redis.call('HSET', state, 'serving', serving) end
end
return {calls, serving, lives}
