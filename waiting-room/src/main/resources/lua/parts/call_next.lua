-- Takes the turn from those whose window is over. Returns the shares of the called who do not come soon, and of those
-- who come late after all; both are smoothed, and learnt from every call exactly once.
local function expire_calls(no_show, late, settle_ms)
  local before = no_show + late
  for _, place in ipairs(redis.call('ZRANGEBYSCORE', fresh, '-inf', now - settle_ms)) do
    no_show = math.min(0.5, no_show + (1 - no_show) * 0.05)
    redis.call('ZREM', fresh, place)
  end
  for _, place in ipairs(redis.call('ZRANGEBYSCORE', called, '-inf', now)) do
    if redis.call('ZREM', fresh, place) == 1 then no_show = math.min(0.5, no_show + (1 - no_show) * 0.05) end
    late = math.max(0.02, late * 0.9)
    redis.call('ZREM', called, place)
    redis.call('ZREM', gate, place)
    redis.call('ZREM', gate_seen, place)
    count('noShows', 1)
    note('expire', place)
  end
  for _, place in ipairs(redis.call('ZRANGEBYSCORE', gate_seen, '-inf', now)) do
    redis.call('ZREM', gate, place)
    redis.call('ZREM', gate_seen, place)
  end
  redis.call('ZREMRANGEBYSCORE', alive, '-inf', now)
  if no_show + late ~= before then redis.call('HSET', state, 'noShow', no_show, 'late', late) end
  return no_show, late
end

-- How many more calls fit under the cap of admissions alive, each counted with the chance that it becomes one.
local function room_for_calls(most, standing, no_show, late)
  local outstanding, recent = redis.call('ZCARD', called), redis.call('ZCARD', fresh)
  local occupied = redis.call('ZCARD', alive)
  local stale = math.max(0, outstanding - recent - standing)
  local expected = occupied + standing + recent * (1 - no_show) + stale * late
  local room = math.floor((most - expected) / (1 - no_show) + 1e-9)
  -- A hall of one never runs ahead: whoever is called there should not meet a full gate.
  return math.max(0, math.min(room, most + math.floor(most * 0.8) - occupied - outstanding))
end

-- Calls the next places in order, past those given up and those nobody holds.
local function call_next(most, serving, issued, claim_ms)
  local calls, steps, first = 0, 0, serving + 1
  while calls < most and serving < issued and steps < 5000 do
    local gap = redis.call('ZRANGEBYSCORE', gaps, '-inf', serving + 1)
    serving, steps = serving + 1, steps + 1
    local last = tonumber(gap[#gap] or 0)
    local missing, gone = last >= serving, redis.call('ZSCORE', left, serving)
    if redis.call('HEXISTS', state, string.format('review:%.0f', serving)) == 1 then gone = true end -- for now
    if missing or gone then
      if serving > first then note('call', first, serving - 1) end
      if missing then serving = math.min(last, issued) end
      first = serving + 1
    else
      redis.call('ZADD', called, now + claim_ms, serving)
      redis.call('ZADD', fresh, now, serving)
      local joined = redis.call('ZSCORE', samples, serving)
      if joined then
        redis.call('ZREM', samples, serving)
        redis.call('LPUSH', waits, now - tonumber(joined))
        redis.call('LTRIM', waits, 0, 999)
      end
      calls = calls + 1
    end
  end
  if serving >= first then note('call', first, serving) end
  if calls > 0 then count('called', calls) end
  return calls, serving
end
