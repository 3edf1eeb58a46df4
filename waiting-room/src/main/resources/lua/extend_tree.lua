-- Keeps what became of the tree when entries were hashed, unless another instance was faster.
--
-- KEYS[1]  hash  the tree
-- KEYS[2]  list  its complete nodes of level 8
-- KEYS[3]  list  those of level 16
-- KEYS[4]  list  those of level 24
-- KEYS[5]  list  the marks: highest place and lobby index up to the end of each 256 entries
-- ARGV[1]  how many entries were hashed before
-- ARGV[2]  how many are now
-- ARGV[3]  the frontier
-- ARGV[4]  highest place so far
-- ARGV[5]  highest lobby index so far
-- ARGV[6..n-1]  what to append, in turn: number of the key, value
-- ARGV[n]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'extended' or 'overtaken'
if tonumber(redis.call('HGET', KEYS[1], 'size') or 0) ~= tonumber(ARGV[1]) then return 'overtaken' end
redis.call('HSET', KEYS[1], 'size', ARGV[2], 'frontier', ARGV[3], 'place', ARGV[4], 'index', ARGV[5])
local lists = {[2] = KEYS[2], [3] = KEYS[3], [4] = KEYS[4], [5] = KEYS[5]}
for i = 6, #ARGV - 2, 2 do
  redis.call('RPUSH', lists[tonumber(ARGV[i])], ARGV[i + 1])
end
return 'extended'
