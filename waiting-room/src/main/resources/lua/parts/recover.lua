-- As many as joined in the last two minutes that were kept: far more than one lost second can have held.
local function joined_lately()
  local minute, recent = now - now % 60000, 0
  for i = 0, 1 do
    recent = recent + tonumber(redis.call('HGET', history, string.format('%.0f:joined', minute - i * 60000)) or 0)
  end
  return math.min(recent, 100000)
end

-- Everybody called has the whole window once more.
local function give_time(window_ms)
  for _, place in ipairs(redis.call('ZRANGE', called, 0, -1)) do
    redis.call('ZADD', called, 'GT', now + window_ms, place)
  end
end

-- Numbering goes on beyond; nobody holds what lies between, unless a cookie tells so. Returns how many places. Before a
-- draw nobody has a place: there it is lobby indexes that must not be given twice.
local function leave_out(seen, joined)
  local queue = redis.call('HMGET', state, 'issued', 'lobby', 'lobbySize')
  if queue[2] and not queue[3] then
    redis.call('HINCRBY', state, 'lobby', joined)
    return joined
  end
  local issued = tonumber(queue[1] or 0)
  local last = math.max(issued + joined, seen)
  if last > issued then
    redis.call('HSET', state, 'issued', last)
    redis.call('ZADD', gaps, issued + 1, last)
  end
  return last - issued
end

-- Whoever was seen called is called: the serving counter never goes back.
local function call_again(seen_called, window_ms)
  local queue = redis.call('HMGET', state, 'serving', 'issued')
  local serving, target = tonumber(queue[1] or 0), math.min(seen_called, tonumber(queue[2] or 0))
  if serving < target then
    local _, reached = call_next(target, serving, target, window_ms)
    redis.call('HSET', state, 'serving', reached)
  end
end
