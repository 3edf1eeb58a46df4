-- The gate. Lets a called visitor in if both caps allow it at this very moment and nobody at the gate stands before;
-- else the visitor stands at the gate and keeps the turn. Asked again, it tells the same admission.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the places: visitor -> place
-- KEYS[4]  zset  the places given up: place -> place
-- KEYS[5]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[6]  hash  the admissions: place -> admission
-- KEYS[7]  hash  the history: minute and event -> count
-- KEYS[8]  zset  those called a moment ago: place -> called at, epoch ms
-- KEYS[9]  zset  those at the gate: place -> place
-- KEYS[10] zset  the same: place -> until when they are believed to be there, epoch ms
-- KEYS[11] zset  admissions alive: place -> end, epoch ms
-- KEYS[12] zset  admissions of the last 60 s: place -> issued at, epoch ms
-- KEYS[13] zset  admissions not exchanged yet: place -> last moment to do so, epoch ms
-- KEYS[14] list  the fairness log
-- ARGV[1]  the visitor
-- ARGV[2]  what the draw made of the visitor's lobby index, like '~17 4711'; empty if the caller does not know
-- ARGV[3]  random part of the new admission's jti
-- ARGV[4]  most time to exchange the token, ms
-- ARGV[5]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {'admitted', place, admission, now}, {'gate_full', place, ms to wait} or {state in upper case, place}
-- include clock
local definition, state, places, left, called = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local admissions, history, fresh, gate, gate_seen = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local alive, window, unexchanged, log = KEYS[11], KEYS[12], KEYS[13], KEYS[14]
-- include phase
-- include place_of
-- include place_state
-- include count
-- include pace
-- include note
-- include gate
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn')
-- include life
local place = place_of(ARGV[1], ARGV[2])
if not release[1] or not place then return {'NO_PLACE'} end
local queue = redis.call('HMGET', state, 'serving', 'heldAt', 'admissionsSpentUntil', 'roundAt', 'unsafeUntil')
local known = state_of(place, tonumber(queue[1] or 0), turn_clock(queue[2], queue[4]))
if known == 'ADMITTED' then
  local last = tonumber(redis.call('ZSCORE', unexchanged, place) or now + 1)
  if last <= now then return {'EXPIRED'} end -- the token ran out; its slot comes back with the next watermark
  return {'admitted', tonumber(place), redis.call('HGET', admissions, place), now}
end
local phase = phase_of(unpack(release))
if phase == 'CLOSED' then return {'CLOSED'} end
if known ~= 'CALLED' then return {known, place} end

came(place)
local caps = redis.call('HMGET', definition, 'ratePerMinute', 'maxActive', 'admissionSeconds')
local room, wait, base, interval = room_at_gate(tonumber(caps[1]), tonumber(caps[2]), queue[3])
local before = redis.call('ZCOUNT', gate, '-inf', '(' .. place)
local open = (phase == 'OPEN' or phase == 'DRAINING') and now >= tonumber(queue[5] or 0)
if not open or before >= room then
  return {'gate_full', tonumber(place), stand(place, wait + before * interval)}
end
redis.call('HSET', state, 'admissionsSpentUntil', base + interval)
return {'admitted', tonumber(place), admit(place, ARGV[3], tonumber(ARGV[4]), tonumber(caps[3]) * 1000), now}
