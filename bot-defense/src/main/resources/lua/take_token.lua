-- Takes tokens from an address's bucket. Every further device key seen behind the address adds a bucket's worth to it,
-- so that many fans behind one address are not taken for one fan who asks often.
--
-- KEYS[1]  hash  the bucket: tokens, the moment they were counted (epoch ms), and how many keys it began with (0 or 1)
-- KEYS[2]  zset  device keys seen behind the address: key -> last seen, epoch ms
-- ARGV[1]  tokens that come back a minute, for each share
-- ARGV[2]  most tokens, for each share
-- ARGV[3]  device key of this request; empty when it has none
-- ARGV[4]  most device keys that count
-- ARGV[5]  how long a device key counts after it was last seen, ms
-- ARGV[6]  tokens to take
-- ARGV[7]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  0 when they were taken, else ms until they are there
local bucket, keys = KEYS[1], KEYS[2]
local rate, burst, device = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local most, memory = tonumber(ARGV[4]), tonumber(ARGV[5])
local wanted, now = tonumber(ARGV[6]), tonumber(ARGV[7])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

redis.call('ZREMRANGEBYSCORE', keys, '-inf', now - memory)
local seen = redis.call('ZCARD', keys)
local fresh = 0
if device ~= '' then
  if redis.call('ZSCORE', keys, device) then
    redis.call('ZADD', keys, now, device)
  elseif seen < most then
    redis.call('ZADD', keys, now, device)
    fresh = 1
  end
end

local kept = redis.call('HMGET', bucket, 'tokens', 'at', 'own')
local tokens, at, own = tonumber(kept[1]), tonumber(kept[2]), tonumber(kept[3]) or 0
local brought = fresh
if not tokens then
  tokens, at, own, brought = burst, now, fresh, 0
end
local shares = math.max(1, 1 + seen + fresh - own)
-- What a new key brings is there at once; what time brings is counted at the rate of all shares.
tokens = tokens + brought * burst + math.max(0, now - at) * rate * shares / 60000
tokens = math.min(tokens, burst * shares)

local wait = 0
if tokens >= wanted then
  tokens = tokens - wanted
else
  wait = math.ceil((wanted - tokens) * 60000 / (rate * shares))
end
redis.call('HSET', bucket, 'tokens', tostring(tokens), 'at', tostring(now), 'own', own)
redis.call('PEXPIRE', bucket, math.ceil(math.max(memory, burst * 60000 / rate)))
redis.call('PEXPIRE', keys, memory)
return wait
