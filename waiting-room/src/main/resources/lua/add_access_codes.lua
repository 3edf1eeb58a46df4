-- Adds access codes, each good for so many places. A code that is known already stays as it is.
--
-- KEYS[1]  hash  the access codes: digest -> uses left
-- KEYS[2]  hash  the state of the queue
-- ARGV[1]  how often each may be used
-- ARGV[2]  most codes a release may have
-- ARGV[3..n-1]  digests of the codes
-- ARGV[n]  now, epoch ms; not used
-- returns  how many were new, or -1 when there would be too many
local codes, uses = KEYS[1], tonumber(ARGV[1])
if redis.call('HLEN', codes) + #ARGV - 3 > tonumber(ARGV[2]) then return -1 end
local added = 0
for i = 3, #ARGV - 1 do
  added = added + redis.call('HSETNX', codes, ARGV[i], uses)
end
redis.call('HINCRBY', KEYS[2], 'codeUses', added * uses)
return added
