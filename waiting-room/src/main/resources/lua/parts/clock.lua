-- The store's clock in epoch ms, or the test's; the last argument of every script that asks what time it is.
local now = tonumber(ARGV[#ARGV])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
