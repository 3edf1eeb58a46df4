-- A new pace holds from now on: a pause that was right at a slower one must not delay it.
local function change_pace(per_minute)
  for _, field in ipairs({'admissionsSpentUntil', 'callsSpentUntil'}) do
    local spent = redis.call('HGET', state, field)
    if spent then redis.call('HSET', state, field, math.min(tonumber(spent), now + 60000 / per_minute)) end
  end
end

-- Who was called must not lose the turn while nobody is let in: the windows stand still for as long as it is held.
local function hold_windows(held)
  local held_at = tonumber(redis.call('HGET', state, 'heldAt'))
  if held and not held_at then
    redis.call('HSET', state, 'heldAt', now)
  elseif held_at and not held then
    for _, place in ipairs(redis.call('ZRANGE', called, 0, -1)) do
      redis.call('ZINCRBY', called, now - held_at, place)
    end
    redis.call('HDEL', state, 'heldAt')
    redis.call('HSET', state, 'roundAt', now)
  end
end
