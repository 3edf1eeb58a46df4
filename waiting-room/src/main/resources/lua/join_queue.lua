-- Gives visitors places at the end of the queue, in the order they are named, or tells the places they already have.
-- The only source of order.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  hash  the places: visitor -> place
-- KEYS[4]  zset  the places given up: place -> place
-- KEYS[5]  zset  the called: place -> end of the window to claim, epoch ms
-- KEYS[6]  hash  the admissions: place -> admission
-- KEYS[7]  hash  the history: minute and event -> count
-- KEYS[8]  zset  sampled places: place -> joined at, epoch ms
-- KEYS[9]  zset  gaps, places nobody holds: last of the gap -> first of it
-- KEYS[10] list  the fairness log
-- ARGV[1..n-1]  for each visitor in turn:
--   the visitor
--   what the draw made of the visitor's lobby index, like '~17 4711'; empty if the caller does not know
--   the visitor's name in the fairness log
--   'first' to give a place to whoever never had one, 'again' also to whoever lost it, 'ask' to give none
-- ARGV[n]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {phase, now, then for each visitor in turn {'kept' or 'placed', place or lobby index like '~17', state,
--          ahead, claim by, admission, uncalled}, {'too_early', ms to wait}, {'closed'}, or {'new'} where one would
--          be given}, or {'UNKNOWN'}
-- include clock
local definition, state, places, left, called = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local admissions, history, samples, gaps, log = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
-- include phase
-- include place_of
-- include place_state
-- include count
-- include gaps
-- include view
-- include note
-- include lobby
-- include newcomers
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn')
if not release[1] then return {'UNKNOWN'} end
-- include life
local phase = phase_of(unpack(release))
if phase == 'DRAWING' then close_lobby() end
local give = newcomers(phase, release[5] and not redis.call('HGET', state, 'lobbySize'))
local replies = {phase, now}
for i = 1, #ARGV - 1, 4 do
  local visitor, wish = ARGV[i], ARGV[i + 3]
  local place = place_of(visitor, ARGV[i + 1])
  if place then give.finish() end -- what is known of it may rest on who came just before
  local known = place and view_of(place, phase)
  if known and not ({EXPIRED = 1, LEFT = 1, DONE = 1, MOVED = 1})[known[3]] then
    replies[#replies + 1] = {'kept', known[2], known[3], known[4], known[5], known[6], known[8]}
  elseif phase == 'SCHEDULED' then replies[#replies + 1] = {'too_early', tonumber(release[2]) - now}
  elseif phase == 'CLOSED' or release[1] == 'DRAIN' then replies[#replies + 1] = {'closed'}
  elseif wish == 'again' or wish == 'first' and not place then
    replies[#replies + 1] = give.place(visitor, ARGV[i + 2])
  else replies[#replies + 1] = {'new'} end
end
give.finish()
return replies
