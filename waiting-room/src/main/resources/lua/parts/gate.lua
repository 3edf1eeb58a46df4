-- Whoever claims has come: what is believed about those who do not come is learnt from that.
local function came(place)
  local since = redis.call('ZSCORE', fresh, place)
  if since then
    redis.call('ZREM', fresh, place)
    local known = redis.call('HMGET', state, 'noShow', 'delay')
    local delay = tonumber(known[2] or now - since)
    redis.call('HSET', state, 'noShow', tonumber(known[1] or 0) * 0.95, 'delay', delay + (now - since - delay) * 0.1)
  elseif not redis.call('ZSCORE', gate, place) then
    local late = tonumber(redis.call('HGET', state, 'late') or 0.25)
    redis.call('HSET', state, 'late', late + (1 - late) * 0.1)
  end
end

-- How many may be admitted now under both caps, and how long to wait if nobody may. Windows are half-open: an
-- admission of exactly 60 s ago no longer counts, one that ends now is over.
local function room_at_gate(rate, most, spent_until)
  for _, gone in ipairs(redis.call('ZRANGEBYSCORE', gate_seen, '-inf', now)) do
    redis.call('ZREM', gate, gone)
    redis.call('ZREM', gate_seen, gone)
  end
  redis.call('ZREMRANGEBYSCORE', alive, '-inf', now)
  redis.call('ZREMRANGEBYSCORE', window, '-inf', now - 60000)
  -- Who stands here could not come in earlier for no fault of theirs: a stop of the store is made up for.
  local kept = redis.call('ZCARD', gate) > 0 and 3000 or 1000
  local paced, base, interval = credit(spent_until, rate, kept)
  local by_rate = math.min(paced, rate - redis.call('ZCARD', window))
  local by_cap = most - redis.call('ZCARD', alive)
  local wait = math.max(0, base - now)
  if rate <= redis.call('ZCARD', window) then
    wait = math.max(wait, redis.call('ZRANGE', window, 0, 0, 'WITHSCORES')[2] + 60000 - now)
  end
  if by_cap <= 0 then wait = math.max(wait, 1000) end
  return math.min(by_rate, by_cap), wait, base, interval
end

-- The turn stands as long as the visitor keeps asking. Returns after how many ms to ask again.
local function stand(place, wait)
  local again = math.ceil(math.min(5000, math.max(200, wait)))
  local until_ms = now + again + 10000
  redis.call('ZADD', gate, place, place)
  redis.call('ZADD', gate_seen, now + again + 3000, place)
  if tonumber(redis.call('ZSCORE', called, place)) < until_ms then redis.call('ZADD', called, until_ms, place) end
  return again
end

-- Times of an admission are whole seconds, as in the token. The place begins the jti, so that it can be found by it.
local function admit(place, random, token_ms, length_ms)
  local issued = now - now % 1000
  local stop = issued + length_ms
  local expires = math.min(issued + token_ms, stop)
  local admission = string.format('%s.%s|%.0f|%.0f|%.0f|', place, random, issued, expires, stop)
  redis.call('HSET', admissions, place, admission)
  redis.call('ZADD', alive, stop, place)
  redis.call('ZADD', window, now, place)
  redis.call('ZADD', unexchanged, expires, place)
  redis.call('ZREM', called, place)
  redis.call('ZREM', gate, place)
  redis.call('ZREM', gate_seen, place)
  count('admitted', 1)
  note('admit', place)
  return admission
end
