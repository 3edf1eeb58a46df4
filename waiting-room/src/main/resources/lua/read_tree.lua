-- Reads how far the fairness log of a release is hashed and signed.
--
-- KEYS[1]  list  the fairness log
-- KEYS[2]  hash  its tree
-- ARGV[1]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {now, entries in the log, entries hashed, frontier, highest place, highest lobby index, settling size,
--          settling root, settling since, signed size, head}; what is not there yet is empty
-- include clock
local tree = redis.call('HMGET', KEYS[2], 'size', 'frontier', 'place', 'index', 'settlingSize', 'settlingRoot',
  'settlingSince', 'headSize', 'head')
for i = 1, 9 do tree[i] = tree[i] or '' end
return {now, redis.call('LLEN', KEYS[1]), unpack(tree)}
