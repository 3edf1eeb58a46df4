-- Notes that something was used from an address, and counts the addresses of the window.
--
-- KEYS[1]  zset  addresses: pseudonym -> last seen, epoch ms
-- ARGV[1]  the address
-- ARGV[2]  length of the window, ms
-- ARGV[3]  most addresses that are kept
-- ARGV[4]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  how many addresses it were
local now = tonumber(ARGV[4])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -tonumber(ARGV[3]) - 1)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
