-- The clock of the windows to claim. It stands still while the release is held, and while no round of calls was run for
-- five seconds: then the store, or everybody who asks it, was away, and nobody could claim.
local function turn_clock(held_at, round_at)
  if held_at then return tonumber(held_at) end
  return round_at and now - round_at > 5000 and tonumber(round_at) or now
end

-- What has become of a place. `turns` is the clock of the windows to claim, which may stand still.
-- Who came to the lobby of a draw has an index, like '~17', and no place yet. '>17' and '>~17' have moved to another
-- device of the same fan.
-- An admission is `jti|issued at|expires at|end|outcome`, times in epoch ms; the outcome is empty while it is alive.
local function state_of(place, serving, turns)
  if place:sub(1, 1) == '>' then return 'MOVED' end
  if place:sub(1, 1) == '~' then return redis.call('ZSCORE', left, place) and 'LEFT' or 'LOBBY' end
  local admission = redis.call('HGET', admissions, place)
  if admission then
    local stop, outcome = admission:match('^[^|]*|%d+|%d+|(%d+)|(%u*)$')
    if outcome ~= '' then return outcome end
    return now < tonumber(stop) and 'ADMITTED' or 'EXPIRED'
  end
  if redis.call('ZSCORE', left, place) then return 'LEFT' end
  if redis.call('HEXISTS', state, 'review:' .. place) == 1 then return 'REVIEW' end
  local deadline = redis.call('ZSCORE', called, place)
  if deadline then
    return turns < tonumber(deadline) and 'CALLED' or 'EXPIRED'
  end
  return tonumber(place) > serving and 'WAITING' or 'EXPIRED'
end
