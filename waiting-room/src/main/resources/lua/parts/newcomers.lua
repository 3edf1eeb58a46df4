-- Gives places, or before a draw lobby indexes, to one newcomer after another. What is the same for all of them is
-- read once and written once, at the end: within a script nobody sees the difference.
local function newcomers(phase, drawing)
  local first, last, waiting, uncalled
  local counter = drawing and 'lobby' or 'issued'
  local entries = {}

  local function begin()
    local queue = redis.call('HMGET', state, counter, 'serving', 'reviewing')
    first, last = tonumber(queue[1] or 0), tonumber(queue[1] or 0)
    local serving = tonumber(queue[2] or 0)
    waiting = drawing and 0 or redis.call('ZCARD', called) + tonumber(queue[3] or 0)
    uncalled = drawing and 0 or -serving - redis.call('ZCOUNT', left, serving + 1, '+inf')
        - missing_between(serving + 1, last)
  end

  local function place(visitor, name)
    if not first then begin() end
    last = last + 1
    local given = drawing and '~' .. (last - 1) or last
    redis.call('HSET', places, visitor, given)
    entries[#entries + 1] = string.format(drawing and 'lobby %.0f %s %.0f' or 'join %.0f %s %.0f', now, name,
      drawing and last - 1 or last)
    if not drawing and (last <= 1024 or last % 64 == 0) then -- enough for percentiles of the wait, at no cost per visitor
      redis.call('ZADD', samples, now, last)
    end
    -- The called who have not come in yet stand before them too.
    return {'placed', given, (drawing or phase == 'LOBBY') and 'LOBBY' or 'WAITING', last - 1 + uncalled + waiting, '',
      '', drawing and 0 or last - 1 + uncalled}
  end

  local function finish()
    if not first then return end
    redis.call('HSET', state, counter, last)
    redis.call('RPUSH', log, unpack(entries))
    count('joined', last - first)
    first, entries = nil, {}
  end
  return {place = place, finish = finish}
end
