-- One visitor as it stands: {phase, place, state, ahead, claim by, admission, now, those ahead not called yet}.
local function view_of(place, phase)
  local queue = redis.call('HMGET', state, 'serving', 'heldAt', 'roundAt')
  local serving = tonumber(queue[1] or 0)
  local turns = phase == 'CLOSED' and now or turn_clock(queue[2], queue[3])
  local known, ahead, uncalled = state_of(place, serving, turns), 0, 0
  if known == 'WAITING' then
    uncalled = tonumber(place) - serving - 1
        - redis.call('ZCOUNT', left, serving + 1, '(' .. place) - missing_between(serving + 1, tonumber(place) - 1)
    -- The called who have not come in yet stand before this one too: rather one too many than one too few.
    -- Those under review come back to their place, which may be before this one.
    ahead = uncalled + redis.call('ZCARD', called) + tonumber(redis.call('HGET', state, 'reviewing') or 0)
    if phase == 'LOBBY' then known = 'LOBBY' end
  end
  if known == 'LOBBY' and place:sub(1, 1) == '~' then
    -- Before the draw anybody in the lobby may come to stand before.
    ahead = math.max(0, tonumber(redis.call('HGET', state, 'lobby') or 1) - 1)
  end
  return {phase, tonumber(place) or place, known, ahead, redis.call('ZSCORE', called, place) or '',
    redis.call('HGET', admissions, place) or '', now, uncalled}
end
