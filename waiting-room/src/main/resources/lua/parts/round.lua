-- Notes that a round of calls is run, once a second. After a standstill the windows go on as long as they had left,
-- and the log tells of it.
local function begin_round(round_at)
  if round_at and now - round_at > 5000 then
    note('stop', round_at)
    for _, windows in ipairs({called, fresh}) do
      for _, place in ipairs(redis.call('ZRANGE', windows, 0, -1)) do
        redis.call('ZINCRBY', windows, now - round_at, place)
      end
    end
  end
  if not round_at or now - round_at >= 1000 then redis.call('HSET', state, 'roundAt', now) end
end
